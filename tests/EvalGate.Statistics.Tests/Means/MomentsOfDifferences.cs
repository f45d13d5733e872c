using CsCheck;

namespace EvalGate.Statistics.Tests.Means;

public static class MomentsOfDifferences
{
    [Fact]
    public static void AreEmptyWithoutValues()
    {
        Assert.Equal(new Moments(0, double.NaN, 0, 0), Moments.Of([]));
        Assert.Equal(new Moments(0, double.NaN, 0, 0), Moments.FromSums(0, 0, 0, 0));
    }

    [Fact]
    public static void HaveNoSpreadForOneValue()
    {
        Assert.Equal(new Moments(1, 0.1, 0, 0), Moments.Of([0.1]));
        Assert.Equal(new Moments(1, 0.1, 0, 0), Moments.FromSums(1, 0.1, 0.1 * 0.1, 0.001));
    }

    [Fact]
    public static void HaveExactlyNoSpreadWhenAllAreEqual()
    {
        Assert.Equal(new Moments(3, 0.1, 0, 0), Moments.Of([0.1, 0.1, 0.1]));
        for (var count = 2; count <= 40; count++)
        {
            foreach (var value in (double[])[0.1, -0.7, 1.3])
                Assert.Equal(0, Moments.FromSums(count, count * value, count * value * value, count * value * value * value).Variance);
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
            Gen.Double[-1, 1].Array[2, 60], 200,
            values =>
            {
                var direct = Moments.Of(values);
                var summed = Moments.FromSums(
                    values.Length, values.Sum(), values.Sum(value => value * value), values.Sum(value => value * value * value));
                Assert.Equal(direct.Mean, summed.Mean, 1e-12);
                Assert.Equal(direct.Variance, summed.Variance, 1e-12);
                Assert.Equal(direct.Skewness, summed.Skewness, 1e-6);
            });

    [Fact]
    public static void StayNumbersWhenTheCubeOfTheDeviationUnderflows() =>
        Assert.Equal(0, Moments.Of([0, 0, 1e-130]).Skewness);

    [Fact]
    public static void RefuseANegativeCount() => Assert.Throws<ArgumentOutOfRangeException>(() => Moments.FromSums(-1, 0, 0, 0));
}
