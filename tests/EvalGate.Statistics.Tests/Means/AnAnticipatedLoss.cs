using CsCheck;

namespace EvalGate.Statistics.Tests.Means;

public static class AnAnticipatedLoss
{
    private static readonly Gen<double[]> Samples = Gen.Double[-1, 1].Array[2, 60];

    [Fact]
    public static void IsTheTTestWithOneMoreDifference() =>
        Property.HoldsFor(
            Samples, 200,
            values =>
            {
                var expected = PairedT.Of(Moments.Of([.. values, -1]));
                var actual = AnticipatedLoss.Of(Moments.Of(values), 1);
                Assert.Equal(expected.Mean, actual.Mean, 1e-12);
                Assert.Equal(expected.StandardError, actual.StandardError, 1e-12);
                Assert.Equal(expected.DegreesOfFreedom, actual.DegreesOfFreedom);
            });

    [Fact]
    public static void IsTheClusterRobustMeanWithOneMoreCluster()
    {
        ClusterSizeSum[] sizes = [new(2, 3, -5, 13), new(4, 1, 3, 9)];

        // Ten cases in four clusters: the fifth has three.
        Assert.Equal(ClusterRobustMean.Of([.. sizes, new(3, 1, -15, 225)], 10), AnticipatedLoss.Of(sizes, 10, 0.5));
    }

    [Fact]
    public static void IsTheSameForCasesAndClustersOfOne() =>
        Property.HoldsFor(
            Gen.Long[-1000, 1000].Array[2, 40], 100,
            values =>
            {
                var cases = AnticipatedLoss.Of(Moments.Of([.. values.Select(value => value / 1e3)]), 1);
                var clusters = AnticipatedLoss.Of([.. values.Select(value => new ClusterSizeSum(1, 1, value, value * value))], 1e3, 1);
                Assert.Equal(cases.PValueAbove(-0.05), clusters.PValueAbove(-0.05), 1e-9);
            });

    [Fact]
    public static void AssuresLessThanTheSampleAlone() =>
        Property.HoldsFor(
            Gen.Double[-0.2, 0.2].Array[10, 60], 200,
            values => Assert.True(
                AnticipatedLoss.Of(Moments.Of(values), 1).PValueAbove(-0.25) > PairedT.Of(Moments.Of(values)).PValueAbove(-0.25)));

    [Theory]
    [InlineData(52, false)]
    [InlineData(53, true)]
    public static void RulesOutALossFromEnoughIdenticalCases(int cases, bool isRuledOut)
    {
        var unchanged = AnticipatedLoss.Of(new Moments(cases, 0, 0, 0), 1);

        Assert.Equal(isRuledOut, unchanged.PValueAbove(-0.05) <= 0.05);
    }

    [Fact]
    public static void ShowsNothingWithoutCases()
    {
        Assert.Equal(1, AnticipatedLoss.Of(Moments.Of([]), 1).PValueAbove(-0.9));
        Assert.Equal(1, AnticipatedLoss.Of([], 1, 1).PValueAbove(-0.9));
        Assert.InRange(AnticipatedLoss.Of(Moments.Of([0]), 1).PValueAbove(-0.05), 0.5, 1);
    }

    [Fact]
    public static void DoesNotAssureWhereHallDoes()
    {
        // A drop of four points everywhere, and no sign of the total losses that cost the fifth.
        var drifted = Moments.Of([.. Enumerable.Range(0, 100).Select(index => -0.04 + (index % 5 - 2) * 0.001)]);

        Assert.InRange(HallT.PValueAbove(drifted, -0.05), 0, 1e-9);
        Assert.InRange(AnticipatedLoss.Of(drifted, 1).PValueAbove(-0.05), 0.4, 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public static void RefusesAnUnboundedLoss(double worstLoss)
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => AnticipatedLoss.Of(new Moments(9, 0, 1, 0), worstLoss));
        Refusal.Of<ArgumentOutOfRangeException>(() => AnticipatedLoss.Of([], 1, worstLoss));
    }
}
