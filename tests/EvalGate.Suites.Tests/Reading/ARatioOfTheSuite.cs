using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Suites.Tests.Reading;

public static class ARatioOfTheSuite
{
    [Theory]
    [InlineData("cost / correct")]
    [InlineData("cost/correct")]
    [InlineData("'cost / correct'")]
    public static void NamesTwoMetricsWhereverTheyStand(string ratio)
    {
        var metrics = SuiteText.Suite($"{SuiteText.Small}  solved: {{ ratio: {ratio}, better: lower }}\n  cost: {{ scorer: cost }}\n").Metrics;

        Assert.Equal(["correct", "solved", "cost"], metrics.Select(m => m.Name));
        Assert.Equal((new MetricRatio("cost", "correct"), "$", Direction.Lower, null), (metrics[1].Ratio, metrics[1].Unit, metrics[1].Better, metrics[1].Range));
        Assert.Equal(["cost", "correct"], metrics[1].Sources);
    }

    [Fact]
    public static void HasRulesWithRelativeAndAbsoluteLimitsOnOverall()
    {
        var suite = SuiteText.Suite(SuiteText.Gate("metric: solved, max_rise: 10%", "metric: solved, slice: '*', max_rise: $0.01", "metric: solved, at_most: $0.05")
            .Replace("slices:", "  solved: { ratio: cost / correct, better: lower }\nslices:", StringComparison.Ordinal));

        Assert.Equal([new OverallOnly(), new EverySlice(), new OverallOnly()], suite.Gate!.Rules.Select(r => r.Scope));
        Assert.Equal((new Tolerance(0.1m, true), new Tolerance(0.01m, false)), (((MaxChange)suite.Gate.Rules[0].Bound).Overall, ((MaxChange)suite.Gate.Rules[1].Bound).Overall));
    }

    [Theory]
    [InlineData("{ ratio: cost / correct }", "(7,11): error EG1006: this metric needs 'better: higher' or 'better: lower': both make sense.")]
    [InlineData("{ ratio: cost, better: lower }", "(7,20): error EG1008: 'ratio' is 'cost'; write two metrics, such as cost_usd / correct.")]
    [InlineData("{ ratio: cost /, better: lower }", "(7,20): error EG1008: 'ratio' is 'cost /'; write two metrics, such as cost_usd / correct.")]
    [InlineData("{ ratio: cost / correct / latency, better: lower }", "(7,20): error EG1008: 'ratio' is 'cost / correct / latency'; write two metrics, such as cost_usd / correct.")]
    [InlineData("{ ratio: [cost, correct], better: lower }", "(7,20): error EG1008: 'ratio' must be a text or a number, found a list.")]
    [InlineData("{ ratio: cost / corect, better: lower }", "(7,27): error EG1011: there is no metric 'corect'; there are correct, cost, solved, latency, other. Did you mean 'correct'?")]
    [InlineData("{ ratio: \"costs / correct\", better: lower }", "(7,21): error EG1011: there is no metric 'costs'; there are correct, cost, solved, latency, other. Did you mean 'cost'?")]
    [InlineData("{ ratio: cost / cost, better: lower }", "(7,20): error EG1008: 'ratio' is 'cost / cost', which is always 1; write two different metrics.")]
    [InlineData("{ ratio: latency / correct, better: lower }", "(7,20): error EG1008: 'latency' is a duration: it changes with the machine, and so would the ratio. Use costs, tokens or counts.")]
    [InlineData("{ ratio: cost / other, better: lower }", "(7,27): error EG1008: 'other' is a ratio itself; a ratio is made of two metrics that scorers give.")]
    [InlineData("{ scorer: cost, ratio: cost / correct, better: lower }", "(7,13): error EG1004: metric 'solved' has no key 'scorer'; there are better, ratio.")]
    public static void ThatIsWrongIsReported(string ratio, string mistake) => Assert.Equal(
        mistake,
        SuiteText.Mistakes($"{SuiteText.Small}  cost: {{ scorer: cost }}\n  solved: {ratio}\n  latency: {{ scorer: duration }}\n  other: {{ ratio: cost / correct, better: lower }}\n"));

    [Fact]
    public static void IsNoSecondMistakeWhenItsPartIsOne() => Assert.Equal(
        "(6,19): error EG1011: there is no scorer 'costs'; there are choice, contains, cost, duration, exact, json, judge, number, pairwise, refusal, regex, rouge-l, similarity, token-f1, tokens, words, or the full name of your own IScorer. Did you mean 'cost'?",
        SuiteText.Mistakes($"{SuiteText.Small}  cost: {{ scorer: costs }}\n  solved: {{ ratio: cost / correct, better: lower }}\n"));
}
