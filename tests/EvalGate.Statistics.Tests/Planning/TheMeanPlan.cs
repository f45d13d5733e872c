namespace EvalGate.Statistics.Tests.Planning;

using Planning = EvalGate.Statistics.Planning;

public static class TheMeanPlan
{
    private static readonly MeanPlan Plan = new(100, 0.5, 0.05, 0.05);

    [Fact]
    public static void AddsThePowersShareToTheCriticalDrop() =>
        Assert.Equal((1.6448536269514722 + 0.8416212335729143) * 0.05, Planning.SmallestDetectableDrop(Plan)!.Value, 1e-9);

    [Fact]
    public static void StartsFromTheMarginWithManyCases() =>
        Assert.Equal(0.05 + 0.8416212335729143 * 0.0005, Planning.SmallestDetectableDrop(Plan with { Cases = 1_000_000 })!.Value, 1e-9);

    [Fact]
    public static void IsTheMarginWithoutSpread() =>
        Assert.Equal(0.05, Planning.SmallestDetectableDrop(Plan with { StandardDeviation = 0 }));

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public static void SeesNothingWithSoFewCases(long cases) => Assert.Null(Planning.SmallestDetectableDrop(Plan with { Cases = cases }));

    [Fact]
    public static void SeesSomethingFromFiveCases() => Assert.NotNull(Planning.SmallestDetectableDrop(Plan with { Cases = 5 }));

    [Fact]
    public static void NeedsTheLargerOfSampleSizeAndRareLossGuard()
    {
        Assert.Equal(619, Planning.CasesForHeld(Plan, 1));
        Assert.Equal(59, Planning.CasesForHeld(Plan with { StandardDeviation = 0.01 }, 1));
    }

    [Fact]
    public static void IsNeverHeldWithoutAMarginOrABound()
    {
        Assert.Null(Planning.CasesForHeld(Plan with { Margin = 0 }, 1));
        Assert.Null(Planning.CasesForHeld(Plan, double.PositiveInfinity));
    }

    [Theory]
    [InlineData(100, 0.5, 1)]
    [InlineData(100, 0.01, 4)]
    [InlineData(7, 0, 1)]
    public static void HoldsTheSmallestMarginAndNoneBelow(long cases, double deviation, double worst)
    {
        var plan = new MeanPlan(cases, deviation, 0, 0.05);

        var margin = Planning.SmallestHeldMargin(plan, worst)!.Value;

        Assert.InRange(Planning.CasesForHeld(plan with { Margin = margin }, worst)!.Value, 1, cases);
        Assert.InRange(Planning.CasesForHeld(plan with { Margin = margin - (2e-6 * worst) }, worst)!.Value, cases + 1, long.MaxValue);
    }

    [Fact]
    public static void HoldsNoMarginWithoutCasesOrABound()
    {
        Assert.Null(Planning.SmallestHeldMargin(Plan with { Cases = 0 }, 1));
        Assert.Null(Planning.SmallestHeldMargin(Plan with { Cases = 3, StandardDeviation = 1 }, 1));
        Assert.Null(Planning.SmallestHeldMargin(Plan, double.PositiveInfinity));
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.SmallestDetectableDrop(Plan with { Cases = -1 }));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.SmallestDetectableDrop(Plan with { StandardDeviation = double.NaN }));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.SmallestDetectableDrop(Plan with { Margin = -0.1 }));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.SmallestDetectableDrop(Plan with { Level = 1 }));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.CasesForHeld(Plan with { Level = 1 }, 1));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.CasesForHeld(Plan with { Power = 0 }, 1));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.CasesForHeld(Plan, 0));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.SmallestHeldMargin(Plan, 0));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.SmallestHeldMargin(Plan with { Cases = -1 }, 1));
    }
}
