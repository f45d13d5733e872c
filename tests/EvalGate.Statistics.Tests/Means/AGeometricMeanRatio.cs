using CsCheck;

namespace EvalGate.Statistics.Tests.Means;

public static class AGeometricMeanRatio
{
    private static readonly Gen<(double Before, double After)[]> Pairs =
        Gen.Select(Gen.Double[0.1, 9], Gen.Double[0.1, 9]).Select((before, after) => (before, after)).Array[3, 30];

    [Fact]
    public static void IsTheRootOfTheProduct()
    {
        var ratio = GeometricMeanRatio.Of([1, 2, 4], [2, 2, 16]);

        Assert.Equal(2, ratio.Value, 1e-14);
        Assert.Equal(3, ratio.Cases);
    }

    [Fact]
    public static void TestsTheMeanOfTheLogarithms()
    {
        var ratio = GeometricMeanRatio.Of([1, 1, 1, 1], [1.1, 1.3, 0.9, 1.2]);
        var logarithms = Moments.Of([Math.Log(1.1), Math.Log(1.3), Math.Log(0.9), Math.Log(1.2)]);

        Assert.Equal(HallT.PValueAbove(logarithms, Math.Log(1.05)), ratio.PValueAbove(1.05), 1e-14);
        Assert.Equal(HallT.PValueBelow(logarithms, Math.Log(1.5)), ratio.PValueBelow(1.5), 1e-14);
        Assert.Equal(Math.Exp(HallT.Interval(logarithms, 0.9).Upper), ratio.Interval(0.9).Upper, 1e-14);
    }

    [Fact]
    public static void BecomesItsReciprocalWhenTheArmsSwap() =>
        Property.HoldsFor(
            Pairs, 200,
            pairs =>
            {
                double[] before = [.. pairs.Select(pair => pair.Before)], after = [.. pairs.Select(pair => pair.After)];
                var ratio = GeometricMeanRatio.Of(before, after);
                var swapped = GeometricMeanRatio.Of(after, before);
                Assert.Equal(1, ratio.Value * swapped.Value, 1e-12);
                Assert.Equal(1, ratio.Interval(0.9).Lower * swapped.Interval(0.9).Upper, 1e-9);
                Assert.Equal(ratio.PValueAbove(1.2), swapped.PValueBelow(1 / 1.2), 1e-9);
            });

    [Fact]
    public static void AgreesBetweenIntervalAndTests() =>
        Property.HoldsFor(
            Pairs, 100,
            pairs =>
            {
                var ratio = GeometricMeanRatio.Of([.. pairs.Select(pair => pair.Before)], [.. pairs.Select(pair => pair.After)]);
                Assert.Equal(0.05, ratio.PValueAbove(ratio.Interval(0.9).Lower), 1e-8);
                Assert.Equal(0.05, ratio.PValueBelow(ratio.Interval(0.9).Upper), 1e-8);
            });

    [Fact]
    public static void SaysNothingWithoutSpread()
    {
        Assert.Equal(double.NaN, GeometricMeanRatio.Of([], []).Value);
        foreach (var ratio in (GeometricMeanRatio[])[GeometricMeanRatio.Of([], []), GeometricMeanRatio.Of([1], [3]), GeometricMeanRatio.Of([1, 2], [3, 6])])
        {
            Assert.Equal(1, ratio.PValueAbove(0.5));
            Assert.Equal(1, ratio.PValueBelow(99));
            Assert.Equal(new(0, double.PositiveInfinity, 0.9), ratio.Interval(0.9));
        }
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, -1)]
    [InlineData(1, double.NaN)]
    [InlineData(double.PositiveInfinity, 1)]
    public static void RefusesWhatHasNoLogarithm(double before, double after) =>
        Refusal.Of<ArgumentException>(() => GeometricMeanRatio.Of([before], [after]));

    [Fact]
    public static void RefusesUnpairedInputsAndImpossibleRatios()
    {
        Refusal.Of<ArgumentException>(() => GeometricMeanRatio.Of([1, 2], [1]));
        Refusal.Of<ArgumentOutOfRangeException>(() => GeometricMeanRatio.Of([1], [1]).PValueAbove(0));
        Refusal.Of<ArgumentOutOfRangeException>(() => GeometricMeanRatio.Of([1], [1]).PValueBelow(-1));
    }
}
