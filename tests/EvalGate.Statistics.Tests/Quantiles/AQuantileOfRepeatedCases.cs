using CsCheck;

namespace EvalGate.Statistics.Tests.Quantiles;

public static class AQuantileOfRepeatedCases
{
    private static readonly Gen<(double Before, double After)[]> Pairs = Gen.Select(Gen.Double[0, 9], Gen.Double[0, 9]).Array[60, 120];

    [Fact]
    public static void IsThePlainOneWithOneResultEach() =>
        Property.HoldsFor(
            Pairs, 100,
            pairs =>
            {
                double[] before = [.. pairs.Select(pair => pair.Before)], after = [.. pairs.Select(pair => pair.After)];
                QuantileCase[] cases = [.. pairs.Select(pair => new QuantileCase([pair.Before], [pair.After]))];
                var (plain, repeated) = (QuantileDifference.Of(before, after, 0.8, 0.9), QuantileDifference.Of(cases, 0.8, 0.9));

                Assert.Equal((plain.Baseline, plain.Candidate), (repeated.Baseline, repeated.Candidate));
                Assert.Equal(plain.Correlation, repeated.Correlation, 1e-9);
                Assert.Equal(plain.Interval.Lower, repeated.Interval.Lower, 1e-9);
            });

    [Fact]
    public static void GivesEveryCaseTheSameWeight()
    {
        // Nine cases of 1, and one of three repetitions that are 10, 20 and 30: each of them is a thirtieth.
        QuantileCase[] cases = [.. Enumerable.Repeat(new QuantileCase([1], [1]), 9), new([10, 20, 30], [1])];

        Assert.Equal(1, QuantileDifference.Of(cases, 0.90, 0.9).Baseline.Value);
        Assert.Equal(10, QuantileDifference.Of(cases, 0.93, 0.9).Baseline.Value);
        Assert.Equal(20, QuantileDifference.Of(cases, 0.96, 0.9).Baseline.Value);
        Assert.Equal(30, QuantileDifference.Of(cases, 0.99, 0.9).Baseline.Value);
    }

    [Fact]
    public static void DoesNotLetRoundingChooseTheResult()
    {
        // 1/3 + 1/3 + 1/3 of nine cases, ⌈9 · ⅔⌉ of them at or below 1.
        QuantileCase[] cases = [.. Enumerable.Repeat(new QuantileCase([1, 1, 1], [1]), 6), .. Enumerable.Repeat(new QuantileCase([2, 2, 2], [1]), 3)];

        Assert.Equal(1, QuantileDifference.Of(cases, 6 / 9.0, 0.9).Baseline.Value);
    }

    [Fact]
    public static void PoolsToTheQuantileOfAllResults() =>
        Assert.Equal(PooledLimit.Of([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], 0.8).Limit, PooledLimit.LimitOf([.. Enumerable.Range(1, 5).Select(i => new QuantileCase([i], [i + 5]))], 0.8));

    [Fact]
    public static void PoolsToALimitThatStaysWhicheverResultsAreTheCandidates()
    {
        QuantileCase[] cases = [.. Enumerable.Range(0, 40).Select(i => new QuantileCase([i, i * 7 % 11], [i * 5 % 13]))];
        QuantileCase[] shuffled = [.. cases.Select((item, i) => i % 3 == 0 ? new QuantileCase([item.Candidate[0], item.Baseline[0]], [item.Baseline[1]]) : item)];

        Assert.Equal(PooledLimit.LimitOf(cases, 0.9), PooledLimit.LimitOf(shuffled, 0.9));
    }

    [Theory]
    [InlineData(0.95, 1)] // 6 of 100 are cut at 9: above 1 are 6 %, above 9 none
    [InlineData(0.98, 9)] // 2 % should be above, and none is nearer to that than 6 %
    public static void PoolsToALimitThatEqualResultsCannotHideBehind(double probability, double limit)
    {
        QuantileCase[] cases = [.. Enumerable.Range(0, 50).Select(i => new QuantileCase([i == 0 ? 9 : 1], [i % 10 == 5 ? 9 : 1]))];

        Assert.Equal(limit, PooledLimit.LimitOf(cases, probability));
    }

    [Fact]
    public static void IsUnknownWithoutCases()
    {
        Assert.Equal(double.NaN, QuantileDifference.Of([], 0.9, 0.9).Difference);
        Assert.Equal(double.NaN, PooledLimit.LimitOf((QuantileCase[])[], 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => PooledLimit.LimitOf((QuantileCase[])[], 1));
    }
}
