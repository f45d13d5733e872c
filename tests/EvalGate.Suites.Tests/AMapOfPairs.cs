using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Suites.Tests;

public static class AMapOfPairs
{
    private const string Whole = """
        pairs: week
        slices: [language, topic, [language, topic]]
        unit: user_id
        metrics:
          correct: { baseline: ok_old, candidate: ok_new }
          helpful: { baseline: h_old, candidate: h_new, range: 1..5 }
          cost: { baseline: c_old, candidate: c_new, limit: 2.5, better: lower, unit: $, show: p95 }
        gate:
          false_alarms: 10%
          inconclusive: block
          rules:
            - { metric: correct, max_drop: 2pp }
            - { metric: cost, max_rise: 10%, slice: { language: de } }

        """;

    [Fact]
    public static void SaysWhatColumnsMean()
    {
        var map = Read(Whole).Map!;

        Assert.Equal(("week", "user_id"), (map.Name, map.Unit));
        Assert.Equal(["language", "topic"], map.Slices);
        Assert.Equal(["language", "topic"], Assert.Single(map.Crosses).Attributes);
        Assert.Equal([("correct", MetricKind.Binary, 1L), ("helpful", MetricKind.Continuous, 100_000), ("cost", MetricKind.Count, 100_000)], map.Metrics.Select(m => (m.Metric.Name, m.Metric.Kind, m.Metric.Scale)));
        Assert.Equal((new ValueRange(0, 2.5m), null, Direction.Lower, 0.95m), (map.Metrics[2].Sound, map.Metrics[2].Metric.Range, map.Metrics[2].Metric.Better, map.Metrics[2].Shown));
        Assert.Equal(("h_old", "h_new"), (map.Metrics[1].Baseline, map.Metrics[1].Candidate));
    }

    [Fact]
    public static void DemandsWhatAGateDemands()
    {
        var gate = Read(Whole).Gate!;

        Assert.Equal((0.1, InconclusivePolicy.Block), (gate.FalseAlarms, gate.Inconclusive));
        Assert.Equal(["correct", "cost"], gate.Rules.Select(r => r.Metric));
        Assert.All(gate.Rules, r => Assert.False(r.IsOfSuite));
    }

    [Fact]
    public static void MayDemandNothing() => Assert.Null(Read("pairs: week\nmetrics:\n  correct: { baseline: a, candidate: b }\n").Gate);

    [Theory]
    [InlineData("", "(1,1): error EG1006: the file is empty. A map starts with 'pairs:' and 'metrics:'.")]
    [InlineData("pairs: week", "(1,1): error EG1006: the map needs 'metrics:'.")]
    [InlineData("pairs: 1x\nmetrics: { a: { baseline: x, candidate: y } }", "(1,8): error EG1008: 'pairs' is '1x'; it names the verdict: letters, digits and '_' are allowed, starting with a letter.")]
    [InlineData("pairs: w\nmetrics: {}", "(2,10): error EG1006: 'metrics' is empty; name at least one.")]
    [InlineData("pairs: w\nmetrics: { a: { baseline: x } }", "(2,15): error EG1006: metric 'a' needs 'candidate:'.")]
    [InlineData("pairs: w\nmetrics: { a: { baseline: x, candidate: y, range: 0..1, limit: 3, better: lower } }", "(2,15): error EG1008: a metric has a 'range' (a score), or a 'limit' (time, money, counts), or neither (pass or fail).")]
    [InlineData("pairs: w\nmetrics: { a: { baseline: x, candidate: y, limit: 5000000, better: lower } }", "(2,15): error EG1009: numbers up to 5000000 are too large to be added exactly: measure in a larger unit, in which they stay below 2097152.")]
    [InlineData("pairs: w\nmetrics: { a: { baseline: x, candidate: y, limit: 5 } }", "(2,15): error EG1006: this metric needs 'better: higher' or 'better: lower': both make sense.")]
    [InlineData("pairs: w\nmetrics: { a: { baseline: x, candidate: y, limit: much, better: lower } }", "(2,51): error EG1008: 'limit' is 'much'; write the most that a sound number can be, such as 60000.")]
    [InlineData("pairs: w\nmetrics: { a: { baseline: x, candidate: y, show: p95 } }", "(2,15): error EG1008: 'show' is for time, money and counts, which have a 'limit'.")]
    [InlineData("pairs: w\nslices: [{ name: length, of: input.question, words: { short: ..5, long: 6.. } }]\nmetrics: { a: { baseline: x, candidate: y } }", "(2,18): error EG1008: 'length' is made from other values; a log of pairs is sliced by the columns that it has.")]
    [InlineData("pairs: w\nmetrics: { a: { baseline: x, candidate: y } }\ngate: { baseline: b.jsonl, rules: [{ metric: a, max_drop: 2pp }] }", "(3,9): error EG1004: 'gate' has no key 'baseline'; there are false_alarms, inconclusive, rules, trade.")]
    public static void IsRefusedWithThePlace(string text, string expected)
    {
        var reading = Read(text);

        Assert.Null(reading.Map);
        Assert.Equal(expected, string.Join('\n', reading.Diagnostics.Select(d => d.ToString()["pairs.yaml".Length..])));
    }

    private static PairMapReading Read(string text) => PairMapReader.Read(text, "pairs.yaml");
}
