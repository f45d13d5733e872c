using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.ShadowLogs;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Core.Tests.ShadowLogs;

public static class ACutOver
{
    private static readonly Slice German = new([new("language", "de")]);

    [Fact]
    public static void IsReadyWhenOverallHoldsAndNoSliceLooksWorse()
    {
        var answer = CutOver.Of(Verdict([Of(EvalGate.Gating.Verdict.Held), Of(EvalGate.Gating.Verdict.Clear, German)]), hasNoiseFloor: true);

        Assert.Equal((CutOverAnswer.Ready, (long?)null, 0), (answer.Answer, answer.PairsNeeded, answer.Reasons.Count));
    }

    [Fact]
    public static void IsNotReadyWithARegressionAnywhereTheLargestFirst()
    {
        var answer = CutOver.Of(Verdict([Of(EvalGate.Gating.Verdict.Regressed) with { Difference = -0.1 }, Of(EvalGate.Gating.Verdict.Regressed, German) with { Difference = -0.4 }]), hasNoiseFloor: false);

        Assert.Equal(CutOverAnswer.NotReady, answer.Answer);
        Assert.Equal(["agrees regressed on language=de.", "agrees regressed on overall."], answer.Reasons);
    }

    [Fact]
    public static void CannotBeToldWithoutANoiseFloor()
    {
        var answer = CutOver.Of(Verdict([Of(EvalGate.Gating.Verdict.Held)]), hasNoiseFloor: false);

        Assert.Equal((CutOverAnswer.CannotTell, (long?)null), (answer.Answer, answer.PairsNeeded));
        Assert.Contains("NoiseShare", Assert.Single(answer.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public static void SaysHowManyPairsWouldShowThatOverallHolds()
    {
        // Half the interval is 1.645 standard errors: 4 points of error, 2 allowed, 100 pairs: 100 × ((2.486 × 4 / 2)² − 1).
        var answer = CutOver.Of(Verdict([Of(EvalGate.Gating.Verdict.Clear) with { Difference = 0, Interval = new(-0.0658, 0.0658, 0.9) }]), hasNoiseFloor: true);

        Assert.Equal(CutOverAnswer.CannotTell, answer.Answer);
        Assert.InRange(answer.PairsNeeded!.Value, 2365, 2375);
    }

    [Fact]
    public static void CountsPairsOfASuspiciousSliceInPairsOfTheWholeTraffic()
    {
        // 10 points of error, 30 suspected, proven at 3.5 errors four times in five: 20 × ((4.342 × 10 / 30)² − 1) pairs of the slice, of which one in five pairs is one.
        var answer = CutOver.Of(
            Verdict([Of(EvalGate.Gating.Verdict.Held), Of(EvalGate.Gating.Verdict.Inconclusive, German) with { Cases = 20, Difference = -0.3, Interval = new(-0.46449, -0.13551, 0.9) }]),
            hasNoiseFloor: true);

        Assert.InRange(answer.PairsNeeded!.Value, 108, 111);
        Assert.Equal(["agrees looks worse on language=de, with too few pairs to be sure."], answer.Reasons);
    }

    [Fact]
    public static void CannotBeToldOfWhatWasNotJudged()
    {
        var answer = CutOver.Of(Verdict([Of(EvalGate.Gating.Verdict.NotJudged) with { Reason = "one side has no case here" }]), hasNoiseFloor: true);

        Assert.Equal(CutOverAnswer.CannotTell, answer.Answer);
        Assert.Equal(["agrees was not judged on overall: one side has no case here."], answer.Reasons);
    }

    private static Comparison Of(Verdict verdict, Slice? slice = null) => new()
    {
        Metric = PairMetric.Agreement,
        Slice = slice ?? Slice.Overall,
        Rule = new() { Metric = "agrees", Bound = new MaxChange(new(0.02m, false), new(0.05m, false)), Scope = new OverallAndSlices(), Place = default },
        Verdict = verdict,
        Blocks = false,
        Cases = 100,
        Tolerance = 0.02,
        Difference = 0,
        Interval = new ConfidenceInterval(-0.01, 0.01, 0.9),
    };

    private static SuiteVerdict Verdict(IReadOnlyList<Comparison> comparisons) => new() { Suite = "shadow", Verdict = EvalGate.Gating.Verdict.Clear, Blocks = false, Cases = 100, Comparisons = comparisons };
}
