using CsCheck;

namespace EvalGate.Statistics.Tests.Unpaired;

public static class AMiettinenNurminenTest
{
    private static readonly Gen<UnpairedCounts> Tables =
        Gen.Select(Gen.Int[0, 40], Gen.Int[1, 40], Gen.Int[0, 40], Gen.Int[1, 40])
            .Select((x, m, y, n) => new UnpairedCounts(Math.Min(x, m), m, Math.Min(y, n), n));

    public static TheoryData<string> Vectors => ReferenceVector.Ids("miettinen_nurminen_ci");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesPublishedIntervals(string id)
    {
        var vector = ReferenceVector.Of(id);
        var table = new UnpairedCounts(vector.Count("x2"), vector.Count("n2"), vector.Count("x1"), vector.Count("n1"));

        var interval = MiettinenNurminen.Interval(table, vector.Number("confidence"));

        vector.Confirms("estimate", table.Difference);
        vector.Confirms("lower", interval.Lower);
        vector.Confirms("upper", interval.Upper);
    }

    [Fact]
    public static void IsThePooledTestWithAFactorAtDifferenceZero()
    {
        var table = new UnpairedCounts(48, 80, 56, 70);
        const double pooled = 104 / 150.0;
        var z = table.Difference / Math.Sqrt(pooled * (1 - pooled) * (1 / 80.0 + 1 / 70.0) * 150 / 149);

        Assert.Equal(z, MiettinenNurminen.Score(table, 0), 1e-9);
        Assert.Equal(NormalCurve.Below(-z), MiettinenNurminen.PValueAbove(table, 0), 1e-9);
        Assert.Equal(NormalCurve.Below(z), MiettinenNurminen.PValueBelow(table, 0), 1e-9);
    }

    [Fact]
    public static void ConstrainsTheRatesByMaximumLikelihood() =>
        Property.HoldsFor(
            Gen.Select(Tables, Gen.Double[-0.9, 0.9]), 300,
            item =>
            {
                var (table, difference) = item;
                var rate = MiettinenNurminen.ConstrainedBaselineRate(table, difference);
                double lower = Math.Max(0, -difference), upper = Math.Min(1, 1 - difference);
                Assert.InRange(rate, lower, upper);

                // Where two roots meet at an end, a rate has half of the digits of a double: up to 40 cases a side then miss their likelihood by this.
                foreach (var step in Enumerable.Range(0, 101))
                    Assert.True(Likelihood(table, rate, difference) >= Likelihood(table, lower + (upper - lower) * step / 100, difference) - 3e-6);
            });

    // Here the likelihood is greatest where a rate is 0 or 1, and the root of its cubic misses that by the last bits.
    [Theory]
    [InlineData(0, 20, 2, 5, 0.1, 0)]
    [InlineData(1, 2, 0, 2, -0.3, 0.3)]
    [InlineData(20, 20, 10, 20, -0.3, 1)]
    [InlineData(1, 2, 20, 20, 0.05, 0.95)]
    public static void KeepsBothRatesFromZeroToOne(long passed, long before, long passes, long after, double difference, double rate) =>
        Assert.Equal(rate, MiettinenNurminen.ConstrainedBaselineRate(new(passed, before, passes, after), difference));

    [Fact]
    public static void AgreesBetweenIntervalAndTests() =>
        Property.HoldsFor(
            Tables, 200,
            table =>
            {
                var interval = MiettinenNurminen.Interval(table, 0.9);
                if (interval.Lower is > -0.99 and < 0.99)
                    Assert.Equal(0.05, MiettinenNurminen.PValueAbove(table, interval.Lower), 1e-5);
                if (interval.Upper is > -0.99 and < 0.99)
                    Assert.Equal(0.05, MiettinenNurminen.PValueBelow(table, interval.Upper), 1e-5);
            });

    [Fact]
    public static void MirrorsWhenTheArmsSwap() =>
        Property.HoldsFor(
            Tables, 200,
            table =>
            {
                var swapped = new UnpairedCounts(table.CandidatePasses, table.CandidateCases, table.BaselinePasses, table.BaselineCases);
                Assert.Equal(MiettinenNurminen.Interval(table, 0.9).Lower, -MiettinenNurminen.Interval(swapped, 0.9).Upper, 1e-6);
                Assert.Equal(MiettinenNurminen.PValueAbove(table, -0.1), MiettinenNurminen.PValueBelow(swapped, 0.1), 1e-6);
            });

    [Theory]
    [InlineData(0, 0, 3, 5)]
    [InlineData(3, 5, 0, 0)]
    public static void ShowsNothingWithAnEmptyArm(long passed, long before, long passes, long after)
    {
        var table = new UnpairedCounts(passed, before, passes, after);

        Assert.Equal(new(-1, 1, 0.9), MiettinenNurminen.Interval(table, 0.9));
        Assert.Equal(1, MiettinenNurminen.PValueAbove(table, -0.1));
        Assert.Equal(1, MiettinenNurminen.PValueBelow(table, 0.1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public static void ShowsNoDifferenceWhenAllCasesAreAlike(long passes)
    {
        var table = new UnpairedCounts(passes, 9, passes, 9);

        Assert.Equal(1, MiettinenNurminen.PValueAbove(table, 0));
        Assert.Equal(1, MiettinenNurminen.PValueBelow(table, 0));
        var interval = MiettinenNurminen.Interval(table, 0.9);
        Assert.Equal(-interval.Lower, interval.Upper, 1e-9);
        Assert.InRange(interval.Upper, 0.1, 0.4);
    }

    [Fact]
    public static void IsInfiniteWhereNothingElseCouldHaveBeenSeen()
    {
        Assert.Equal(double.PositiveInfinity, MiettinenNurminen.Score(new(3, 5, 2, 4), -1));
        Assert.Equal(double.NegativeInfinity, MiettinenNurminen.Score(new(3, 5, 2, 4), 1));
    }

    [Fact]
    public static void TouchesTheEndsWhenEveryCaseChangedSides()
    {
        Assert.Equal(-1, MiettinenNurminen.Interval(new(7, 7, 0, 7), 0.9).Lower);
        Assert.Equal(1, MiettinenNurminen.Interval(new(0, 7, 7, 7), 0.9).Upper);
        Assert.Equal(1, MiettinenNurminen.Interval(new(0, 1, 1, 1), 0.9).Upper);
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => MiettinenNurminen.PValueAbove(new(1, 5, 1, 5), 1));
        Refusal.Of<ArgumentOutOfRangeException>(() => MiettinenNurminen.PValueBelow(new(1, 5, 1, 5), double.NaN));
        Refusal.Of<ArgumentOutOfRangeException>(() => MiettinenNurminen.Interval(new(6, 5, 1, 5), 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => MiettinenNurminen.Interval(new(1, 5, 6, 5), 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => MiettinenNurminen.Interval(new(-1, 5, 1, 5), 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => MiettinenNurminen.Interval(new(1, 5, -1, 5), 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => MiettinenNurminen.Interval(new(1, 5, 1, 5), 0));
    }

    private static double Likelihood(UnpairedCounts table, double rate, double difference) =>
        Logarithm(table.BaselinePasses, rate) + Logarithm(table.BaselineCases - table.BaselinePasses, 1 - rate)
        + Logarithm(table.CandidatePasses, rate + difference) + Logarithm(table.CandidateCases - table.CandidatePasses, 1 - rate - difference);

    private static double Logarithm(long count, double rate) => count == 0 ? 0 : count * Math.Log(Math.Max(0, rate));
}
