using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Core.Tests.Gating;

/// <summary>Forty cases cost a cent before; of some the candidate does not say what they cost.</summary>
public static class ACostThatNobodyMetered
{
    [Fact]
    public static void IsNotJudgedAgainstTheBaseline() => Assert.Equal(
        [(Verdict.NotJudged, "the metric applies on one side only for 10 of 40 cases")],
        Judged(ARule.MaxRise("cost_usd", 0.10m), [0.01], metered: 30).Comparisons.Where(c => c.Slice.IsOverall).Select(c => (c.Verdict, c.Reason)));

    [Fact]
    public static void IsNotJudgedAgainstALimit() => Assert.Equal(
        [(Verdict.NotJudged, "the metric applies on one side only for 10 of 40 cases")],
        Judged(ARule.Level("cost_usd", 0.02m), [0.01], metered: 30).Comparisons.Where(c => c.Slice.IsOverall).Select(c => (c.Verdict, c.Reason)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public static void IsNotJudgedWhereNeitherSaysIt(bool isLimited) => Assert.Equal(
        Verdict.NotJudged,
        Judged(isLimited ? ARule.Level("cost_usd", 0.02m) : ARule.MaxRise("cost_usd", 0.10m), [], metered: 0).Verdict);

    [Fact]
    public static void IsJudgedWhereAllButOneSayIt() => Assert.NotEqual(Verdict.NotJudged, Judged(ARule.MaxRise("cost_usd", 0.10m), [0.01], metered: 39).Verdict);

    private static SuiteVerdict Judged(Rule rule, double[] before, int metered) => Enumerable.Range(0, 40).Aggregate(
        new Trial { Metrics = [AMetric.Cost("cost_usd")], Rules = [rule] },
        (trial, i) => trial.With(
            ACase.Of($"c-{i:00}", ("language", "de")),
            new Dictionary<string, IReadOnlyList<double>> { ["cost_usd"] = before },
            [new Dictionary<string, double?> { ["cost_usd"] = i < metered ? 0.01 : null }])).Verdict;
}
