namespace EvalGate.Statistics.Tests.Sequential;

public static class AConfidenceSequence
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("asymptotic_confidence_sequence");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        var (mean, sd, alpha, tunedFor) = (vector.Number("mean"), vector.Number("sd"), vector.Number("alpha"), vector.Count("tuned_for_n"));
        var moments = new Moments(vector.Count("n"), mean, sd * sd, 0);

        var interval = ConfidenceSequence.Interval(moments, 1 - alpha, tunedFor);

        vector.Confirms("rho", ConfidenceSequence.Rho(alpha, tunedFor));
        vector.Confirms("half_width_two_sided", mean - interval.Lower);
        vector.Confirms("half_width_two_sided", interval.Upper - mean);
        vector.Confirms("half_width_one_sided", mean - ConfidenceSequence.LowerBound(moments, alpha, tunedFor));
        vector.Confirms("half_width_one_sided", ConfidenceSequence.UpperBound(moments, alpha, tunedFor) - mean);
    }

    [Fact]
    public static void IsTightestNearTheCasesItIsTunedFor()
    {
        var moments = new Moments(500, 0, 1, 0);
        double Width(long tunedFor) => ConfidenceSequence.UpperBound(moments, 0.05, tunedFor);

        Assert.True(Width(500) < Width(20));
        Assert.True(Width(500) < Width(20_000));
    }

    [Fact]
    public static void RarelyFailsHoweverOftenOneLooks()
    {
        var failed = Enumerable.Range(0, 500).Count(stream =>
        {
            var values = Enumerable.Range(0, 400).Select(index => HashedReplicates.Uniform(HashedReplicates.SplitMix64((ulong)stream), index)).ToArray();
            return Enumerable.Range(3, 37).Any(tens => ConfidenceSequence.LowerBound(Moments.Of(values.AsSpan(0, 10 * tens)), 0.05, 200) > 0.5);
        });

        Assert.InRange(failed / 500.0, 0.001, 0.05);
    }

    [Theory]
    [InlineData]
    [InlineData(1.0)]
    [InlineData(1.0, 1.0, 1.0)]
    public static void SaysNothingWithoutSpread(params double[] values)
    {
        var moments = Moments.Of(values);

        Assert.Equal(new(double.NegativeInfinity, double.PositiveInfinity, 0.9), ConfidenceSequence.Interval(moments, 0.9, 100));
        Assert.Equal(double.NegativeInfinity, ConfidenceSequence.LowerBound(moments, 0.05, 100));
        Assert.Equal(double.PositiveInfinity, ConfidenceSequence.UpperBound(moments, 0.05, 100));
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        var moments = new Moments(9, 0, 1, 0);

        Refusal.Of<ArgumentOutOfRangeException>(() => ConfidenceSequence.Interval(moments, 1, 100));
        Refusal.Of<ArgumentOutOfRangeException>(() => ConfidenceSequence.LowerBound(moments, 0, 100));
        Refusal.Of<ArgumentOutOfRangeException>(() => ConfidenceSequence.UpperBound(moments, 0.05, 0));
    }
}
