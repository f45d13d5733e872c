
namespace EvalGate.Statistics.Tests.Planning;

using Planning = EvalGate.Statistics.Planning;

public static class ThePassFailPlan
{
    [Theory]
    [InlineData(25, 0.05, 0.05, 0.05)]
    [InlineData(60, 0.10, 0.05, 0.05)]
    [InlineData(60, 0.00, 0.10, 0.01)]
    [InlineData(100, 0.04, 0.00, 0.05)]
    [InlineData(100, 0.05, 0.29, 0.05)]
    public static void FindsTheSmallestDropWithThePower(int cases, double flipRate, double margin, double level)
    {
        var plan = new PassFailPlan(cases, flipRate, margin, level);

        var drop = Planning.SmallestDetectableDrop(plan)!.Value;

        Assert.InRange(drop, margin, 1);
        Assert.InRange(Power(plan, drop), 0.8, 0.8001);
        Assert.True(Power(plan, drop - 0.001) < 0.8);
    }

    [Theory]
    [InlineData(300, 0.05)]
    [InlineData(59, 0)]
    [InlineData(1, 0)]
    public static void HoldsTheSmallestMarginAndNoneBelow(long cases, double flipRate)
    {
        var plan = new PassFailPlan(cases, flipRate, 0, 0.05);

        var margin = Planning.SmallestHeldMargin(plan)!.Value;

        Assert.InRange(Planning.CasesForHeld(plan with { Margin = margin })!.Value, 1, cases);
        Assert.InRange(Planning.CasesForHeld(plan with { Margin = margin - 2e-6 })!.Value, cases + 1, long.MaxValue);
    }

