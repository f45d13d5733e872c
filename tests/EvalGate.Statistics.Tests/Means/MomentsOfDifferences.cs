using System.Numerics;
using CsCheck;

namespace EvalGate.Statistics.Tests.Means;

public static class MomentsOfDifferences
{
    [Fact]
    public static void AreEmptyWithoutValues()
    {
        Assert.Equal(new Moments(0, double.NaN, 0, 0), Moments.Of([]));
        Assert.Equal(new Moments(0, double.NaN, 0, 0), Moments.FromSums(0, 0, 0, 0, 1000));
    }

    [Fact]
    public static void HaveNoSpreadForOneValue()
    {
        Assert.Equal(new Moments(1, 0.1, 0, 0), Moments.Of([0.1]));
        Assert.Equal(new Moments(1, 0.1, 0, 0), Moments.FromSums(1, 100, 10_000, 1_000_000, 1000));
    }

    [Fact]
    public static void HaveExactlyNoSpreadWhenAllAreEqual()
    {
        Assert.Equal(new Moments(3, 0.1, 0, 0), Moments.Of([0.1, 0.1, 0.1]));
        for (var count = 2; count <= 40; count++)
        {
            foreach (var value in (long[])[100_000, -700_001, 1_300_000])
                Assert.Equal(new Moments(count, value / 1e6, 0, 0), Sums([.. Enumerable.Repeat(value, count)], 1_000_000));
        }
    }

    [Fact]
    public static void FollowTheirDefinition()
    {
        var moments = Moments.Of([1, 2, 6]);

        Assert.Equal(3, moments.Count);
        Assert.Equal(3, moments.Mean, 1e-15);
        Assert.Equal(7, moments.Variance, 1e-14);
        Assert.Equal((-8.0 - 1 + 27) / 3 / Math.Pow(7, 1.5), moments.Skewness, 1e-14);
    }

    [Fact]
    public static void AgreeBetweenValuesAndSums() =>
        Property.HoldsFor(
            Gen.Long[-1_000_000, 1_000_000].Array[2, 60], 200,
            values => AssertClose(Moments.Of([.. values.Select(value => value / 1e6)]), Sums(values, 1_000_000)));

    [Fact]
    public static void LoseNothingWhenTheMeanIsLargeAgainstTheSpread() =>
        Property.HoldsFor(
            Gen.Select(Gen.Long[-9, 9].Array[3, 60], Gen.Long[-1_000_000_000_000, 1_000_000_000_000]), 300,
            item =>
            {
                var (values, shift) = item;
                // The two-pass value of the unshifted data; 24 digits of the sums would cancel in floating point.
                var shifted = Sums([.. values.Select(value => value + shift)], 1000);
                var direct = Moments.Of([.. values.Select(value => value / 1e3)]);
                Assert.Equal((direct.Mean * 1e3 + shift) / 1e3, shifted.Mean, Math.Abs(shift / 1e3) * 1e-15 + 1e-12);
                AssertClose(direct with { Mean = 0 }, shifted with { Mean = 0 });
            });

    [Fact]
    public static void MergeInAnyOrder() =>
        Property.HoldsFor(
            Gen.Long[-1_000_000, 1_000_000].Array[4, 40], 100,
            values =>
            {
                var merged = values.Reverse().Chunk(3).Select(SumsOf).Aggregate(
                    (left, right) => (left.Count + right.Count, left.Sum + right.Sum, left.Squares + right.Squares, left.Cubes + right.Cubes));
                Assert.Equal(Sums(values, 1000), Moments.FromSums(merged.Count, merged.Sum, merged.Squares, merged.Cubes, 1000));
            });

    [Fact]
    public static void TakeInOneMoreValue() =>
        Property.HoldsFor(
            Gen.Select(Gen.Double[-1, 1].Array[0, 30], Gen.Double[-3, 3]), 200,
            item => AssertClose(Moments.Of([.. item.Item1, item.Item2]), Moments.Of(item.Item1).Including(item.Item2)));

    [Fact]
    public static void SurviveSumsOfABillionLargeValues()
    {
        // Half −10¹², half +10¹²: the largest sums that 128 bits take, nearly.
        const long count = 1_000_000_000;
        Int128 squares = (Int128)count * 1_000_000_000_000 * 1_000_000_000_000;

        var moments = Moments.FromSums(count, 0, squares, 0, 1_000_000);

        Assert.Equal(1, moments.Variance / (1e12 * count / (count - 1)), 1e-14);
        Assert.Equal(0, moments.Skewness);
    }

    [Fact]
    public static void StayNumbersWhenTheCubeOfTheDeviationUnderflows() =>
        Assert.Equal(0, Moments.Of([0, 0, 1e-130]).Skewness);

    [Fact]
    public static void RefuseImpossibleSums()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => Moments.FromSums(-1, 0, 0, 0, 1000));
        Refusal.Of<ArgumentOutOfRangeException>(() => Moments.FromSums(1, 0, 0, 0, 0));
        Refusal.Of<ArgumentException>(() => Moments.FromSums(2, 10, 49, 0, 1000));
        Assert.Equal(0, Moments.FromSums(2, 10, 50, 250, 1000).Variance);
    }

    private static Moments Sums(long[] values, long scale)
    {
        var (count, sum, squares, cubes) = SumsOf(values);
        return Moments.FromSums(count, sum, squares, cubes, scale);
    }

    private static (long Count, Int128 Sum, Int128 Squares, BigInteger Cubes) SumsOf(long[] values) => (
        values.Length,
        values.Aggregate((Int128)0, (sum, value) => sum + value),
        values.Aggregate((Int128)0, (sum, value) => sum + (Int128)value * value),
        values.Aggregate(BigInteger.Zero, (sum, value) => sum + BigInteger.Pow(value, 3)));

    private static void AssertClose(Moments expected, Moments actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        Assert.Equal(expected.Mean, actual.Mean, 1e-12);
        Assert.Equal(expected.Variance, actual.Variance, 1e-12 * expected.Variance);
        Assert.Equal(expected.Skewness, actual.Skewness, 1e-11);
    }
}
