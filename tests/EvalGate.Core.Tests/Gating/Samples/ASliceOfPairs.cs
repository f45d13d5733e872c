using EvalGate.Gating;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Samples;

public static class ASliceOfPairs
{
    [Fact]
    public static void HasTheMomentsOfItsDifferences()
    {
        var (baseline, candidate) = (new[] { 0.5, 0.25, 1.0, 0.125, 0.75 }, new[] { 0.25, 0.5, 0.875, 0.125, 0.0 });
        var trial = new Trial { Metrics = [AMetric.Score("correct")] };
        var differences = baseline.Zip(candidate, (b, c) => c - b).ToArray();

        var slice = Overall(baseline.Zip(candidate).Aggregate(trial, (t, s) => t.With("de", [s.First], [s.Second])));

        var (expected, actual) = (Moments.Of(differences), slice.Differences);
        Assert.Equal(expected.Mean, actual.Mean, 14);
        Assert.Equal(expected.Variance, actual.Variance, 14);
        Assert.Equal(expected.Skewness, actual.Skewness, 12);
        Assert.Equal((5, 1, 3), (slice.Cases, slice.Gains, slice.Losses));
    }

    [Fact]
    public static void AveragesUnequalRepetitionsExactly()
    {
        // 2 of 3 against 1 of 2: a difference of −1/6, which no binary fraction holds.
        var slice = Overall(new Trial().With("de", [1, 1, 0], [1, 0]).With("de", [1, 1, 0], [1, 0]));

        Assert.False(slice.IsPassFail);
        Assert.Equal(0, slice.Differences.Variance);
        Assert.Equal(-1.0 / 6, slice.MeanDifference, 15);
        Assert.False(slice.IsWorseBy(new(0.1666666666666666666666666667m, false)));
        Assert.True(slice.IsWorseBy(new(0.1666666666666666666666666666m, false)));
    }

    [Fact]
    public static void TreatsGroupsAsTheListOfTheirSumsWould()
    {
        int[][] groups = [[1, 1, 0], [1, 0], [0], [0, 0, 1, 1], [1], [0, 1]];
        var trial = new Trial();
        for (var g = 0; g < groups.Length; g++)
        {
            trial = groups[g].Aggregate(trial, (t, lost) => t.With("de", [1], [1 - lost], group: $"g{g}"));
        }

        var expected = ClusterRobustMean.Of([.. groups.Select(g => new ClusterSum(g.Length, -g.Sum()))]);
        var actual = Overall(trial).GroupedDifferences;
        Assert.Equal(expected.Mean, actual.Mean, 14);
        Assert.Equal(expected.StandardError, actual.StandardError, 14);
        Assert.Equal(expected.DegreesOfFreedom, actual.DegreesOfFreedom, 12);
        Assert.Equal(expected.Clusters, actual.Clusters);
    }

    [Fact]
    public static void HasNoVarianceWhileItIsOfOneUnit()
    {
        Assert.Equal(0, Overall(new Trial().With("de", [1], [0])).VarianceOfUnits);
        Assert.Equal(0, Overall(new Trial().With("de", [1], [0], "one").With("de", [1], [1], "one")).VarianceOfUnits);
        Assert.Equal(0.5, Overall(new Trial().With("de", [1], [0]).With("de", [1], [1])).VarianceOfUnits);
    }

    [Fact]
    public static void NamesItsWorstCasesFirst()
    {
        var trial = new Trial { Metrics = [AMetric.Score("correct")] };
        for (var i = 0; i < 150; i++)
        {
            trial = trial.With("de", [1], [1 - (i % 10) / 10.0]);
        }

        var named = Overall(trial).LosingCases;
        Assert.Equal(100, named.Count);
        Assert.Equal(["de-009", "de-019", "de-029"], named.Take(3));
        Assert.Equal(135, Overall(trial).Losses);
    }

    [Fact]
    public static void KeepsTheWorstCasesHoweverTheyCome()
    {
        var worst = new WorstCases();
        for (var i = 0; i < 300; i++)
        {
            // 7 goes through all remainders of 300.
            worst.Add(-(i * 7 % 300), $"c{i * 7 % 300:000}");
        }

        Assert.Equal(Enumerable.Range(200, 100).Reverse().Select(i => $"c{i}"), worst.Ids());
    }

    [Fact]
    public static void KeepsTheFirstIdsOfCasesThatLostAlike()
    {
        var worst = new WorstCases();
        for (var i = 0; i < 150; i++)
        {
            worst.Add(-1, $"c{i * 7 % 150:000}");
        }

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"c{i:000}"), worst.Ids());
    }

    [Fact]
    public static void CanLoseNoMoreThanTheLeastOfAGroup()
    {
        // One bit for a case with a result a side, log₂ 3 for one with two against one: a group is dealt as a whole.
        var grouped = Overall(new Trial().With("de", [1], [1], "g").With("de", [1, 1], [1], "g")).Sums;
        var alone = Overall(new Trial().With("de", [1], [1]).With("de", [1, 1], [1])).Sums;

        Assert.Equal(1L << SliceStatistics.LosablePrecision, grouped.LosableBits);
        Assert.Equal((1L << SliceStatistics.LosablePrecision) + (long)Math.ScaleB(Math.Log2(3), SliceStatistics.LosablePrecision), alone.LosableBits);
    }

    private static SliceSample Overall(Trial trial)
    {
        var table = Pairing.Of(trial.Input, trial.Baseline, new(trial.Suite)).Table(trial.Metrics);
        var sample = MetricSample.Of(trial.Metrics[0], table, repeatableBaseline: false);
        return StatisticsBySlice.Of(sample, table, new HashSet<EvalGate.Slicing.Slice> { EvalGate.Slicing.Slice.Overall }).Single().Value;
    }
}
