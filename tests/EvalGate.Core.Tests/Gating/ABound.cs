using EvalGate.Gating;

namespace EvalGate.Core.Tests.Gating;

/// <summary>Means against tolerances and levels, in whole numbers: 0.1 + 0.2 is 0.3 here.</summary>
public static class ABound
{
    [Theory]
    [InlineData(10, 7, 0.3, false, false)] // fell from 1 to 0.7
    [InlineData(10, 7, 0.2999999999, false, true)]
    [InlineData(10, 7, 0.3, true, false)]
    [InlineData(20, 17, 0.15, true, false)] // from 2 to 1.7 is 15 %
    [InlineData(20, 17, 0.1499999999, true, true)]
    [InlineData(-20, -23, 0.15, true, false)] // less is better: from 2 to 2.3
    [InlineData(-20, -23, 0.1499999999, true, true)]
    [InlineData(7, 10, 0, false, false)]
    public static void OnAChangeIsExceededByMoreThanItself(int before, int now, double tolerance, bool isRelative, bool isExceeded) =>
        Assert.Equal(isExceeded, new ExactMean(now, 10, 1).IsWorseThan(new(before, 10, 1), new((decimal)tolerance, isRelative)));

    [Theory]
    [InlineData(30, 0, false, false)] // 3 of 4 and 30 of 40 are the same mean
    [InlineData(29, 0, false, true)]
    [InlineData(24, 0.2, true, false)] // 20 % of three quarters are 15 points
    [InlineData(23, 0.2, true, true)]
    [InlineData(24, 0.15, false, false)]
    [InlineData(23, 0.15, false, true)]
    public static void OnAChangeHoldsForArmsOfDifferentSizes(int passesOf40, double tolerance, bool isRelative, bool isExceeded) =>
        Assert.Equal(isExceeded, new ExactMean(2 * passesOf40, 40, 2).IsWorseThan(new(2 * 3, 4, 2), new((decimal)tolerance, isRelative)));

    [Theory]
    [InlineData(7, 0.7, false)]
    [InlineData(7, 0.7000000001, true)]
    [InlineData(-7, -0.7, false)]
    [InlineData(-7, -0.6999999999, true)]
    public static void OnALevelIsKeptByTheLevelItself(int sum, double level, bool isBelow) => Assert.Equal(isBelow, new ExactMean(sum, 5, 2).IsBelow((decimal)level));

    [Theory]
    [InlineData(0.05, false, 7.0, 0.05)]
    [InlineData(0.05, true, 7.0, 0.35)]
    [InlineData(0.05, true, -7.0, 0.35)]
    public static void IsANumberInUnits(double value, bool isRelative, double baseline, double expected) => Assert.Equal(expected, new Tolerance((decimal)value, isRelative).InUnits(baseline), 12);

    [Fact]
    public static void HasAMeanOfNothingToHoldAgainst()
    {
        Assert.Equal((0, 3.5), (new ExactMean(0, 0, 10).InUnits, new ExactMean(70, 2, 10).InUnits));
        Assert.False(new ExactMean(0, 0, 1).IsBelow(1));
    }
}
