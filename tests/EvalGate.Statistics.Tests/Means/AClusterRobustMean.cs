using CsCheck;

namespace EvalGate.Statistics.Tests.Means;

public static class AClusterRobustMean
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("cluster_robust_mean");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        ClusterSum[] clusters = [.. vector.Inputs<double>("d")
            .Zip(vector.Inputs<int>("cluster"))
            .GroupBy(pair => pair.Second, pair => pair.First)
            .Select(group => new ClusterSum(group.Count(), group.Sum()))];

        var mean = ClusterRobustMean.Of(clusters);

        vector.Confirms("mean", mean.Mean);
        vector.Confirms("N", mean.Cases);
        vector.Confirms("G", mean.Clusters);
        vector.Confirms("cr2", mean.StandardError);
        vector.Confirms("df_bm", mean.DegreesOfFreedom);
        vector.Confirms("t", mean.Mean / mean.StandardError);
        vector.Confirms("p_two_bm", 2 * mean.PValueBelow(0));
        Assert.Equal(1, mean.PValueBelow(0) + mean.PValueAbove(0), 1e-12);
    }

    [Fact]
    public static void IsTheOrdinaryMeanForClustersOfOne()
    {
        double[] values = [0.1, -0.4, 0.3, 0.0, -0.2, -0.6];
        var moments = Moments.Of(values);

        var mean = ClusterRobustMean.Of([.. values.Select(value => new ClusterSum(1, value))]);

        Assert.Equal(Math.Sqrt(moments.Variance / 6), mean.StandardError, 1e-14);
        Assert.Equal(5, mean.DegreesOfFreedom, 1e-12);
        Assert.Equal(HallT.PValueBelow(moments with { Skewness = 0 }, 0), mean.PValueBelow(0), 1e-12);
    }

    [Fact]
    public static void HasExactlyOneDegreeLessThanClustersOfOneSize() => Assert.All(
        from clusters in Enumerable.Range(2, 60) from size in new[] { 1, 3, 7 } select (clusters, size),
        design => Assert.Equal(design.clusters - 1.0, ClusterRobustMean.Of([.. Enumerable.Range(0, design.clusters).Select(i => new ClusterSum(design.size, i))]).DegreesOfFreedom));

    [Fact]
    public static void AgreesBetweenIntervalAndTests()
    {
        var mean = ClusterRobustMean.Of([new(3, -0.5), new(1, 0.2), new(4, -1.1), new(2, 0.1), new(2, -0.3)]);

        var interval = mean.Interval(0.9);

        Assert.Equal(0.05, mean.PValueAbove(interval.Lower), 1e-9);
        Assert.Equal(0.05, mean.PValueBelow(interval.Upper), 1e-9);
    }

    [Fact]
    public static void IsWorthOneDegreeOfFreedomWhenOneClusterDominates()
    {
        var mean = ClusterRobustMean.Of([new(1_000, -0.5), new(1, 0.2), new(1, -0.4)]);

        var interval = mean.Interval(0.9);

        Assert.InRange(mean.DegreesOfFreedom, 1, 1.01);
        Assert.Equal(0.05, mean.PValueAbove(interval.Lower), 1e-9);
    }

    [Fact]
    public static void IgnoresEmptyClusters() =>
        Assert.Equal(
            ClusterRobustMean.Of([new(2, 1), new(3, -1), new(2, 0.5)]),
            ClusterRobustMean.Of([new(2, 1), new(0, 0), new(3, -1), new(2, 0.5)]));

    [Fact]
    public static void IgnoresSizesThatNoClusterHas() =>
        Assert.Equal(
            ClusterRobustMean.Of([new ClusterSizeSum(2, 1, 3, 9), new ClusterSizeSum(3, 1, -4, 16)], 1),
            ClusterRobustMean.Of([new ClusterSizeSum(2, 1, 3, 9), new ClusterSizeSum(3, 1, -4, 16), new ClusterSizeSum(5, 0, 0, 0)], 1));

    [Fact]
    public static void HasNoMeanWithoutCases()
    {
        var nothing = ClusterRobustMean.Of([]);

        Assert.Equal(double.NaN, nothing.Mean);
        Assert.Equal(0, nothing.Clusters);
        Assert.Equal(1, nothing.PValueBelow(0));
    }

    [Fact]
    public static void SaysNothingWithOneCluster()
    {
        var one = ClusterRobustMean.Of([new(8, -4)]);

        Assert.Equal(-0.5, one.Mean);
        Assert.Equal(double.PositiveInfinity, one.StandardError);
        Assert.Equal(0, one.DegreesOfFreedom);
        Assert.Equal(1, one.PValueBelow(0));
        Assert.Equal(1, one.PValueAbove(-0.9));
        Assert.Equal(double.NegativeInfinity, one.Interval(0.9).Lower);
    }

    [Theory]
    [InlineData(0.3, 3L, 1L, 7L)]
    [InlineData(0.7, 8L, 8L, 8L)]
    public static void SaysNothingWhenAllClustersAgree(double value, params long[] sizes)
    {
        var equal = ClusterRobustMean.Of([.. sizes.Select(cases => new ClusterSum(cases, value * cases))]);

        Assert.Equal(0, equal.StandardError);
        Assert.Equal(1, equal.PValueAbove(0));
        Assert.Equal(double.PositiveInfinity, equal.Interval(0.9).Upper);
    }

    [Fact]
    public static void IsTheSameFromSumsPerSize() =>
        Property.HoldsFor(
            Gen.Select(Gen.Long[1, 5], Gen.Long[-3_000_000, 3_000_000]).Array[2, 40], 300,
            clusters =>
            {
                var listed = ClusterRobustMean.Of([.. clusters.Select(cluster => new ClusterSum(cluster.Item1, cluster.Item2 / 1e6))]);
                var summed = ClusterRobustMean.Of(SumsOf(clusters), 1_000_000);
                Assert.Equal(listed.Mean, summed.Mean, 1e-12);
                Assert.Equal(listed.StandardError, summed.StandardError, 1e-12);
                Assert.Equal(listed.DegreesOfFreedom, summed.DegreesOfFreedom);
                Assert.Equal((listed.Clusters, listed.Cases), (summed.Clusters, summed.Cases));
            });

    [Fact]
    public static void DoesNotDependOnTheOrderOfSums() =>
        Property.HoldsFor(
            Gen.Select(Gen.Long[1, 5], Gen.Long[-3_000_000, 3_000_000]).Array[2, 40], 100,
            clusters =>
            {
                ClusterSizeSum[] single = [.. clusters.Select(cluster => Single(cluster.Item1, cluster.Item2))];
                var merged = ClusterRobustMean.Of(SumsOf(clusters), 1000);
                Array.Reverse(single);
                var split = ClusterRobustMean.Of(single, 1000);
                Assert.Equal(merged.Mean, split.Mean);
                Assert.Equal(merged.DegreesOfFreedom, split.DegreesOfFreedom);
                Assert.Equal(merged.StandardError, split.StandardError, 1e-15 * merged.StandardError);
            });

    [Fact]
    public static void LosesNothingFromSumsWhenTheMeanIsLargeAgainstTheSpread()
    {
        const long shift = 1_000_000_000_000;
        (long Size, long Sum)[] clusters = [(3, 5), (3, -4), (1, 2), (4, -7), (2, 1)];

        var plain = ClusterRobustMean.Of(SumsOf(clusters), 1);
        var shifted = ClusterRobustMean.Of(SumsOf([.. clusters.Select(cluster => (cluster.Size, cluster.Sum + cluster.Size * shift))]), 1);

        Assert.Equal(1, shifted.StandardError / plain.StandardError, 1e-13);
    }

    [Fact]
    public static void HasExactlyNoSpreadWhenSumsAgree()
    {
        Assert.Equal(0, ClusterRobustMean.Of(SumsOf([(3, 2_100_003), (1, 700_001), (7, 4_900_007)]), 1_000_000).StandardError);
        Assert.Equal(double.PositiveInfinity, ClusterRobustMean.Of(SumsOf([(3, 2)]), 1).StandardError);
        Assert.Equal(double.NaN, ClusterRobustMean.Of([new ClusterSizeSum(3, 0, 0, 0)], 1).Mean);
    }

    [Fact]
    public static void RefusesNegativeClusters()
    {
        Refusal.Of<ArgumentException>(() => ClusterRobustMean.Of([new(-1, 0), new(2, 1)]));
        Refusal.Of<ArgumentException>(() => ClusterRobustMean.Of([new ClusterSizeSum(0, 1, 0, 0)], 1));
        Refusal.Of<ArgumentException>(() => ClusterRobustMean.Of([new ClusterSizeSum(1, -1, 0, 0)], 1));
        Refusal.Of<ArgumentOutOfRangeException>(() => ClusterRobustMean.Of([new ClusterSizeSum(1, 1, 0, 0)], 0));
    }

    private static ClusterSizeSum Single(long size, long sum) => new(size, 1, sum, (Int128)sum * sum);

    private static ClusterSizeSum[] SumsOf((long Size, long Sum)[] clusters) =>
        [.. clusters.Select(cluster => Single(cluster.Size, cluster.Sum)).GroupBy(cluster => cluster.Size).Select(group => group.Aggregate(
            (left, right) => new(group.Key, left.Clusters + right.Clusters, left.Sum + right.Sum, left.SumOfSquares + right.SumOfSquares)))];
}
