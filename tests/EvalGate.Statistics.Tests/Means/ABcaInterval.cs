namespace EvalGate.Statistics.Tests.Means;

public static class ABcaInterval
{
    private static readonly double[] Skewed = [0, 0, 0, 0.1, -0.2, 0.3, -0.9, 0, 0.2, -0.4, 0.1, 0];

    public static TheoryData<string> Hashed => ReferenceVector.Ids("bca_bootstrap_mean");

    public static TheoryData<string> AnyGenerator => ReferenceVector.Ids("bca_bootstrap_mean_any_rng");

    [Theory]
    [MemberData(nameof(Hashed))]
    public static void ReproducesHashedReplicates(string id)
    {
        var vector = ReferenceVector.Of(id);
        var values = vector.Inputs<double>("d");
        var (replicates, seed) = ((int)vector.Count("replicates"), (ulong)vector.Count("seed"));
        var confidence = vector.Number("confidence");
        double[] means = [.. Enumerable.Range(0, replicates).Select(replicate => BcaBootstrap.MeanOf(values, replicate, seed)).Order()];
        var moments = Moments.Of(values);
        double bias = BcaBootstrap.Bias(means, moments), acceleration = BcaBootstrap.Acceleration(moments);

        var interval = BcaBootstrap.Mean(values, confidence, replicates, seed);

        vector.Confirms("z0", bias);
        vector.Confirms("a", acceleration);
        vector.Confirms("q_lo", BcaBootstrap.Shifted((1 - confidence) / 2, bias, acceleration));
        vector.Confirms("q_hi", BcaBootstrap.Shifted((1 + confidence) / 2, bias, acceleration));
        vector.Confirms("lo", interval.Lower);
        vector.Confirms("hi", interval.Upper);
        vector.Confirms("pct_lo", SortedQuantile.Interpolated(means, (1 - confidence) / 2));
        vector.Confirms("pct_hi", SortedQuantile.Interpolated(means, (1 + confidence) / 2));
    }

    [Theory]
    [MemberData(nameof(AnyGenerator))]
    public static void AgreesWithAnotherGenerator(string id)
    {
        var vector = ReferenceVector.Of(id);

        var interval = BcaBootstrap.Mean(vector.Inputs<double>("d"), vector.Number("confidence"));

        vector.Confirms("lower", interval.Lower);
        vector.Confirms("upper", interval.Upper);
    }

    [Fact]
    public static void IsTheSameEveryTime() =>
        Assert.Equal(BcaBootstrap.Mean(Skewed, 0.9, 500, 7), BcaBootstrap.Mean(Skewed, 0.9, 500, 7));

    [Fact]
    public static void DependsOnTheSeed() =>
        Assert.NotEqual(BcaBootstrap.Mean(Skewed, 0.9, 500, 7), BcaBootstrap.Mean(Skewed, 0.9, 500, 8));

    [Fact]
    public static void MovesAndScalesWithTheValues()
    {
        var interval = BcaBootstrap.Mean(Skewed, 0.9, 999);
        var moved = BcaBootstrap.Mean([.. Skewed.Select(value => 2 * value + 5)], 0.9, 999);

        Assert.Equal(2 * interval.Lower + 5, moved.Lower, 1e-9);
        Assert.Equal(2 * interval.Upper + 5, moved.Upper, 1e-9);
    }

    [Fact]
    public static void WidensWithConfidence()
    {
        var narrow = BcaBootstrap.Mean(Skewed, 0.8);
        var wide = BcaBootstrap.Mean(Skewed, 0.95);

        Assert.True(wide.Lower < narrow.Lower && narrow.Lower < Skewed.Average());
        Assert.True(wide.Upper > narrow.Upper && narrow.Upper > Skewed.Average());
    }

    [Theory]
    [InlineData]
    [InlineData(-0.5)]
    [InlineData(-0.5, -0.5, -0.5)]
    public static void SaysNothingWithoutSpread(params double[] values) =>
        Assert.Equal(new(double.NegativeInfinity, double.PositiveInfinity, 0.9), BcaBootstrap.Mean(values, 0.9));

    [Fact]
    public static void StaysFiniteWhenEveryReplicateIsOnOneSide() =>
        Assert.True(double.IsFinite(BcaBootstrap.Mean([0, 1], 0.9, replicates: 1).Lower));

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => BcaBootstrap.Mean(Skewed, 1));
        Refusal.Of<ArgumentOutOfRangeException>(() => BcaBootstrap.Mean(Skewed, 0.9, 0));
    }
}
