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

    private static Baseline Of(params Run[] runs) => ((Accepted)Acceptance.Of(
        new() { Suite = Usual.Suite, Cases = Usual.AllCases, Runs = runs, Components = new Dictionary<string, string>(), AcceptedBy = "test" })).Baseline;
}
