using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Core.Tests.Gating;

public static class AnAcceptedBaseline
{
    private static readonly Trial Usual = new Trial().With("de", bothPass: 3, bothFail: 1);

    [Fact]
    public static void DoesNotKnowAfterOneRunWhetherItsMetricsRepeat() => Assert.Null(Of(Usual.Run).Header.Metrics["correct"].Repeatable);

    [Fact]
    public static void KnowsAfterTwoRunsWhetherTheyDid()
    {
        var again = Usual.Run with { Header = Usual.Run.Header with { RunId = "20260103T000000000Z-3" } };
        var other = again with { Records = [.. again.Records.Select(r => r.CaseId == "de-000" ? r with { Scores = new Dictionary<string, double?> { ["correct"] = 0 } } : r)] };

        Assert.Equal((true, false), (Of(Usual.Run, again).Header.Metrics["correct"].Repeatable, Of(Usual.Run, other).Header.Metrics["correct"].Repeatable));
    }

    [Fact]
    public static void CountsTheCasesOfPlainSlices()
    {
        var trial = (new Trial { Attributes = ["language", "tier"], Crosses = [new(["language", "tier"], default)] }.With("de", bothPass: 3)).With(
            ACase.Of("en-1", ("language", "en"), ("tier", "free")), new Dictionary<string, IReadOnlyList<double>>(), [new Dictionary<string, double?> { ["correct"] = 1 }]);

        var accepted = (Accepted)Acceptance.Of(new() { Suite = trial.Suite, Cases = trial.AllCases, Runs = [trial.Run], Components = new Dictionary<string, string>(), AcceptedBy = "test" });

        Assert.Equal(["language=de 3", "language=en 1", "tier=free 1"], accepted.Baseline.Header.Slices.Select(s => $"{s.Key} {s.Value}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public static void IsOfTheDayOfItsLastRun()
    {
        var later = Usual.Run with { Header = Usual.Run.Header with { RunId = "20260103T000000000Z-3", Started = Usual.Run.Header.Started.AddDays(1), Machine = "later" } };

        Assert.All((Run[][])[[Usual.Run, later], [later, Usual.Run]], runs =>
            Assert.Equal((later.Header.Started, "later"), (Of(runs).Header.Date, Of(runs).Header.Machine)));
    }

    [Fact]
    public static void PoolsRunsOfOneStackHoweverItIsWritten()
    {
        Run Run(string id, params string[] components) => Usual.Run with
        {
            Header = Usual.Run.Header with { RunId = id },
            End = Usual.Run.End! with { Stack = components.ToDictionary(c => c, c => "same") },
        };

        Assert.Equal(["a", "b"], Of(Run("b", "prompt", "model"), Run("a", "model", "prompt")).Header.Runs);
    }

    private static Baseline Of(params Run[] runs) => ((Accepted)Acceptance.Of(
        new() { Suite = Usual.Suite, Cases = Usual.AllCases, Runs = runs, Components = new Dictionary<string, string>(), AcceptedBy = "test" })).Baseline;
}
