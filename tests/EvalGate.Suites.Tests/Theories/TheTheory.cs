using EvalGate.Model;

namespace EvalGate.Suites.Tests.Theories;

public static class TheTheory
{
    private const string Text = """
        suite: support
        subject: HelpDesk.SupportAssistant
        cases: support.cases.jsonl
        metrics:
          correct: { scorer: exact, of: output.intent, expected: expected.intent }
          helpful: { scorer: HelpDesk.Evals.HelpfulScorer, range: 1..5 }
          freundlich-ß: { scorer: HelpDesk.Evals.ToneScorer }

        """;

    private static readonly TheoryOptions Options = new("HelpDesk.Evals", "/src/help desk", Parallel: true, MaxThreads: 16);

    [Fact]
    public static void OfASuiteIsTheApprovedOne() => Approved.Is("support.g.cs.txt", Source());

    [Fact]
    public static void OfAnAssemblyIsTheApprovedOne() => Approved.Is("assembly.g.cs.txt", new YamlLanguage().AssemblySource(Options));

    [Fact]
    public static void OfAnAssemblyWithoutParallelismSaysNothingOfIt() =>
        Assert.DoesNotContain("Parallel", new YamlLanguage().AssemblySource(Options with { Parallel = false }), StringComparison.Ordinal);

    [Fact]
    public static void PointsTheCompilerAtTheSubjectInTheSuite()
    {
        var lines = Source().Split('\n');
        var at = Array.FindIndex(lines, l => l.StartsWith("using EvalSubject_", StringComparison.Ordinal));

        Assert.Equal("""#line (2, 10) - (2, 35) 29 "/src/help desk/evals/support.eval.yaml" """.Trim(), lines[at - 1]);
        Assert.Equal("HelpDesk.SupportAssistant;", lines[at][29..]);
        Assert.Equal("#line hidden", lines[at + 1]);
    }

    [Fact]
    public static void PointsTheCompilerAtEachOwnScorerInTheSuite()
    {
        var lines = Source().Split('\n');
        var at = Array.FindIndex(lines, l => l.Contains("HelpfulScorer", StringComparison.Ordinal));

        Assert.Equal("""#line (6, 3) - (6, 10) "/src/help desk/evals/support.eval.yaml" """.Trim(), lines[at - 1]);
        Assert.Equal("""            , ("helpful", typeof(global::HelpDesk.Evals.HelpfulScorer))""", lines[at]);
        Assert.Contains("""("freundlich-\u00df", typeof(global::HelpDesk.Evals.ToneScorer))""", lines[at + 3], StringComparison.Ordinal);
        Assert.Equal(2, lines.Count(l => l.Contains("typeof(global::", StringComparison.Ordinal)));
    }

    [Fact]
    public static void HasAnUpperCaseClassAndHiddenLinesOnly()
    {
        var source = Source();

        Assert.Contains("public sealed partial class SupportEvals\n", source, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', source);
        Assert.Equal(Count(source, "#line ("), Count(source, "#line hidden"));
    }

    [Theory]
    [InlineData("/src/a\"b")]
    [InlineData("/src/a\nb")]
    [InlineData("/src/a\u2028b")]
    [InlineData("/src/a\u0085b")]
    public static void LeavesTheCompilerAloneWhereAPathCannotStandInADirective(string folder)
    {
        var source = Source(Options with { ProjectFolder = folder });

        Assert.DoesNotContain("#line (", source, StringComparison.Ordinal);
        Assert.DoesNotContain(folder, source, StringComparison.Ordinal);
        Assert.Contains("#line default", source, StringComparison.Ordinal);
    }

    [Fact]
    public static void LeavesTheCompilerAloneBehindTheLastColumnItKnows()
    {
        var suite = SuiteText.Suite($"{{ suite: support, cases: {new string('a', 70_000)}.jsonl, subject: A.B, metrics: {{ m: {{ scorer: duration }} }} }}");

        Assert.DoesNotContain("#line (", new YamlLanguage().TheorySource(suite, Options), StringComparison.Ordinal);
    }

    [Fact]
    public static void WritesForwardSlashesForAWindowsFolder() =>
        Assert.Contains("\"C:/src/help desk/evals/support.eval.yaml\"", Source(Options with { ProjectFolder = @"C:\src\help desk\" }), StringComparison.Ordinal);

    [Fact]
    public static void IsTheSameWhateverTheRules() =>
        Assert.Equal(Source(), new YamlLanguage().TheorySource(SuiteText.Suite(Text + "gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 2pp }] }\n"), Options));

    private static string Source(TheoryOptions? options = null) => new YamlLanguage().TheorySource(SuiteText.Suite(Text), options ?? Options);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
