using EvalGate.Model;

namespace EvalGate.Suites.Tests.Reading;

public static class TheSpendingOfTheSuite
{
    [Fact]
    public static void IsBoundByDollarsTokensAndTime()
    {
        var budget = SuiteText.Suite(SuiteText.Small + "budget: { usd: $0.50, tokens: 2M, time: 20m }\n").Budget!;

        Assert.Equal((0.5m, 2_000_000, TimeSpan.FromMinutes(20)), (budget.Usd, budget.Tokens, budget.Time));
    }

    [Theory]
    [InlineData("1.5k", 1500)]
    [InlineData("200000", 200_000)]
    public static void CountsTokensAsPeopleWriteThem(string text, long tokens) =>
        Assert.Equal(tokens, SuiteText.Suite(SuiteText.Small + $"budget: {{ tokens: {text} }}\n").Budget!.Tokens);

    [Fact]
    public static void HasPricesOfADay()
    {
        var prices = SuiteText.Suite(SuiteText.Small + "prices: { as_of: 2026-11-01, models: { tiny: { input: 0.15, output: 0.6 } } }\n").Prices!;

        Assert.Equal(new(2026, 11, 1), prices.AsOf);
        Assert.Equal(new ModelPrice(0.15m, 0.6m), prices.Models["tiny"]);
        Assert.Equal(0.00075m, prices.CostOf([null, "tiny"], new() { InputTokens = 1_000, OutputTokens = 1_000 }));
        Assert.Null(prices.CostOf(["other"], new() { InputTokens = 1 }));
        Assert.Null(prices.CostOf(["tiny"], new() { OutputTokens = 1 }));
    }

    [Theory]
    [InlineData("budget: {}", "(6,9): error EG1006: 'budget' needs at least one of 'usd', 'tokens' and 'time'.")]
    [InlineData("budget: { tokens: 2.5, usd: 0, time: 20 }", "(6,19): error EG1008: 'tokens' is '2.5'; write a count such as 200000, 500k or 2M.\n(6,29): error EG1008: 'usd' is '0'; write an amount such as 5 or $0.50.\n(6,38): error EG1008: 'time' is '20'; write a time with its unit, such as 20m.")]
    [InlineData("prices: { models: { tiny: { input: 1 } } }", "(6,9): error EG1006: 'prices' needs 'as_of:'.\n(6,27): error EG1006: the price of 'tiny' needs 'output:'.")]
    [InlineData("prices: { as_of: autumn, models: { tiny: { input: -1, output: 2 } } }", "(6,18): error EG1008: 'as_of' is 'autumn'; write the day the prices were looked up, such as 2026-11-01.\n(6,51): error EG1008: 'input' is '-1'; write US dollars per million tokens, such as 0.15.")]
    public static void ThatIsWrongIsReported(string line, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes(SuiteText.Small + line + "\n"));
}
