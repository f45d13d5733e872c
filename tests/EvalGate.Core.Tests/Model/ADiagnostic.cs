using EvalGate.Model;

namespace EvalGate.Core.Tests.Model;

public static class ADiagnostic
{
    [Theory]
    [InlineData(31, 5, Severity.Error, "a.yaml(31,5): error EG1004: no.")]
    [InlineData(31, 0, Severity.Warning, "a.yaml(31): warning EG1004: no.")]
    [InlineData(0, 0, Severity.Note, "a.yaml: message EG1004: no.")]
    public static void IsWrittenAsCompilersDo(int line, int column, Severity severity, string text) =>
        Assert.Equal(text, new Diagnostic("EG1004", severity, "no.", new("a.yaml", line, column)).ToString());
}
