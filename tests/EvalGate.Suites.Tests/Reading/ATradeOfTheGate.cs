namespace EvalGate.Suites.Tests.Reading;

public static class ATradeOfTheGate
{
    [Theory]
    [InlineData("[cost, correct]", "(16,10): error EG1008: 'trade' must be a map (key: value), found a list.")]
    [InlineData("{}", "(16,10): error EG1006: 'trade' needs 'allow:'.\n(16,10): error EG1006: 'trade' needs 'for:'.")]
    [InlineData("{ allow: {}, for: {} }", "(16,19): error EG1006: 'allow' is empty; write metric: amount, such as cost_usd: 20%.\n(16,28): error EG1006: 'for' is empty; write metric: amount, such as correct: 2pp.")]
    [InlineData("{ allow: { cost: 20% }, for: { correct: 2pp, grounded: 2pp } }", "(16,10): error EG1008: 'for' names 2 metrics; a trade is for one.")]
    [InlineData("{ allow: { correct: 2pp }, for: { correct: 2pp } }", "(16,10): error EG1008: 'correct' stands under 'allow' and under 'for': a metric cannot pay for its own gain.")]
    [InlineData("{ allow: { costs: 20% }, for: { correct: 2pp } }", "(16,21): error EG1011: there is no metric 'costs'; there are correct, grounded, refused, latency, cost, words, helpful. Did you mean 'cost'?")]
    [InlineData("{ allow: { cost: 20pp }, for: { correct: 2% } }", "(16,27): error EG1010: 'pp' is no unit of 'cost'; write 10% or $0.01.\n(16,51): error EG1010: a share of a share is ambiguous: did you mean 2pp?")]
    [InlineData("{ allow: { latency: 200 }, for: { correct: [2pp] } }", "(16,30): error EG1010: a change of a duration is judged as a factor: write a share such as 20%.\n(16,53): error EG1008: 'correct' must be a text or a number, found a list.")]
    [InlineData("{ allow: { cost: 20% }, for: { correct: 2pp }, from: { cost: 1 } }", "(16,57): error EG1004: 'trade' has no key 'from'; there are allow, for.")]
    public static void ThatIsWrongIsReported(string trade, string mistakes) => Assert.Equal(
        mistakes,
        SuiteText.Mistakes(SuiteText.WithGate + $"    {{ metric: correct, max_drop: 2pp }},\n  ],\n  trade: {trade} }}\n"));

    [Theory]
    [InlineData("metric: cost, max_rise: 10%", "correct: 2pp", "(16,41): error EG1008: 'for' is 'correct', and no rule compares it overall, so its gain is never measured. Add one, such as { metric: correct, max_drop: 2pp }.")]
    [InlineData("metric: correct, at_least: 0.8", "correct: 2pp", "(16,41): error EG1008: 'for' is 'correct', and no rule compares it overall, so its gain is never measured. Add one, such as { metric: correct, max_drop: 2pp }.")]
    [InlineData("metric: correct, max_drop: 2pp, slice: '*'", "correct: 2pp", "(16,41): error EG1008: 'for' is 'correct', and no rule compares it overall, so its gain is never measured. Add one, such as { metric: correct, max_drop: 2pp }.")]
    [InlineData("metric: correct, max_drop: 2pp", "words: 5", "(16,41): error EG1008: 'for' is 'words', and no rule compares it overall, so its gain is never measured. Add one, such as { metric: words, max_rise: 10% }.")]
    [InlineData("metric: correct, max_drop: 2pp", "helpful: 1", "(16,41): error EG1008: 'for' is 'helpful', and no rule compares it overall, so its gain is never measured. Add one, such as { metric: helpful, max_drop: 0.2 }.")]
    [InlineData("metric: correct, max_drop: 2", "words: 5", "(14,34): error EG1010: the unit is missing: did you mean 2pp?")]
    public static void CannotBeEarnedByAGainThatNothingMeasures(string rule, string gain, string mistake) =>
        Assert.Equal(mistake, SuiteText.Mistakes(SuiteText.WithGate + $"    {{ {rule} }},\n  ],\n  trade: {{ allow: {{ cost: 20% }}, for: {{ {gain} }} }} }}\n"));
}
