using CsCheck;

namespace EvalGate.Statistics.Tests.Quantiles;

public static class AQuantile
{
    [Fact]
    public static void IsAValueThatOccurred()
    {
        double[] hundred = [.. Enumerable.Range(1, 100).Select(value => (double)value)];

        Assert.Equal(95, QuantileEstimate.Of(hundred, 0.95, 0.9).Value);
        Assert.Equal(96, QuantileEstimate.Of(hundred, 0.951, 0.9).Value);
        Assert.Equal(1, QuantileEstimate.Of(hundred, 0.001, 0.9).Value);
        Assert.Equal(100, QuantileEstimate.Of(hundred, 0.999, 0.9).Value);
    }

    [Fact]
    public static void DoesNotLetRoundingChooseTheRank()
    {
        // 100 · 0.07 is 7.000000000000001 in floating point.
        double[] hundred = [.. Enumerable.Range(1, 100).Select(value => (double)value)];

        Assert.Equal(7, QuantileEstimate.Of(hundred, 0.07, 0.9).Value);
    }

    [Fact]
    public static void CountsRanksForItsInterval()
    {
        double[] values = [.. Enumerable.Range(1, 400).Reverse().Select(value => (double)value)];

        var interval = QuantileEstimate.Of(values, 0.9, 0.95).Interval;

        Assert.Equal(new(348, 373, 0.95), interval);
    }

    [Fact]
    public static void WidensByTheRootOfTheDesignEffect()
    {
        double[] values = [.. Enumerable.Range(1, 10_000).Select(value => (double)value)];

        var plain = QuantileEstimate.Of(values, 0.5, 0.9).Interval;
        var grouped = QuantileEstimate.Of(values, 0.5, 0.9, designEffect: 4).Interval;

        Assert.Equal(2, (grouped.Upper - grouped.Lower) / (plain.Upper - plain.Lower), 0.02);
    }

    [Theory]
    [InlineData(109, false)]
    [InlineData(110, true)]
    public static void HasAnUpperEndOnceItsRankExists(int count, bool isFinite)
    {
        double[] values = [.. Enumerable.Range(1, count).Select(value => (double)value)];

        Assert.Equal(isFinite, double.IsFinite(QuantileEstimate.Of(values, 0.95, 0.95).Interval.Upper));
    }

    [Fact]
    public static void CoversTheTruthAsOftenAsPromised()
    {
        // Uniform values: the true p90 is 0.9.
        var missed = Enumerable.Range(0, 1000).Count(run =>
        {
            var key = HashedReplicates.SplitMix64((ulong)run);
            var interval = QuantileEstimate.Of([.. Enumerable.Range(0, 150).Select(index => HashedReplicates.Uniform(key, index))], 0.9, 0.9).Interval;
            return interval.Lower > 0.9 || interval.Upper < 0.9;
        });

        Assert.InRange(missed, 20, 100);
    }

    [Fact]
    public static void IsUnknownForNoValuesAndOpenForOne()
    {
        Assert.Equal(double.NaN, QuantileEstimate.Of([], 0.5, 0.9).Value);
        Assert.Equal(new(double.NegativeInfinity, double.PositiveInfinity, 0.9), QuantileEstimate.Of([], 0.5, 0.9).Interval);
        Assert.Equal(new(7, new(double.NegativeInfinity, double.PositiveInfinity, 0.9)), QuantileEstimate.Of([7], 0.5, 0.9));
    }

    [Fact]
    public static void HasNoLengthWhenAllValuesAreEqual() =>
        Assert.Equal(new(3, new(3, 3, 0.9)), QuantileEstimate.Of([.. Enumerable.Repeat(3.0, 200)], 0.9, 0.9));

    [Fact]
    public static void LiesInsideItsInterval() =>
        Property.HoldsFor(
            Gen.Select(Gen.Double[-1, 1].Array[1, 60], Gen.Double[0.01, 0.99]), 300,
            item =>
            {
                var estimate = QuantileEstimate.Of(item.Item1, item.Item2, 0.9);
                Assert.InRange(estimate.Value, estimate.Interval.Lower, estimate.Interval.Upper);
            });

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => QuantileEstimate.Of([1], 0, 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => QuantileEstimate.Of([1], 0.5, 1));
        Refusal.Of<ArgumentOutOfRangeException>(() => QuantileEstimate.Of([1], 0.5, 0.9, 0.9));
    }
}
