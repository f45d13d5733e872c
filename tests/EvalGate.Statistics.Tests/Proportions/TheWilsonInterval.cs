namespace EvalGate.Statistics.Tests.Proportions;

public static class TheWilsonInterval
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("wilson_ci");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesPublishedValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        var interval = Wilson.Interval(vector.Count("x"), vector.Count("n"), vector.Number("confidence"));

        vector.Confirms("lower", interval.Lower);
        vector.Confirms("upper", interval.Upper);
    }

    [Fact]
    public static void IsEverythingWithoutCases() => Assert.Equal(new ConfidenceInterval(0, 1, 0.9), Wilson.Interval(0, 0, 0.9));

    [Fact]
    public static void TouchesTheEndWhenAllCasesAgree()
    {
        Assert.Equal(0, Wilson.Interval(0, 1, 0.9).Lower);
        Assert.Equal(1, Wilson.Interval(7, 7, 0.9).Upper);
        Assert.InRange(Wilson.Interval(7, 7, 0.9).Lower, 0.6, 0.8);
    }

    [Fact]
    public static void TouchesTheEndToTheLastBit() => Assert.All(Enumerable.Range(1, 500), cases =>
    {
        Assert.Equal(0, Wilson.Interval(0, cases, 0.95).Lower);
        Assert.Equal(1, Wilson.Interval(cases, cases, 0.95).Upper);
    });

    [Fact]
    public static void MirrorsWhenPassAndFailSwap()
    {
        var passes = Wilson.Interval(13, 40, 0.95);
        var fails = Wilson.Interval(27, 40, 0.95);

        Assert.Equal(passes.Lower, 1 - fails.Upper, 1e-12);
        Assert.Equal(passes.Upper, 1 - fails.Lower, 1e-12);
    }

    [Theory]
    [InlineData(-1, 4, 0.9)]
    [InlineData(5, 4, 0.9)]
    [InlineData(2, 4, 1.0)]
    public static void RefusesImpossibleInputs(long passes, long cases, double confidence) =>
        Refusal.Of<ArgumentOutOfRangeException>(() => Wilson.Interval(passes, cases, confidence));
}
