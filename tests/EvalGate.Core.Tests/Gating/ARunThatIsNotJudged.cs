using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class ARunThatIsNotJudged
{
    private static readonly Trial Trial = new Trial().With("de", bothPass: 20).With("en", bothPass: 20);

    [Fact]
    public static void WasCutOff() => Expect(Trial.Input with { Run = Trial.Run with { End = null } }, NotJudgedKind.Broken, "cut off after 40 results");

    [Fact]
    public static void IsForeignBeforeItIsCutOff() => Expect(
        Trial.Input with { Run = Trial.Run with { Header = Trial.Run.Header with { Suite = "other" }, End = null } }, NotJudgedKind.Broken, "the run is of suite 'other'");

    [Fact]
    public static void IsCutOffBeforeItLacksCases() => Expect(
        Trial.Input with { Run = Trial.Run with { End = null, Records = [.. Trial.Run.Records.Skip(3)] } }, NotJudgedKind.Broken, "cut off after 37 results");

    [Fact]
    public static void HasASuiteWithAGate() => Assert.StartsWith(
        "The suite has no gate.", Assert.Throws<ArgumentException>(() => Judge.Decide(Trial.Input with { Suite = Trial.Suite with { Gate = null } })).Message, StringComparison.Ordinal);

    [Fact]
    public static void LacksCases() =>
        Expect(Trial.Input with { Run = Trial.Run with { Records = [.. Trial.Run.Records.Skip(3)] } }, NotJudgedKind.Partial, "only 37 of 40 cases ran");

    [Fact]
    public static void IsOfAnotherSuite() =>
        Expect(Trial.Input with { Run = Trial.Run with { Header = Trial.Run.Header with { Suite = "other" } } }, NotJudgedKind.Broken, "the run is of suite 'other'");

    [Fact]
    public static void IsOfOtherCases() => Expect(
        Trial.Input with { Run = Trial.Run with { Header = Trial.Run.Header with { DatasetHash = "before" } } }, NotJudgedKind.Broken, "the cases changed since the run");

    [Fact]
    public static void HoldsAResultOfAnotherContent() => Expect(
        Trial.Input with { Run = Trial.Run with { Records = [.. Trial.Run.Records.Select((r, i) => i == 7 ? r with { Hash = "before" } : r)] } },
        NotJudgedKind.Broken,
        "the result of 'de-007' is of other content than the case has");

    [Fact]
    public static void IsOfAMetricDefinedOtherwise() => Expect(
        Trial.Input with { Run = Trial.Run with { Header = Trial.Run.Header with { Metrics = new Dictionary<string, string> { ["correct"] = "before" } } } },
        NotJudgedKind.Broken,
        "metric 'correct' is defined differently since the run");

    [Fact]
    public static void HasNoBaseline() => Expect(Trial.Input with { Baseline = null }, NotJudgedKind.NoBaseline, "there is no baseline yet");

    [Fact]
    public static void HasABaselineThatCannotBeRead() => Expect(
        Trial.Input with { Baseline = null, BaselineProblem = new("EG3001", Severity.Error, "edited by hand", new("evals/b.jsonl", 1, 0)) },
        NotJudgedKind.BadBaseline,
        "edited by hand (evals/b.jsonl(1))");

    [Fact]
    public static void HasTheBaselineOfAnotherSuite() => Expect(
        Trial.Input with { Baseline = Trial.Baseline with { Header = Trial.Baseline.Header with { Suite = "other" } } },
        NotJudgedKind.BadBaseline,
        "belongs to suite 'other'");

    [Fact]
    public static void HasMoreErrorsThanAllowed()
    {
        var broken = Trial.But("de-000", Broken);

        Expect(broken.Input, NotJudgedKind.Broken, "1 of 40 results is an error");
        Assert.Null((broken with { MaxErrors = new(1, null) }).Verdict.WholeRun);
        Assert.NotNull((broken with { MaxErrors = new(null, 0.01m) }).Verdict.WholeRun);
        Assert.Null((broken with { MaxErrors = new(null, 0.03m) }).Verdict.WholeRun);
    }

    [Fact]
    public static void IsOneCompleteShard()
    {
        var shard = new EvalGate.Datasets.Shard(1, 2);
        var run = Trial.Run with { Header = Trial.Run.Header with { Shard = "1/2" }, Records = [.. Trial.Run.Records.Where(r => shard.Contains(r.CaseId))] };

        Expect(Trial.Input with { Run = run }, NotJudgedKind.Shard, "shard 1/2 is complete");
        Expect(Trial.Input with { Run = run with { Records = [.. run.Records.Skip(1)] } }, NotJudgedKind.Partial, "only");
    }

    internal static TrialCase Broken(TrialCase @case) => @case with
    {
        Records = [.. @case.Records.Select(r => r with { Scores = new Dictionary<string, double?>(), Errors = [new(ErrorKind.Subject, "boom")] })],
    };

    private static void Expect(JudgeInput input, NotJudgedKind kind, string message)
    {
        var verdict = Judge.Decide(input);

        Assert.Equal((Verdict.NotJudged, true), (verdict.Verdict, verdict.Blocks));
        Assert.Equal(kind, verdict.WholeRun!.Kind);
        Assert.Contains(message, verdict.WholeRun.Message, StringComparison.Ordinal);
        Assert.NotEmpty(verdict.WholeRun.Remedy);
    }
}
