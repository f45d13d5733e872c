using System.Numerics;

namespace EvalGate.Statistics.Tests.Numerics;

public static class ABinomialTail
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 0, 0)]
    [InlineData(-3, 5, 1)]
    [InlineData(0, 5, 1)]
    [InlineData(6, 5, 0)]
    public static void IsCertainOrImpossibleOutsideTheTrials(long successes, long trials, double expected) =>
        Assert.Equal(expected, BinomialTail.AtLeast(successes, trials, 0.3));

    [Fact]
    public static void IsExactForCertainAndImpossibleSuccess()
    {
        Assert.Equal(0, BinomialTail.AtLeast(1, 10, 0));
        Assert.Equal(1, BinomialTail.AtLeast(10, 10, 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(61)]
    [InlineData(300)]
    public static void EqualsTheSumOfBinomialCoefficients(int trials)
    {
        BigInteger coefficient = 1, tail = 0;
        for (var successes = trials; successes >= 1; successes--)
        {
            tail += coefficient;
            coefficient = coefficient * successes / (trials - successes + 1);
            var expected = Math.Exp(BigInteger.Log(tail) - trials * Math.Log(2));
            Assert.Equal(1, BinomialTail.AtLeast(successes, trials, 0.5) / expected, 1e-12);
        }
    }

    [Theory]
    [InlineData(3, 10, 0.1, 0.0701908264)]
    [InlineData(1, 20, 0.02, 0.3323920282)]
    [InlineData(9, 10, 0.9, 0.7360989291)]
    public static void AgreesWithTablesForUnfairCoins(long successes, long trials, double probability, double expected) =>
        Assert.Equal(expected, BinomialTail.AtLeast(successes, trials, probability), 1e-10);

    [Theory]
    [InlineData(501_000, 1_000_000, 0.5, 2.28041499326910432e-2)]
    [InlineData(5_003_000, 10_000_000, 0.5, 2.89106426579187735e-2)]
    [InlineData(301_000, 1_000_000, 0.3, 1.46086392680194987e-2)]
    [InlineData(1_200, 1_000_000, 0.001, 4.58963860610077033e-10)]
    public static void AgreesWithSixtyDigitArithmetic(long successes, long trials, double probability, double expected) =>
        Assert.Equal(1, BinomialTail.AtLeast(successes, trials, probability) / expected, 1e-11);

    [Fact]
    public static void IsOneHalfAtTheMiddleOfAnOddNumberOfFairTrials() =>
        Assert.Equal(0.5, BinomialTail.AtLeast(5_000_000, 9_999_999, 0.5), 1e-11);

    [Fact]
    public static void KeepsItsPrecisionFarOutInTenMillionTrials()
    {
        // P(X >= n/2 + 15 sd), normal tail 3.67e-51 with the continuity correction's relative effect below 0.2 %.
        var tail = BinomialTail.AtLeast(5_000_000 + 23_717, 10_000_000, 0.5);

        Assert.InRange(tail, 3.6e-51, 3.75e-51);
    }

    [Fact]
    public static void AddsUpToOneWithItsMirrorImage() =>
        Assert.Equal(1, BinomialTail.AtLeast(301_000, 1_000_000, 0.3) + BinomialTail.AtLeast(699_001, 1_000_000, 0.7), 1e-11);

    [Theory]
    [InlineData(-1, 0.5)]
    [InlineData(4, -0.1)]
    [InlineData(4, 1.1)]
    [InlineData(4, double.NaN)]
    public static void RefusesImpossibleInputs(long trials, double probability) =>
        Refusal.Of<ArgumentOutOfRangeException>(() => BinomialTail.AtLeast(2, trials, probability));
}
