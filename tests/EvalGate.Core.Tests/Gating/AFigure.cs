using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class AFigure
{
    private static readonly Metric Tokens = AMetric.Cost("tokens") with { Unit = "tokens" };

    [Theory]
    [InlineData(0.8754, "87.5 %")]
    [InlineData(0, "0.0 %")]
    [InlineData(1, "100.0 %")]
    public static void OfAShareIsInPercent(double value, string shown) => Assert.Equal(shown, Figures.Value(AMetric.PassFail("correct"), value));

    [Theory]
    [InlineData(9.994, "9.99 ms")]
    [InlineData(10, "10 ms")]
    [InlineData(999, "999 ms")]
    [InlineData(1000, "1.00 s")]
    [InlineData(12345, "12.35 s")]
    public static void OfADurationHasTheUnitThatPeopleReadItIn(double value, string shown) => Assert.Equal(shown, Figures.Value(AMetric.Duration("latency_ms"), value));

    [Theory]
    [InlineData(99.9, "99.9 tokens")]
    [InlineData(100, "100 tokens")]
    [InlineData(-99.9, "−99.9 tokens")]
    [InlineData(-100, "−100 tokens")]
    public static void OfACountHasADecimalBelowAHundred(double value, string shown) => Assert.Equal(shown, Figures.Value(Tokens, value));

    [Theory]
    [InlineData(0.4124, "0.412")]
    [InlineData(9.999, "9.999")]
    [InlineData(10, "10.0")]
    [InlineData(99.94, "99.9")]
    [InlineData(100, "100")]
    [InlineData(-10, "−10.0")]
    [InlineData(-100, "−100")]
    public static void OfAScoreHasAboutThreeDigits(double value, string shown) => Assert.Equal(shown, Figures.Value(AMetric.Score("grade", new(-1000, 1000)), value));

    [Fact]
    public static void OfMoneyIsInDollars() => Assert.Equal("$0.0041", Figures.Value(AMetric.Cost("cost_usd"), 0.00412));

    [Theory]
    [InlineData(-0.188, "−18.8 pp")]
    [InlineData(0.05, "+5.0 pp")]
    [InlineData(0, "±0.0 pp")]
    public static void OfAChangeHasItsSign(double change, string shown) => Assert.Equal(shown, Figures.Change(AMetric.PassFail("correct"), change));

    [Fact]
    public static void OfAnIntervalNamesAUnitOnceWhereItIsAPoint()
    {
        Assert.Equal("−29.1 to −8.9 pp", Figures.Interval(AMetric.PassFail("correct"), new ConfidenceInterval(-0.291, -0.089, 0.9)));
        Assert.Equal("−9.00 ms to +12 ms", Figures.Interval(AMetric.Duration("latency_ms"), new ConfidenceInterval(-9, 12, 0.9)));
    }

    [Theory]
    [InlineData(0.0009, "< 0.001")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0456, "0.046")]
    [InlineData(1, "1.000")]
    public static void OfAPValueHasThreeDecimals(double p, string shown) => Assert.Equal(shown, Figures.PValue(p));

    [Theory]
    [InlineData(-0.04, 1, "0.0")]
    [InlineData(-0.06, 1, "−0.1")]
    [InlineData(-0.9, 0, "−1")]
    public static void OfNothingHasNoMinusSign(double value, int decimals, string shown) => Assert.Equal(shown, Figures.Fixed(value, decimals));
}