    [Fact]
    public static void HoldsNoMarginWithoutCases()
    {
        Assert.Null(Planning.SmallestHeldMargin(new PassFailPlan(0, 0.1, 0, 0.05)));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.SmallestHeldMargin(new PassFailPlan(-1, 0.1, 0, 0.05)));
    }

    [Fact]
    public static void NeedsADropOfTwentySixPointsInASliceOfTwentyFive()
    {
        var drop = Planning.SmallestDetectableDrop(new PassFailPlan(25, 0.04, 0.05, 0.05));

        Assert.InRange(drop!.Value, 0.22, 0.30);
    }

    [Theory]
    [InlineData(0, 0.05, 0.05)]
    [InlineData(4, 0.05, 0.05)]
    [InlineData(50, 1.0, 0.05)]
    [InlineData(400, 1.0, 0.05)]
    public static void SeesNothingWhereLosingEverythingWouldNotBeRed(long cases, double margin, double level) =>
        Assert.Null(Planning.SmallestDetectableDrop(new PassFailPlan(cases, 0.1, margin, level)));

    [Fact]
    public static void SeesALossOfEverythingFromFiveCases() =>
        Assert.InRange(Planning.SmallestDetectableDrop(new PassFailPlan(5, 0, 0.05, 0.05))!.Value, 0.9, 1);

    [Theory]
    [InlineData(0.02, 0.05, 0.05)]
    [InlineData(0.10, 0.05, 0.05)]
    [InlineData(0.10, 0.02, 0.01)]
    [InlineData(0.30, 0.10, 0.05)]
    public static void HardlyJumpsWhereTheApproximationTakesOver(double flipRate, double margin, double level)
    {
        var exact = Planning.SmallestDetectableDrop(new PassFailPlan(200, flipRate, margin, level))!.Value;
        var approximate = Planning.SmallestDetectableDrop(new PassFailPlan(201, flipRate, margin, level))!.Value;

        Assert.Equal(1, approximate / exact, 0.15);
    }

    [Theory]
    [InlineData(400, 0.10, 0.00, 0.05)]
    [InlineData(400, 0.10, 0.05, 0.05)]
    [InlineData(3_000, 0.02, 0.01, 0.001)]
    public static void SolvesTheApproximationForManyCases(long cases, double flipRate, double margin, double level)
    {
        var drop = Planning.SmallestDetectableDrop(new PassFailPlan(cases, flipRate, margin, level))!.Value;

        var rate = Math.Max(flipRate, drop);
        var critical = Math.Max(margin, SampleSize.NullQuantile(level) * Math.Sqrt(rate / cases));
        Assert.Equal(critical + 0.8416212335729143 * Math.Sqrt((rate - drop * drop) / cases), drop, 3e-6);
    }

    [Fact]
    public static void SeesSmallerDropsWithMoreCases()
    {
        long[] sizes = [10, 30, 90, 190, 400, 2_000, 50_000];
        double[] drops = [.. sizes.Select(cases => Planning.SmallestDetectableDrop(new PassFailPlan(cases, 0.05, 0.02, 0.05))!.Value)];

        Assert.Equal(drops.OrderDescending(), drops);
        Assert.InRange(drops[^1], 0.02, 0.022);
    }

    [Theory]
    [InlineData(0.00, 0.05)]
    [InlineData(0.02, 0.05)]
    [InlineData(0.05, 0.05)]
    [InlineData(0.10, 0.05)]
    [InlineData(0.10, 0.10)]
    public static void NamesCasesThatAreHeldWithAboutThePower(double flipRate, double margin)
    {
        var cases = (int)Planning.CasesForHeld(new PassFailPlan(0, flipRate, margin, 0.05))!.Value;

        var held = Trinomial.Chance(cases, flipRate / 2, flipRate / 2, (gains, losses) =>
            TangoScore.NonInferiorityPValue(gains, losses, cases, margin) <= 0.05 && RareLoss.IsRuledOut(cases, margin, 1, 0.05));

        Assert.True(held >= 0.75, $"{cases} cases are held with {held}");
        Assert.True(cases >= RareLoss.MinimumCases(margin, 1, 0.05));
    }

    [Fact]
    public static void IsNeverHeldOrCaughtWithoutAMargin()
    {
        Assert.Null(Planning.CasesForHeld(new PassFailPlan(10, 0.1, 0, 0.05)));
        Assert.Null(Planning.CasesToCatch(new PassFailPlan(10, 0.1, 0, 0.05)));
    }

    [Fact]
    public static void IsHeldByOneCaseWhenAnyLossIsTolerated() =>
        Assert.Equal(1, Planning.CasesForHeld(new PassFailPlan(10, 0.1, 1, 0.05)));

    [Fact]
    public static void CatchesByConnorsNumber()
    {
        Assert.Equal(246, Planning.CasesToCatch(new PassFailPlan(10, 0.1, 0.05, 0.05)));
        Assert.Equal(
            SampleSize.PassFailDrop(0.05, 0.05, 0.05, 0.8), Planning.CasesToCatch(new PassFailPlan(10, 0.01, 0.05, 0.05)));
    }

    [Fact]
    public static void IsFastEnoughForEverySliceOfAReport()
    {
        var plan = new PassFailPlan(200, 0.1, 0.05, 0.05);
        Planning.SmallestDetectableDrop(plan);

        var took = ProcessorTime.Of(() =>
        {
            for (var slice = 0; slice < 50; slice++)
                Planning.SmallestDetectableDrop(plan with { Cases = 151 + slice });
        });

        Assert.True(took < TimeSpan.FromSeconds(10), $"50 slices took {took}");
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        var plan = new PassFailPlan(10, 0.1, 0.05, 0.05);

        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.SmallestDetectableDrop(plan with { Cases = -1 }));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.SmallestDetectableDrop(plan with { FlipRate = 1.1 }));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.CasesForHeld(plan with { Margin = -0.1 }));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.CasesForHeld(plan with { Level = 0 }));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.CasesForHeld(plan with { Power = 1 }));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.CasesToCatch(plan with { Level = 0 }));
        Refusal.Of<ArgumentOutOfRangeException>(() => Planning.CasesToCatch(plan with { Power = 1 }));
    }

    private static double Power(PassFailPlan plan, double drop)
    {
        var flipRate = Math.Max(plan.FlipRate, drop);
        return Trinomial.Chance((int)plan.Cases, (flipRate - drop) / 2, (flipRate + drop) / 2, (gains, losses) =>
            McNemar.PValueWorse(gains, losses) <= plan.Level && losses - gains > Math.Round(plan.Margin * plan.Cases, 6));
    }
}
