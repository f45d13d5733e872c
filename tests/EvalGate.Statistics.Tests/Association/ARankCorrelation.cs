using CsCheck;

namespace EvalGate.Statistics.Tests;

public static class ARankCorrelation
{
    private static readonly Gen<(double X, double Y)[]> Pairs = Gen.Select(Gen.Int[-9, 9].Select(i => (double)i), Gen.Int[-9, 9].Select(i => (double)i)).Array[4, 30];

    public static TheoryData<string> Vectors => ReferenceVector.Ids("rank_correlation");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        var pairs = vector.Inputs<double>("offline").Zip(vector.Inputs<double>("online")).ToArray();

        var rho = RankCorrelation.Rho(pairs)!.Value;

        vector.Confirms("spearman", rho);
        vector.Confirms("spearman_p", RankCorrelation.PValueTwoSided(rho, pairs.Length));
        vector.Confirms("fisher_lo", RankCorrelation.Interval(rho, pairs.Length, 0.95).Lower);
        vector.Confirms("fisher_hi", RankCorrelation.Interval(rho, pairs.Length, 0.95).Upper);
    }

    /// <summary>Ties share their mean rank: 1, 2.5, 2.5, 4 against 1, 3, 2, 4 is 4.5/√(4.5·5).</summary>
    [Fact]
    public static void SharesTheRanksOfTies() => Assert.Equal(4.5 / Math.Sqrt(4.5 * 5), RankCorrelation.Rho([(1, 10), (2, 30), (2, 20), (7, 40)])!.Value, 12);

    [Fact]
    public static void IsNotDefinedWhereNothingVaries()
    {
        Assert.Null(RankCorrelation.Rho([]));
        Assert.Null(RankCorrelation.Rho([(1, 1)]));
        Assert.Null(RankCorrelation.Rho([(1, 1), (1, 2), (1, 3)]));
        Assert.Equal(1, RankCorrelation.PValueTwoSided(1, 2));
        Assert.Equal(0, RankCorrelation.PValueTwoSided(1, 3));
        Assert.Equal((-1, 1), (RankCorrelation.Interval(0.5, 3, 0.9).Lower, RankCorrelation.Interval(0.5, 3, 0.9).Upper));
    }

    [Theory]
    [InlineData(1.01)]
    [InlineData(-1.01)]
    public static void LiesBetweenMinusOneAndOne(double rho)
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => RankCorrelation.PValueTwoSided(rho, 10));
        Refusal.Of<ArgumentOutOfRangeException>(() => RankCorrelation.Interval(rho, 10, 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => RankCorrelation.PValueTwoSided(0.5, -1));
        Refusal.Of<ArgumentOutOfRangeException>(() => RankCorrelation.Interval(0.5, -1, 0.9));
    }

    [Fact]
    public static void OfTwoPairsIsAllOrNothing()
    {
        Assert.Equal(1, RankCorrelation.Rho([(1, 5), (2, 9)]));
        Assert.Equal(-1, RankCorrelation.Rho([(1, 5), (2, 3)]));
    }

    [Fact]
    public static void OfClustersTurnsWithASide()
    {
        IReadOnlyList<IReadOnlyList<(double X, double Y)>> Clusters(int sign) =>
            [.. Enumerable.Range(0, 12).Select(c => (IReadOnlyList<(double, double)>)[.. Enumerable.Range(0, 3).Select(i => ((double)((c * 7) + (i * 5)) % 31, sign * (double)(((c * 11) + (i * 3)) % 29)))])];
        ConfidenceInterval interval = RankCorrelation.ClusterInterval(Clusters(1), 0.9), turned = RankCorrelation.ClusterInterval(Clusters(-1), 0.9);

        Assert.Equal(interval.Lower, -turned.Upper, 1e-12);
        Assert.Equal(interval.Upper, -turned.Lower, 1e-12);
        Assert.True(interval.Lower < RankCorrelation.ClusterInterval(Clusters(1), 0.5).Lower);
    }

    [Fact]
    public static void KeepsItsValueUnderAnyRisingCurveAndTurnsWithASide() => Pairs.Sample(
        pairs =>
        {
            var rho = RankCorrelation.Rho(pairs);
            var curved = RankCorrelation.Rho([.. pairs.Select(p => (Math.Exp(p.X / 3), Math.Pow(p.Y, 3)))]);
            var turned = RankCorrelation.Rho([.. pairs.Select(p => (-p.X, p.Y))]);
            var shuffled = RankCorrelation.Rho([.. pairs.OrderBy(p => p.Y * 7 % 5)]);
            return rho == curved && Same(rho, shuffled) && Same(-rho, turned);
        },
        seed: "0000KLr0GnW1");

    [Fact]
    public static void OfClustersThatGoTogetherIsLessCertainThanOfPairs()
    {
        // Four slices of one release move together: forty pairs are ten independent ones.
        var clusters = Enumerable.Range(0, 10).Select(r => (IReadOnlyList<(double, double)>)[.. Enumerable.Range(0, 4).Select(s => (Shift(r, 1) + (0.01 * s), Shift(r, 1) + Shift(r, 2) + (0.01 * s)))]).ToArray();
        var rho = RankCorrelation.Rho([.. clusters.SelectMany(c => c)])!.Value;

        var (clustered, independent) = (RankCorrelation.ClusterInterval(clusters, 0.9), RankCorrelation.Interval(rho, 40, 0.9));

        Assert.InRange(rho, clustered.Lower, clustered.Upper);
        Assert.True(clustered.Upper - clustered.Lower > 1.5 * (independent.Upper - independent.Lower));
        Assert.Equal(clustered, RankCorrelation.ClusterInterval(clusters, 0.9));
        Assert.NotEqual(clustered, RankCorrelation.ClusterInterval(clusters, 0.9, seed: 1));
    }

    [Fact]
    public static void OfOneClusterSaysNothing()
    {
        var interval = RankCorrelation.ClusterInterval([[(1, 1), (2, 2), (3, 3)]], 0.9);

        Assert.Equal((-1, 1), (interval.Lower, interval.Upper));
        Assert.Equal((-1, 1), (RankCorrelation.ClusterInterval([[(1, 1)], [(1, 2)]], 0.9).Lower, 1));
    }

    private static double Shift(int release, int column) => HashedReplicates.Uniform((ulong)release, column) - 0.5;

    private static bool Same(double? a, double? b) => a is null ? b is null : b is not null && Math.Abs(a.Value - b.Value) < 1e-12;
}
