using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Suites.Tests;

/// <summary>Suites as text.</summary>
internal static class SuiteText
{
    public const string File = "evals/support.eval.yaml";

    /// <summary>A sound suite of five lines; what a test adds starts on line 6.</summary>
    public const string Small = """
        suite: support
        subject: HelpDesk.Assistant
        cases: support.cases.jsonl
        metrics:
          correct: { scorer: exact, of: output.intent, expected: expected.intent }

        """;

    /// <summary>One metric of each kind on lines 6 to 11, slices on line 12, a gate on line 13; its rules start on line 14, column 5.</summary>
    public const string WithGate = Small + """
          grounded: { scorer: token-f1, of: output.answer, expected: expected.answer }
          refused: { scorer: refusal, of: output.answer, better: lower }
          latency: { scorer: duration }
          cost: { scorer: cost }
          words: { scorer: words, of: output.answer }
          helpful: { scorer: HelpDesk.Helpful, range: 1..5 }
        slices: [category, language, [language, category]]
        gate: { baseline: support.baseline.jsonl, rules: [

        """;

    public static SuiteReading Read(string text) => new YamlLanguage().ReadSuite(text, File);

    public static Suite Suite(string text)
    {
        var reading = Read(text);
        Assert.Empty(reading.Diagnostics);
        return reading.Suite!;
    }

    /// <summary>All diagnostics without the file's name.</summary>
    public static string Mistakes(string text)
    {
        var reading = Read(text);
        Assert.Null(reading.Suite);
        return string.Join('\n', reading.Diagnostics.Select(d => d.ToString()[File.Length..]));
    }

    public static Rule Rule(string rule) => Assert.Single(Suite(Gate(rule)).Gate!.Rules);

    public static string Gate(params string[] rules) => WithGate + string.Concat(rules.Select(r => $"    {{ {r} }},\n")) + "  ] }\n";
}
