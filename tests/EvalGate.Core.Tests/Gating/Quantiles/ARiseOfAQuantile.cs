using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Quantiles;

public static class ARiseOfAQuantile
{
    private static readonly Metric Cost = AMetric.Cost("cost") with { Quantile = 0.95m };

    [Fact]
    public static void IsFoundThoughTheMeanHardlyMoved()
    {
        var trial = Trial(300, i => i, i => i >= 270 ? i + 60 : i);

        var p95 = Assert.Single(trial.Verdict.Comparisons);
        var mean = Assert.Single((trial with { Metrics = [Cost with { Quantile = null }] }).Verdict.Comparisons);

        // Ranks 285 of 300: 284 before, 284 + 60 after; the pooled rank is 570 of 600.
        Assert.Equal((284, 344), (p95.Baseline, p95.Candidate));
        Assert.Equal((Verdict.Regressed, true), (p95.Verdict, p95.Blocks));
        Assert.Equal((0.0001, 30, 0), (p95.PValue, p95.Losses, p95.Gains));
        Assert.StartsWith("pooled limit, Westfall–Young", p95.Method, StringComparison.Ordinal);
        Assert.InRange(mean.Difference!.Value / mean.Baseline!.Value, 0.03, 0.05);
        Assert.Equal(Verdict.Clear, mean.Verdict);
    }

    [Theory]
    [InlineData(0.5, false, Verdict.Clear)]
    [InlineData(0.4999999, false, Verdict.Regressed)]
    [InlineData(0.25, true, Verdict.Clear)]
    [InlineData(0.2499999, true, Verdict.Regressed)]
    public static void IsAllowedUpToExactlyItsTolerance(double tolerance, bool isRelative, Verdict expected)
    {
        var bound = new MaxChange(new((decimal)tolerance, isRelative), new((decimal)tolerance, isRelative));
        var rule = new Rule { Metric = "cost", Bound = bound, Scope = new OverallOnly(), Decide = Decision.Estimate, Place = default };

        Assert.Equal(expected, Assert.Single((Trial(300, _ => 2, _ => 2.5) with { Rules = [rule] }).Verdict.Comparisons).Verdict);
    }

    [Fact]
    public static void IsTestedExactlyWithFewFlips()
    {
        var trial = Trial(20, i => 1, i => i < 8 ? 2 : 1) with { Metrics = [Cost with { Quantile = 0.5m }] };

        Assert.Equal(Math.Pow(2, -8), trial.Verdict.Comparisons[0].PValue);
        Assert.Equal("pooled limit, Westfall–Young, exact", trial.Verdict.Comparisons[0].Method);
    }

    [Fact]
    public static void NamesTheCasesThatLeftTheCommonLimit()
    {
        var worst = Trial(300, i => i, i => i >= 270 ? i + 60 : i).Verdict.Comparisons[0];

        Assert.Equal((0, "en-299"), (worst.Gains, worst.LosingCases[0]));
        Assert.Equal(worst.Losses, worst.LosingCases.Count);
    }

    [Fact]
    public static void ShowsAnIntervalAroundIt()
    {
        var change = Trial(1000, i => i, i => i + 20).Verdict.Comparisons[0];

        Assert.InRange(change.Difference!.Value, 20, 20);
        Assert.InRange(20, change.Interval!.Value.Lower, change.Interval.Value.Upper);
    }

    [Fact]
    public static void StaysWithinItsToleranceWhateverTheProof()
    {
        var change = Trial(300, i => 1000, i => 1000 + i).Verdict.Comparisons[0];
        var half = (Trial(300, i => 1000, i => 1000 + i) with { Rules = [ARule.MaxRise("cost", 0.5m)] }).Verdict.Comparisons[0];

        Assert.Equal(Verdict.Regressed, change.Verdict);
        Assert.Equal((Verdict.Clear, 500), (half.Verdict, half.Tolerance));
        Assert.True(half.AdjustedPValue < 0.05);
    }

    [Theory]
    [InlineData(0.5, 20)]
    [InlineData(0.9, 100)]
    [InlineData(0.95, 200)]
    [InlineData(0.99, 1000)]
    public static void TakesTenCasesBeyondTheQuantile(double quantile, int least)
    {
        var trial = Trial(least - 1, i => i, i => i) with { Metrics = [Cost with { Quantile = (decimal)quantile }] };

        var verdict = trial.Verdict;

        Assert.Equal((Verdict.NotJudged, true), (verdict.Verdict, verdict.Blocks));
        Assert.Equal($"n < {least}: a change of p{100 * quantile} takes {least} cases, here are {least - 1}", verdict.Comparisons[0].Reason);
        Assert.Equal(Verdict.Clear, Add(trial, "en", 1, 1).Verdict.Verdict);
    }

