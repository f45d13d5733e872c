using EvalGate.Scoring;

namespace EvalGate.Core.Tests.Scoring;

public static class AFixedPoint
{
    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(0.5, 1, 1)]
    [InlineData(-0.5, 1, -1)]
    [InlineData(2.5, 1, 3)]
    [InlineData(0.1, 1_000_000, 100_000)]
    [InlineData(1.0 / 3, 1_000_000, 333_333)]
    [InlineData(2.0 / 3, 1_000_000, 666_667)]
    [InlineData(1234.5678, 1_000, 1_234_568)]
    [InlineData(0.000123, 1_000_000_000, 123_000)]
    [InlineData(double.Epsilon, 1_000_000_000, 0)]
    public static void RoundsToTheNearestStep(double value, long scale, long steps)
    {
        Assert.Equal(steps, FixedPoint.Of(value, scale));
        Assert.Equal(-steps, FixedPoint.Of(-value, scale));
    }

    [Theory]
    [InlineData(1e300, 1)]
    [InlineData(1e10, 1_000_000_000)]
    [InlineData(double.PositiveInfinity, 1)]
    public static void StopsAtTheLargest(double value, long scale)
    {
        Assert.Equal(FixedPoint.Largest, FixedPoint.Of(value, scale));
        Assert.Equal(-FixedPoint.Largest, FixedPoint.Of(-value, scale));
    }

    [Fact]
    public static void RefusesWhatIsNoNumber() => Assert.Throws<ArgumentOutOfRangeException>(() => FixedPoint.Of(double.NaN, 1));
}
