using CsCheck;

namespace EvalGate.Statistics.Tests.Means;

public static class HallsCorrectedT
{
    private static readonly Gen<double[]> Samples =
        Gen.Double[-1, 1].Select(value => value * value * value).Array[3, 40].Where(values => Moments.Of(values).Variance > 1e-6);

    public static TheoryData<string> Vectors => ReferenceVector.Ids("hall_skewness_corrected_t");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        var moments = Moments.Of(vector.Inputs<double>("d"));
        var mean = vector.Number("mu");

        var interval = HallT.Interval(moments, vector.Number("confidence"));

        vector.Confirms("mean", moments.Mean);
        vector.Confirms("skew", moments.Skewness);
        vector.Confirms("t_hall", HallT.Statistic(moments, mean));
        vector.Confirms("p_less", HallT.PValueBelow(moments, mean));
        vector.Confirms("p_greater", HallT.PValueAbove(moments, mean));
        vector.Confirms("lo", interval.Lower);
        vector.Confirms("hi", interval.Upper);
    }

    [Fact]
    public static void IsThePairedTTestWithoutSkewness()
    {
        var symmetric = new Moments(10, 1.58, 1.2299954832798732 * 1.2299954832798732, 0);

        var interval = HallT.Interval(symmetric, 0.95);

        Assert.Equal(0.001416445098692135, HallT.PValueAbove(symmetric, 0), 1e-9);
        Assert.Equal(0.7001142367452713, interval.Lower, 1e-9);
        Assert.Equal(2.4598857632547286, interval.Upper, 1e-9);
    }

    [Fact]
    public static void IsContinuousWhereSkewnessVanishes()
    {
        var none = HallT.Interval(new(20, 0.1, 0.04, 0), 0.9);
        var tiny = HallT.Interval(new(20, 0.1, 0.04, 1e-12), 0.9);

        Assert.Equal(none.Lower, tiny.Lower, 1e-12);
        Assert.Equal(none.Upper, tiny.Upper, 1e-12);
    }

    [Theory]
    [InlineData]
    [InlineData(-0.5)]
    [InlineData(-0.5, -0.5, -0.5)]
    public static void SaysNothingWithoutSpread(params double[] differences)
    {
        var moments = Moments.Of(differences);

        Assert.Equal(1, HallT.PValueBelow(moments, 0));
        Assert.Equal(1, HallT.PValueAbove(moments, -0.9));
        Assert.Equal(new(double.NegativeInfinity, double.PositiveInfinity, 0.9), HallT.Interval(moments, 0.9));
    }

    [Fact]
    public static void AgreesBetweenIntervalAndTests() =>
        Property.HoldsFor(
            Samples, 200,
            values =>
            {
                var moments = Moments.Of(values);
                var interval = HallT.Interval(moments, 0.9);
                Assert.Equal(0.05, HallT.PValueAbove(moments, interval.Lower), 1e-8);
                Assert.Equal(0.05, HallT.PValueBelow(moments, interval.Upper), 1e-8);
            });

    [Fact]
    public static void MirrorsWhenTheArmsSwap() =>
        Property.HoldsFor(
            Samples, 200,
            values =>
            {
                var moments = Moments.Of(values);
                var swapped = Moments.Of([.. values.Select(value => -value)]);
                Assert.Equal(HallT.PValueBelow(moments, 0), HallT.PValueAbove(swapped, 0), 1e-10);
                Assert.Equal(HallT.Interval(moments, 0.9).Lower, -HallT.Interval(swapped, 0.9).Upper, 1e-10);
            });
}
