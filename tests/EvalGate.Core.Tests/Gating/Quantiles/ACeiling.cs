using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Quantiles;

public static class ACeiling
{
    [Theory]
    [InlineData(0.5, 60, 200, 1 / 2.0)]
    [InlineData(0.9, 31, 200, 1 / 10.0)]
    [InlineData(0.95, 19, 200, 1 / 20.0)]
    [InlineData(0.99, 6, 200, 1 / 100.0)]
    public static void AllowsTheShareOfCasesBeyondItsQuantile(double quantile, int above, int cases, double share)
    {
        var comparison = Trial(quantile, cases, i => i < above ? 4 : 1).Verdict.Comparisons[0];

        // The exact upper tail of the binomial distribution, by its definition.
        var tail = Enumerable.Range(above, cases - above + 1).Sum(k => Choose(cases, k) * Math.Pow(share, k) * Math.Pow(1 - share, cases - k));
        Assert.Equal(tail, comparison.PValue!.Value, 1e-9);
        Assert.Equal(((decimal)share, $"{above} of {cases} cases are above it, {100 * share} % may"), (comparison.SparedShare!.Value, comparison.Reason));
        Assert.Equal(tail <= 0.05 ? Verdict.Regressed : Verdict.Clear, comparison.Verdict);
    }

    [Fact]
    public static void IsExceededExactlyWhenTheShownQuantileIsAboveIt()
    {
        var within = Trial(0.95, 200, i => i < 10 ? 4 : 1).Verdict.Comparisons[0];
        var beyond = (Trial(0.95, 200, i => i < 11 ? 4 : 1) with { Rules = [ARule.Level("cost", 3) with { Decide = Decision.Estimate }] }).Verdict.Comparisons[0];

        Assert.Equal((1, Verdict.Clear), (within.Candidate, within.Verdict));
        Assert.Equal((4, Verdict.Regressed), (beyond.Candidate, beyond.Verdict));
    }

    [Fact]
    public static void IsAdjustedForTheSlicesLookedAt()
    {
        // Eight of forty in German, where two may: by chance once in 1,400 times, or three times that when all cases and each language are looked at.
        var german = Trial(0.95, 40, i => 1) with { Rules = [ARule.Level("cost", 3, new OverallAndSlices())] };
        var comparisons = Enumerable.Range(0, 40).Aggregate(german, (t, i) => t.With("de", [1], [i < 8 ? 4 : 1])).Verdict.Comparisons;

        Assert.Equal(3, comparisons.Count);
        Assert.All(comparisons, c => Assert.Equal(Math.Min(1, 3 * c.PValue!.Value), c.AdjustedPValue!.Value, 1e-12));
        Assert.Equal(0.000711508, comparisons.Single(c => c.Slice.ToString() == "language=de").PValue!.Value, 1e-9);
        Assert.All(comparisons, c => Assert.Equal("exact binomial, Bonferroni over slices", c.Method));
    }

    [Fact]
    public static void NeedsNoTwoHundredCases() => Assert.Equal(Verdict.Regressed, Trial(0.95, 30, i => i < 8 ? 4 : 1).Verdict.Verdict);

    [Fact]
    public static void IsJudgedByGroupsWhereThereAreAny()
    {
        var alone = Trial(0.95, 200, i => i < 30 ? 4 : 1);
        var grouped = alone with { Cases = [.. alone.Cases.Select((c, i) => c with { Case = c.Case with { Group = i < 30 ? "one" : $"g{i}" } })] };

        Assert.Equal((Verdict.Regressed, Verdict.Clear), (alone.Verdict.Verdict, grouped.Verdict.Verdict));
        Assert.Equal("cluster-robust t, Bonferroni over slices", grouped.Verdict.Comparisons[0].Method);
    }

    [Fact]
    public static void CountsAShareOfARepeatedCase()
    {
        var trial = new Trial { Metrics = [AMetric.Duration("ms")], Rules = [ARule.Level("ms", 3)] };
        var comparison = Enumerable.Range(0, 40).Aggregate(trial, (t, i) => t.With("en", [1], [1, i < 3 ? 4 : 1])).Verdict.Comparisons[0];

        Assert.Equal("1.5 of 40 cases took longer, 5 % may", comparison.Reason);
    }

    private static Trial Trial(double quantile, int cases, Func<int, double> now) => Enumerable.Range(0, cases).Aggregate(
        new Trial { Metrics = [AMetric.Cost("cost") with { Quantile = (decimal)quantile }], Rules = [ARule.Level("cost", 3)] },
        (t, i) => t.With("en", [1], [now(i)]));

    private static double Choose(int n, int k) => Enumerable.Range(1, k).Aggregate(1.0, (product, i) => product * (n - k + i) / i);
}
