using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Core.Tests.Gating;

public static class AScaleOfSums
{
    // 2²¹ − 1 = 2,097,151 steps.
    [Theory]
    [InlineData(0, 1, 1_000_000L)]
    [InlineData(-1, 1, 1_000_000L)]
    [InlineData(0, 2.097151, 1_000_000L)]
    [InlineData(0, 2.097152, 100_000L)]
    [InlineData(-2, 2, 100_000L)]
    [InlineData(1, 5, 100_000L)]
    [InlineData(-20, -1, 100_000L)]
    [InlineData(0, 100, 10_000L)]
    [InlineData(90_000, 90_001, 10L)]
    [InlineData(0, 2_097_151, 1L)]
    [InlineData(0, 2_097_152, null)]
    public static void IsTheFinestThatCubesOfDifferencesStillFit(double minimum, double maximum, long? scale) =>
        Assert.Equal(scale, PairedMetric.ScaleOf(new ValueRange((decimal)minimum, (decimal)maximum)));
}
