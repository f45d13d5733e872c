using EvalGate.Model;

namespace EvalGate.Suites.Tests;

/// <summary>Hand-written cases as text.</summary>
internal static class CasesText
{
    public const string File = "evals/support.cases.yaml";

    public static CaseValues Read(string text) => new YamlLanguage().ReadCases(text, File);

    /// <summary>The JSON of one sound value.</summary>
    public static string Value(string yaml)
    {
        var reading = Read($"- {yaml}\n");
        Assert.Empty(reading.Diagnostics);
        return Assert.Single(reading.Values).Value.GetRawText();
    }

    public static string Mistakes(string text) => string.Join('\n', Read(text).Diagnostics.Select(d => d.ToString()[File.Length..]));
}
