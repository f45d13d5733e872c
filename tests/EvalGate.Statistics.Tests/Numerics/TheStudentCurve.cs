using CsCheck;

namespace EvalGate.Statistics.Tests.Numerics;

public static class TheStudentCurve
{
    [Theory]
    [InlineData(0.7, -0.3, 0.41461759318566753)]
    [InlineData(0.7, -8, 0.072329682430367787)]
    [InlineData(3.3, -1.7, 0.089661639453540277)]
    [InlineData(3.3, -8, 0.0014298602990806517)]
    [InlineData(29, -0.3, 0.38315854666448387)]
    [InlineData(29, -8, 4.0062878248158514e-9)]
    [InlineData(999, -1.7, 0.044721099109965707)]
    [InlineData(999, -8, 1.7149991288817979e-15)]
    [InlineData(1000, -1.7, 0.044720943479620017)]
    [InlineData(1000, -8, 1.7133307411957372e-15)]
    [InlineData(99999, -0.3, 0.38208888959828668)]
    [InlineData(99999, -8, 6.2869606013363229e-16)]
    [InlineData(100000000, -1.7, 0.044565464313409411)]
    [InlineData(100000000, -8, 6.2210262541147691e-16)]
    public static void AgreesWithFortyDigitArithmetic(double degreesOfFreedom, double t, double expected)
    {
        Assert.Equal(1, StudentCurve.Below(t, degreesOfFreedom) / expected, 2e-12);
        Assert.Equal(1 - expected, StudentCurve.Below(-t, degreesOfFreedom), 2e-12);
    }

    [Theory]
    [InlineData(0.7, 0.95, 13.587121347511173)]
    [InlineData(1, 0.975, 12.706204736174705)]
    [InlineData(4, 0.95, 2.1318467863266503)]
    [InlineData(29, 0.95, 1.6991270265334978)]
    [InlineData(29, 0.999999, 5.9171055404595622)]
    [InlineData(1000, 0.95, 1.6463788172854647)]
    [InlineData(999999, 0.975, 1.9599663568164793)]
    public static void HasQuantilesToElevenDigits(double degreesOfFreedom, double probability, double expected)
    {
        Assert.Equal(1, StudentCurve.Quantile(probability, degreesOfFreedom) / expected, 1e-11);
        Assert.Equal(-1, StudentCurve.Quantile(1 - probability, degreesOfFreedom) / expected, 1e-10);
    }

    [Fact]
    public static void IsSymmetricWithMedianZero()
    {
        foreach (var freedom in (double[])[0.5, 7, 5000])
        {
            Assert.Equal(0, StudentCurve.Quantile(0.5, freedom));
            Assert.Equal(0.5, StudentCurve.Below(0, freedom), 1e-15);
        }
    }

    [Fact]
    public static void ReachesItsEnds()
    {
        Assert.Equal(1, StudentCurve.Below(double.PositiveInfinity, 3));
        Assert.Equal(0, StudentCurve.Below(double.NegativeInfinity, 3000));
    }

    [Fact]
    public static void InvertsItselfForAnyDegreesOfFreedom() =>
        Property.HoldsFor(
            Gen.Select(Gen.Double[-1, 7], Gen.Double[0.500001, 0.9999999]), 500,
            pair =>
            {
                var freedom = Math.Pow(10, pair.Item1);
                Assert.Equal(1, StudentCurve.Below(-StudentCurve.Quantile(pair.Item2, freedom), freedom) / (1 - pair.Item2), 1e-9);
            });
}
