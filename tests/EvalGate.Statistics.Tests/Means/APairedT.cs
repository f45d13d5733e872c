namespace EvalGate.Statistics.Tests.Means;

public static class APairedT
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("paired_t");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        var moments = Moments.Of(vector.Inputs<double>("d"));
        var mean = vector.Number("mu");

        var estimate = PairedT.Of(moments);
        var interval = estimate.Interval(vector.Number("confidence"));

        vector.Confirms("mean", estimate.Mean);
        vector.Confirms("sd", Math.Sqrt(moments.Variance));
        vector.Confirms("se", estimate.StandardError);
        vector.Confirms("df", estimate.DegreesOfFreedom);
        vector.Confirms("t", (estimate.Mean - mean) / estimate.StandardError);
        vector.Confirms("p_less", estimate.PValueBelow(mean));
        vector.Confirms("p_greater", estimate.PValueAbove(mean));
        vector.Confirms("p_two", 2 * Math.Min(estimate.PValueBelow(mean), estimate.PValueAbove(mean)));
        vector.Confirms("lo", interval.Lower);
        vector.Confirms("hi", interval.Upper);
    }

    [Fact]
    public static void IsHallsTestWithoutSkewness()
    {
        var symmetric = new Moments(20, -0.1, 0.09, 0);

        Assert.Equal(HallT.PValueBelow(symmetric, 0), PairedT.Of(symmetric).PValueBelow(0), 1e-13);
        Assert.Equal(HallT.Interval(symmetric, 0.9).Lower, PairedT.Of(symmetric).Interval(0.9).Lower, 1e-13);
    }

    [Theory]
    [InlineData]
    [InlineData(-0.5)]
    [InlineData(-0.5, -0.5, -0.5)]
    public static void SaysNothingWithoutSpread(params double[] differences)
    {
        var estimate = PairedT.Of(Moments.Of(differences));

        Assert.Equal(differences.Length == 0 ? double.NaN : -0.5, estimate.Mean);
        Assert.Equal(1, estimate.PValueBelow(0));
        Assert.Equal(1, estimate.PValueAbove(-0.9));
        Assert.Equal(new(double.NegativeInfinity, double.PositiveInfinity, 0.9), estimate.Interval(0.9));
    }

    [Fact]
    public static void RefusesImpossibleConfidence() =>
        Refusal.Of<ArgumentOutOfRangeException>(() => PairedT.Of(new(9, 0, 1, 0)).Interval(1));
}