    [Fact]
    public static void PassesOverSlicesThatAreTooSmallForIt()
    {
        var trial = Trial(300, i => i, i => i) with { Rules = [ARule.MaxRise("cost", 0.1m) with { Scope = new OverallAndSlices() }] };
        var verdict = Enumerable.Range(0, 20).Aggregate(trial, (t, i) => Add(t, "de", 1, 100)).Verdict;

        var german = verdict.Comparisons.Single(c => c.Slice.ToString() == "language=de");
        Assert.Equal((Verdict.Clear, true, false), (german.Verdict, german.IsBlind, german.Blocks));
    }

    [Fact]
    public static void CountsResultsOfRepeatedCasesAndNotTheirAverages()
    {
        // Every tenth result is slow. Averages of three would hide it on one side and show it on the other.
        var slow = Enumerable.Range(0, 300).Aggregate(Trial(0, i => 0, i => 0), (t, i) => t.With("en", [i % 10 == 0 ? 9 : 1, i % 10 == 3 ? 9 : 1, i % 10 == 6 ? 9 : 1], [i % 10 == 9 ? 9 : 1]));

        var change = slow.Verdict.Comparisons[0];

        Assert.Equal((9, 9, Verdict.Clear), (change.Baseline, change.Candidate, change.Verdict));
        Assert.True(change.PValue > 0.3);
    }

    [Fact]
    public static void FlipsGroupsAsAWhole()
    {
        // Forty slow answers, all of one conversation: one observation.
        var alone = Trial(300, i => i, i => i >= 260 ? i + 60 : i);
        var grouped = alone with { Cases = [.. alone.Cases.Select((c, i) => c with { Case = c.Case with { Group = i >= 260 ? "one" : $"g{i}" } })] };

        Assert.Equal((Verdict.Regressed, Verdict.Clear), (alone.Verdict.Verdict, grouped.Verdict.Verdict));
        Assert.Equal((0.5, 261), (grouped.Verdict.Comparisons[0].PValue, grouped.Verdict.Comparisons[0].Groups));
    }

    [Fact]
    public static void IsAdjustedForTheSlicesLookedAt()
    {
        var trial = Trial(300, i => i, i => i is >= 274 and < 286 ? i + 20 : i) with { Rules = [ARule.MaxRise("cost", 0.01m) with { Scope = new OverallAndSlices() }] };
        var both = Enumerable.Range(0, 300).Aggregate(trial, (t, i) => Add(t, "de", i, i % 2 == 0 ? i - 30 : i + 30)).Verdict.Comparisons;

        Assert.All(both, c => Assert.True(c.AdjustedPValue >= c.PValue));
        Assert.Contains(both, c => c.AdjustedPValue > c.PValue);
    }

    [Fact]
    public static void IsMirroredWhenTheArmsSwap()
    {
        (double Before, double Now)[] pairs = [.. Enumerable.Range(0, 250).Select(i => (Math.Round(100 * HashedReplicates.Uniform(7, i)), Math.Round(120 * HashedReplicates.Uniform(8, i))))];

        var change = pairs.Aggregate(Trial(0, i => 0, i => 0), (t, p) => Add(t, "en", p.Before, p.Now)).Verdict.Comparisons[0];
        var swapped = pairs.Aggregate(Trial(0, i => 0, i => 0), (t, p) => Add(t, "en", p.Now, p.Before)).Verdict.Comparisons[0];

        Assert.Equal(change.Difference, -swapped.Difference);
        Assert.Equal((change.Gains, change.Losses), (swapped.Losses, swapped.Gains));
        Assert.Equal(change.Interval!.Value.Lower, -swapped.Interval!.Value.Upper, 1e-9);
    }

    [Fact]
    public static void IsATradeWithinItsAllowance()
    {
        var deal = new Trade(new Dictionary<string, Tolerance> { ["cost"] = new(1, true) }, "correct", new(0.02m, false), default);
        var trial = new Trial { Metrics = [AMetric.PassFail("correct"), Cost], Rules = [ARule.MaxDrop("correct", 0.02m), ARule.MaxRise("cost", 0.1m)], Deal = deal };
        var verdict = Enumerable.Range(0, 300).Aggregate(trial, (t, i) => t.With(
            ACase.Of($"en-{i:000}", ("language", "en")),
            new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [i < 40 ? 0 : 1], ["cost"] = [i] },
            [new Dictionary<string, double?> { ["correct"] = 1, ["cost"] = i >= 270 ? i + 60 : i }])).Verdict;

        Assert.True(verdict.Comparisons.Single(c => c.Metric == Cost).IsTraded);
        Assert.False(verdict.Blocks);
    }

    [Fact]
    public static void LeavesTheBaselineAsItIs() => Assert.Equal((Cost with { Quantile = null }).Fingerprint, Cost.Fingerprint);

    private static Trial Trial(int cases, Func<int, double> before, Func<int, double> now) =>
        Enumerable.Range(0, cases).Aggregate(new Trial { Metrics = [Cost], Rules = [ARule.MaxRise("cost", 0.1m)] }, (t, i) => Add(t, "en", before(i), now(i)));

    private static Trial Add(Trial trial, string language, double before, double now) => trial.With(language, [before], [now]);
}
