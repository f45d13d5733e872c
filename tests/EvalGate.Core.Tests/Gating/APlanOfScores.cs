using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

/// <summary>Figured once more: what the results of one unchanged system vary by, and what that lets a slice see.</summary>
public static class APlanOfScores
{
    private const double Borrowed = 20;

    private static readonly double[] Wobble = [0, 0.125, 0.25, -0.125, 0.0625];

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public static void IsByTheBook(int groupsOf)
    {
        var plan = Planner.Plan(InputOf(Scores(AMetric.Score("grade"), ARule.MaxDrop("grade", 0.02m, 0.05m), groupsOf)));

        Assert.Equal(["overall", "language=de", "language=en"], plan.Slices.Select(s => s.Slice.ToString()));
        Assert.All(plan.Slices, slice => Confirm(slice, Units(60, groupsOf, slice.Slice.ToString()), Units(60, groupsOf, "overall"), 1, slices: 3, groupsOf));
    }

    [Fact]
    public static void OfAnUnboundedMetricBorrowsNoRange()
    {
        var slice = Assert.Single(Planner.Plan(InputOf(Scores(AMetric.Cost("cost"), ARule.MaxRise("cost", 0.1m), 1))).Slices);
        var noise = Units(60, 1, "overall");

        Assert.Equal(Math.Sqrt(noise.Squares / noise.Degrees * 1.5), slice.Deviation!.Value, 1e-9);
        Assert.Equal(0.1 * 0.5, slice.Tolerance, 0.02);
        Assert.True(slice is { LeastCases: null, CasesNeeded: null, Margin: null, FlipRate: null });
        Assert.Equal(
            SampleSize.MeanDrop(slice.Tolerance, slice.Deviation!.Value * slice.Deviation.Value, 0.05, 0.8), slice.CasesToCatch);
    }

    [Fact]
    public static void PromisesNothingWithoutATolerance()
    {
        var plans = Planner.Plan(InputOf(Scores(AMetric.Score("grade"), ARule.MaxDrop("grade", 0m, 0m), 1))).Slices;

        Assert.All(plans, s => Assert.True(s is { CasesToCatch: null, CasesNeeded: null, LeastCases: null, Margin: > 0, SmallestDetectable: > 0 }, s.ToString()));
    }

    [Fact]
    public static void SharesTheLevelBetweenMetrics()
    {
        // A cost weighs a quarter of a score.
        var trial = Scores(AMetric.Score("grade"), ARule.MaxDrop("grade", 0.02m, 0.05m), 1);
        var both = trial with { Metrics = [.. trial.Metrics, AMetric.Cost("cost")], Rules = [.. trial.Rules, ARule.MaxRise("cost", 0.1m)] };

        Assert.All(Planner.Plan(InputOf(both)).Slices.Where(s => s.Metric.Name == "grade"), s => Confirm(s, Units(60, 1, s.Slice.ToString()), Units(60, 1, "overall"), 0.8, slices: 3, 1));
    }

    private static void Confirm(PlannedSlice slice, (double Squares, long Degrees, int Cases) own, (double Squares, long Degrees, int Cases) suite, double share, int slices, int groupsOf)
    {
        // One pair of results that differ by all there is, because none did that says little.
        var prudent = (suite.Squares + 0.5) / (suite.Degrees + 2);
        var variance = ((own.Squares + (Borrowed * prudent)) / (own.Degrees + Borrowed)) * 1.5;
        var tolerance = slice.Slice.IsOverall ? 0.02 : 0.05;
        var independent = own.Cases / groupsOf;
        var plan = new MeanPlan(independent, Math.Sqrt(variance), tolerance, 0.05 * share / slices);
        long? InCases(long? units) => units is { } known ? (long)Math.Ceiling((double)known * own.Cases / independent) : null;

        Assert.Equal((own.Cases, groupsOf == 1 ? null : (int?)independent, tolerance), (slice.Cases, slice.Groups, slice.Tolerance));
        Assert.Equal(Math.Sqrt(variance), slice.Deviation!.Value, 1e-9);
        Assert.Equal(Planning.SmallestDetectableDrop(plan) ?? double.NaN, slice.SmallestDetectable ?? double.NaN, 1e-9);
        Assert.Equal(InCases(Planning.CasesForHeld(plan, 1) - independent), slice.CasesNeeded);
        Assert.Equal(InCases(SampleSize.MeanDrop(tolerance, variance, plan.Level, plan.Power)), slice.CasesToCatch);
        Assert.Equal(Planning.SmallestHeldMargin(plan, 1) ?? double.NaN, slice.Margin ?? double.NaN, 1e-9);
        Assert.Equal((RareLoss.MinimumCases(tolerance, 1, 0.05), null), (slice.LeastCases, slice.FlipRate));
        Assert.False(slice.IsBlind);
    }

    /// <summary>Squared deviations of the two results of each unit from their mean: half the square of their difference.</summary>
    private static (double Squares, long Degrees, int Cases) Units(int cases, int groupsOf, string slice)
    {
        var units = Enumerable.Range(0, cases).Where(i => slice == "overall" || slice == $"language={Language(i, groupsOf)}").GroupBy(i => i / groupsOf).ToArray();
        return (units.Sum(u => Math.Pow(u.Average(i => Wobble[i % 5]), 2) / 2), units.Length, units.Sum(u => u.Count()));
    }

    private static string Language(int i, int groupsOf) => i / groupsOf % 4 == 0 ? "de" : "en";

    private static Trial Scores(Metric metric, Rule rule, int groupsOf) => Enumerable.Range(0, 60).Aggregate(
        new Trial { Metrics = [metric], Rules = [rule] },
        (t, i) => t.With(
            ACase.Of($"c{i:00}", ("language", Language(i, groupsOf))) with { Group = groupsOf == 1 ? null : $"g{i / groupsOf}" },
            new Dictionary<string, IReadOnlyList<double>> { [metric.Name] = [0.5, 0.5 + Wobble[i % 5]], ["cost"] = [0.5, 0.5 + Wobble[i % 5]] },
            [new Dictionary<string, double?> { [metric.Name] = 0.5, ["cost"] = 0.5 }]));

    private static PlanInput InputOf(Trial trial) => new() { Suite = trial.Suite, Cases = trial.AllCases, Baseline = trial.Baseline, Runs = [] };
}
