namespace EvalGate.Suites.Tests.Reading;

public static class AMetricOfTheSuite
{
    [Theory]
    [InlineData("correct: { scorer: exact, of: output.x, expected: expected.x }", "(6,3): error EG1007: key 'correct' is there twice: the first is on line 5. Remove one.")]
    [InlineData("the metric: { scorer: duration }", "(6,3): error EG1008: 'the metric' is no name for a metric; letters, digits, '_' and '-' are allowed.")]
    [InlineData("latency: duration", "(6,12): error EG1008: metric 'latency' must be a map (key: value), found 'duration'.")]
    [InlineData("latency: {}", "(6,12): error EG1006: metric 'latency' needs 'scorer:'.")]
    [InlineData("latency: { scorer: [duration] }", "(6,22): error EG1008: 'scorer' must be a text or a number, found a list.")]
    [InlineData("close: { scorer: similarity, of: output.x, expected: expected.x, model: m, threshold: 1.5 }", "(6,89): error EG1008: 'threshold' is '1.5'; a number from 0 to 1 is needed.")]
    [InlineData("close: { scorer: similarity, of: output.x, expected: expected.x, model: m, margin: 0.02 }", "(6,86): error EG1006: 'margin' needs 'threshold:' beside it.")]
    [InlineData("latency: { scorer: durations }", "(6,22): error EG1011: there is no scorer 'durations'; there are choice, contains, cost, duration, exact, json, judge, number, pairwise, refusal, regex, rouge-l, similarity, token-f1, tokens, words, or the full name of your own IScorer. Did you mean 'duration'?")]
    [InlineData("latency: { scorer: .Own }", "(6,22): error EG1011: there is no scorer '.Own'; there are choice, contains, cost, duration, exact, json, judge, number, pairwise, refusal, regex, rouge-l, similarity, token-f1, tokens, words, or the full name of your own IScorer.")]
    [InlineData("latency: { scorer: duration, of: output.x }", "(6,32): error EG1004: metric 'latency' has no key 'of'; there are better, must, scorer, summary.")]
    [InlineData("latency: { scorer: duration, summary: p96 }", "(6,41): error EG1008: 'summary' is 'p96'; p50, p90, p95, p99 are allowed. Did you mean 'p90'?")]
    [InlineData("latency: { scorer: duration, summary: [p95] }", "(6,41): error EG1008: 'summary' must be a text or a number, found a list.")]
    [InlineData("latency: { scorer: duration, better: higher, summary: p95 }", "(6,57): error EG1008: 'summary: p95' looks at the worst cases where less is better; 'latency' needs 'better: lower' for it.")]
    [InlineData("right: { scorer: exact, of: output.x, expected: expected.x, summary: p50 }", "(6,72): error EG1008: 'summary: p50' is for durations, costs and counts; 'right' has a range, and its mean stands for it.")]
    [InlineData("own: { scorer: A.B, range: 1..5, better: lower, summary: p90 }", "(6,60): error EG1008: 'summary: p90' is for durations, costs and counts; 'own' has a range, and its mean stands for it.")]
    [InlineData("own: { scorer: A.B, summary: p90 }", "(6,32): error EG1008: 'summary: p90' looks at the worst cases where less is better; 'own' needs 'better: lower' for it.")]
    [InlineData("cost: { scorer: cost, price: 3 }", "(6,25): error EG1005: 'price' is not supported in this version. Remove it, or update EvalGate.")]
    [InlineData("right: { scorer: exact }", "(6,10): error EG1006: metric 'right' needs 'of:'.\n(6,10): error EG1006: metric 'right' needs 'expected:'.")]
    [InlineData("right: { scorer: exact, of: answer, expected: expected. }", "(6,31): error EG1008: 'of' is 'answer'; write a path such as output.answer, expected.intent or input.question.\n(6,49): error EG1008: 'expected' is 'expected.'; write a path such as output.answer, expected.intent or input.question.")]
    [InlineData("right: { scorer: exact, of: output.x, expected: expected.x, ignore_case: yes }", "(6,76): error EG1008: 'ignore_case' is 'yes'; true or false is needed.")]
    [InlineData("right: { scorer: exact, of: output.x, expected: expected.x, ignorecase: true }", "(6,63): error EG1004: metric 'right' has no key 'ignorecase'; there are better, expected, ignore_case, must, of, scorer. Did you mean 'ignore_case'?")]
    [InlineData("right: { scorer: exact, of: output.x, expected: expected.x, better: up }", "(6,71): error EG1008: 'better' is 'up'; higher, lower are allowed.")]
    [InlineData("refused: { scorer: refusal, of: output.x }", "(6,12): error EG1006: this metric needs 'better: higher' or 'better: lower': both make sense.")]
    [InlineData("refused: { scorer: refusal, of: output.x, better: lower, patterns: [no, '('] }", "(6,75): error EG1008: 'patterns' is '('; it is no .NET regular expression: Invalid pattern '(' at offset 1. Not enough )'s.")]
    [InlineData("near: { scorer: number, of: output.x, expected: expected.x, tolerance: -1, relative: much }", "(6,74): error EG1008: 'tolerance' is '-1'; a number that is not negative is needed.\n(6,88): error EG1008: 'relative' is 'much'; a number that is not negative is needed.")]
    [InlineData("form: { scorer: regex, of: output.x, pattern: '[' }", "(6,49): error EG1008: 'pattern' is '['; it is no .NET regular expression: Invalid pattern '[' at offset 1. Unterminated [] set.")]
    [InlineData("form: { scorer: regex, of: output.x }", "(6,9): error EG1006: metric 'form' needs 'pattern:'.")]
    [InlineData("shape: { scorer: json, of: output, expected: expected, mode: same, ignore: [] }", "(6,64): error EG1008: 'mode' is 'same'; equal, subset are allowed.\n(6,78): error EG1008: 'ignore' must be a text or a list of texts, found an empty list.")]
    [InlineData("polite: { scorer: contains, of: output.x }", "(6,11): error EG1006: 'contains' needs at least one of expected, all, any.")]
    [InlineData("polite: { scorer: contains, of: output.x, any: [please, ''], all: [a, ~] }", "(6,59): error EG1008: 'any' is ''; an empty text is in every output: leave it out.\n(6,73): error EG1008: 'all' must be a text or a number, found nothing.")]
    [InlineData("own: { scorer: A.B, range: 5..1 }", "(6,30): error EG1008: 'range' is '5..1'; write the least and the greatest score, such as 1..5.")]
    [InlineData("own: { scorer: A.B, range: 1-5 }", "(6,30): error EG1008: 'range' is '1-5'; write the least and the greatest score, such as 1..5.")]
    [InlineData("own: { scorer: A.B, range: 0..9999999999 }", "(6,30): error EG1009: 'range' is '0..9999999999'; scores from -1000000000 to 1000000000 are allowed.")]
    [InlineData("own: { scorer: A.B, range: -79228162514264337593543950335..79228162514264337593543950335 }", "(6,30): error EG1008: 'range' is '-79228162514264337593543950335..7922816251426433759354395033…'; write the least and the greatest score, such as 1..5.")]
    [InlineData("own: { scorer: A.B, pass: '>=4' }", "(6,29): error EG1006: 'pass' needs 'range:' beside it.")]
    [InlineData("own: { scorer: A.B, range: 1..5, pass: 4 }", """(6,42): error EG1008: 'pass' is '4'; write a mark within the range, such as ">=5".""")]
    [InlineData("own: { scorer: A.B, range: 1..5, pass: '>=6' }", """(6,42): error EG1008: 'pass' is '>=6'; write a mark within the range, such as ">=5".""")]
    [InlineData("own: { scorer: A.B, range: 1..5, pass: '>=4', better: lower }", "(6,57): error EG1008: 'pass' makes this metric pass/fail, where passing is better: remove 'better'.")]
    [InlineData("own: { scorer: A.B, range: 1..5, must: 6 }", "(6,42): error EG1008: 'must' is '6'; write the score that every case must reach, within the metric's range.")]
    [InlineData("own: { scorer: A.B, of: output.x }", "(6,23): error EG1004: metric 'own' has no key 'of'; there are better, must, pass, range, scorer, summary.")]
    [InlineData("right: { scorer: exact, of: output.x, expected: expected.x, must: 0.8 }", "(6,69): error EG1008: 'must' is '0.8'; true is needed.")]
    [InlineData("right: { scorer: exact, of: output.x, expected: expected.x, must: false }", "(6,69): error EG1008: 'must' is 'false'; true is needed.")]
    [InlineData("near: { scorer: token-f1, of: output.x, expected: expected.x, must: true }", "(6,71): error EG1008: 'must' is 'true'; write the score that every case must reach, within the metric's range.")]
    public static void ThatIsWrongIsReported(string metric, string mistakes) => Assert.Equal(mistakes, SuiteText.Mistakes($"{SuiteText.Small}  {metric}\n"));

    [Theory]
    [InlineData("latency: { scorer: duration, summary: p95 }", 0.95, "latency p95")]
    [InlineData("spent: { scorer: cost, summary: p50 }", 0.5, "spent p50")]
    [InlineData("own: { scorer: A.B, better: lower, summary: p99 }", 0.99, "own p99")]
    public static void MayBeStoodForByAQuantile(string metric, double quantile, string label)
    {
        var read = SuiteText.Suite($"{SuiteText.Small}  {metric}\n").Metrics[1];

        Assert.Equal(((decimal)quantile, label), (read.Quantile, read.Label));
    }
}
