using System.Text;
using EvalGate.Model;

namespace EvalGate.Files.Tests;

/// <summary>Cases files given as text or bytes.</summary>
internal static class Lines
{
    public static CasesReading Read(params string[] lines) => ReadBytes(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public static CasesReading ReadBytes(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return CaseReader.ReadJsonLines(stream, "evals/a.cases.jsonl");
    }

    /// <summary>The one problem of a line, with the fields that every case needs added.</summary>
    public static Diagnostic ProblemOf(string fields) => Assert.Single(Read($$"""{"id":"a","input":1,{{fields}}}""").Diagnostics);

    public static Case CaseOf(string fields)
    {
        var reading = Read($$"""{"id":"a","input":1,{{fields}}}""");
        Assert.Empty(reading.Diagnostics);
        return Assert.Single(reading.Cases);
    }
}
