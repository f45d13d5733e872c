using System.Numerics;
using CsCheck;
using EvalGate.Gating;

namespace EvalGate.Core.Tests.Gating.Samples;

public static class ExactSums
{
    private const string Seed = "0N0XIzNsQ0O2";

    private static readonly Gen<long[]> Values = Gen.Long[-(PowerSums.Limit - 1), PowerSums.Limit - 1].Array[0, 40];

    [Fact]
    public static void AreThoseOfWholeNumbers() => Values.Sample(
        values =>
        {
            var sums = Of(values);
            return sums.Count == values.Length
                && (BigInteger)sums.Sum == Sum(values, 1)
                && (BigInteger)sums.SumOfSquares == Sum(values, 2)
                && sums.SumOfCubes == Sum(values, 3);
        },
        seed: Seed,
        iter: 2000);

    [Fact]
    public static void AddUpWhateverTheOrderAndTheParts() => Gen.Select(Values, Gen.Int[0, 40]).Sample(
        drawn =>
        {
            var (values, at) = (drawn.Item1, Math.Min(drawn.Item2, drawn.Item1.Length));
            var merged = Of([.. values[at..].Reverse()]);
            merged.Add(Of(values[..at]));
            var whole = Of(values);
            return (merged.Count, merged.Sum, merged.SumOfSquares, merged.SumOfCubes) == (whole.Count, whole.Sum, whole.SumOfSquares, whole.SumOfCubes);
        },
        seed: Seed,
        iter: 500);

    [Fact]
    public static void GiveMomentsWithoutCancellation()
    {
        // 1e12 + {0, 1, 2, 3, 10}: a spread that sums of doubles would drown.
        long[] spread = [0, 1, 2, 3, 10];
        var near = Of(spread).Moments(10);
        var far = Of([.. spread.Select(v => v + 1_000_000_000_000)]).Moments(10);

        Assert.Equal(0.157, near.Variance, 14);
        Assert.Equal(near.Variance, far.Variance, 14);
        Assert.Equal(near.Skewness, far.Skewness, 12);
        Assert.Equal(100_000_000_000.32, far.Mean, 4);
    }

    [Fact]
    public static void HaveNoSpreadWhenAllAreEqual()
    {
        var moments = Of([7, 7, 7]).Moments(1);

        Assert.Equal((3, 7.0, 0.0, 0.0), (moments.Count, moments.Mean, moments.Variance, moments.Skewness));
        Assert.True(double.IsNaN(Of([]).Moments(1).Mean));
        Assert.Equal(0, Of([5]).Moments(1).Variance);
    }

    private static PowerSums Of(long[] values)
    {
        var sums = new PowerSums();
        foreach (var value in values)
        {
            sums.Add(value);
        }

        return sums;
    }

    private static BigInteger Sum(long[] values, int power) => values.Aggregate(BigInteger.Zero, (sum, v) => sum + BigInteger.Pow(v, power));
}
