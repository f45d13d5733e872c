using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Suites.Tests.Reading;

public static class TheFullSuite
{
    private const string Text = """
        # evals/support.eval.yaml
        suite: support                       # names the test class, files and snapshots
        subject: HelpDesk.SupportAssistant
        cases: support.cases.jsonl
        repetitions: 3
        concurrency: 8
        timeout: 1.5s

        components:
          prompt: prompts/system.md
          knowledge: [kb/**/*.md, kb/*.txt]

        slices:
          - category
          - language
          - name: length
            of: input.question
            words: { short: ..15, medium: 16..40, long: 41.. }
          - name: time_of_day
            of: input.asked_at
            zone: Europe/Berlin
            hours: { night: 22..6, day: 6..22 }
          - { name: day, of: input.asked_at, weekday: { weekend: [sat, sun], week: mon..fri } }
          - { name: amount, of: expected.amount, bins: { none: ..0.01, small: 0.01..9.99, large: 9.99.. } }
          - { name: form, of: input.question, matches: { question: '\?$', other: '.' } }
          - [language, category]

        metrics:
          correct:    { scorer: exact, of: output.intent, expected: expected.intent, must: true }
          grounded:   { scorer: token-f1, of: output.answer, expected: expected.answer }
          refused:    { scorer: refusal, of: output.answer, better: lower, patterns: ['no idea', "can't"] }
          brevity:    { scorer: words, of: output.answer, better: lower }
          latency_ms: { scorer: duration, better: lower, summary: p95 }
          cost_usd:   { scorer: cost, better: lower }
          per_solved: { ratio: cost_usd / correct, better: lower }
          helpful:    { scorer: HelpDesk.Evals.HelpfulScorer, range: 1..5, pass: ">=4" }
          tone:       { scorer: HelpDesk.Evals.ToneScorer, range: 1..5, must: 2 }

        gate:
          baseline: support.baseline.jsonl
          rules:
            - { metric: correct, max_drop: 2pp }
            - { metric: correct, slice: { language: de }, max_drop: 3pp, decide: proof }
            - { metric: correct, at_least: 0.80 }
            - { metric: refused, max_rise: 2pp }
            - { metric: cost_usd, max_rise: 10%, slices: all }
            - { metric: latency_ms, at_most: 3s }
            - { metric: tone, max_drop: 0.3, slice: '*' }
          inconclusive: block
          max_errors: 1%
          false_alarms: 10%
          trade: { allow: { cost_usd: 20%, brevity: 15 }, for: { correct: 2pp } }

        """;

    private static readonly Suite Suite = SuiteText.Suite(Text);

    [Fact]
    public static void SaysWhatRuns()
    {
        Assert.Equal(("support", new SourcePlace(SuiteText.File, 2, 8)), (Suite.Name, Suite.Place));
        Assert.Equal(new SubjectReference("HelpDesk.SupportAssistant", new(SuiteText.File, 3, 10)), Suite.Subject);
        Assert.Equal(["support.cases.jsonl"], Suite.CaseFiles);
        Assert.Equal((3, 8, TimeSpan.FromMilliseconds(1500)), (Suite.Repetitions, Suite.Concurrency, Suite.Timeout));
        Assert.Equal("evals", Suite.Folder);
        Assert.Equal(["prompt", "knowledge"], Suite.Components.Select(c => c.Name));
        Assert.Equal(["kb/**/*.md", "kb/*.txt"], Suite.Components[1].Files);
        Assert.Equal(new SourcePlace(SuiteText.File, 11, 3), Suite.Components[1].Place);
    }

    [Fact]
    public static void SaysHowCasesAreSliced()
    {
        Assert.Equal(["category", "language", "length", "time_of_day", "day", "amount", "form"], Suite.Attributes.Select(a => a.Name));
        Assert.Equal(new DeclaredAttribute("language", new(SuiteText.File, 15, 5)), Suite.Attributes[1]);
        var length = Assert.IsType<LengthAttribute>(Suite.Attributes[2]);
        Assert.Equal(("input.question", LengthUnit.Words, new SourcePlace(SuiteText.File, 16, 11)), (length.Of.ToString(), length.Unit, length.Place));
        Assert.Equal([new("short", null, 15), new("medium", 16, 40), new("long", 41, null)], length.Bins);
        var hours = Assert.IsType<HoursAttribute>(Suite.Attributes[3]);
        Assert.Equal("Europe/Berlin", hours.Zone);
        Assert.Equal([new("night", 22, 6), new("day", 6, 22)], hours.Bins);
        var days = Assert.IsType<WeekdayAttribute>(Suite.Attributes[4]);
        Assert.Equal([DayOfWeek.Saturday, DayOfWeek.Sunday], days.Bins[0].Days);
        Assert.Equal([DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday], days.Bins[1].Days);
        Assert.Equal([new("none", null, 0.01m), new("small", 0.01m, 9.99m), new("large", 9.99m, null)], Assert.IsType<NumberAttribute>(Suite.Attributes[5]).Bins);
        Assert.Equal([new("question", @"\?$"), new("other", ".")], Assert.IsType<MatchesAttribute>(Suite.Attributes[6]).Bins);
        Assert.Equal(["category", "language"], Assert.Single(Suite.Crosses).Attributes);
        Assert.Equal(new SourcePlace(SuiteText.File, 26, 5), Suite.Crosses[0].Place);
    }

    [Theory]
    [InlineData("correct", "exact", MetricKind.Binary, Direction.Higher, 0, 1, 1)]
    [InlineData("grounded", "token-f1", MetricKind.Continuous, Direction.Higher, 0, 1, 1_000_000)]
    [InlineData("refused", "refusal", MetricKind.Binary, Direction.Lower, 0, 1, 1)]
    [InlineData("brevity", "words", MetricKind.Count, Direction.Lower, null, null, 1_000)]
    [InlineData("latency_ms", "duration", MetricKind.Duration, Direction.Lower, null, null, 1_000)]
    [InlineData("cost_usd", "cost", MetricKind.Count, Direction.Lower, null, null, 1_000_000_000)]
    [InlineData("helpful", "HelpDesk.Evals.HelpfulScorer", MetricKind.Binary, Direction.Higher, 0, 1, 1)]
    [InlineData("tone", "HelpDesk.Evals.ToneScorer", MetricKind.Ordinal, Direction.Higher, 1, 5, 1_000_000)]
    public static void SaysWhatIsMeasured(string name, string scorer, MetricKind kind, Direction better, int? least, int? most, long scale)
    {
        var metric = Assert.Single(Suite.Metrics, m => m.Name == name);

        Assert.Equal((scorer, scorer.Contains('.', StringComparison.Ordinal)), (metric.Scorer.Name, metric.Scorer.IsUserType));
        Assert.Equal((kind, better, scale), (metric.Kind, metric.Better, metric.Scale));
        Assert.Equal(least is null ? null : new ValueRange(least.Value, most!.Value), metric.Range);
    }

    [Fact]
    public static void KeepsWhatOnlySomeMetricsHave()
    {
        var metrics = Suite.Metrics.ToDictionary(m => m.Name);

        Assert.Equal((1m, 2m, null), (metrics["correct"].Must, metrics["tone"].Must, metrics["grounded"].Must));
        Assert.Equal((new PassMark(AtLeast: true, 4), new ValueRange(1, 5), null), (metrics["helpful"].Pass, metrics["helpful"].ScoreRange, metrics["tone"].ScoreRange));
        Assert.Equal(("ms", "$", "words", ""), (metrics["latency_ms"].Unit, metrics["cost_usd"].Unit, metrics["brevity"].Unit, metrics["correct"].Unit));
        Assert.Equal("""["no idea","can\u0027t"]""", metrics["refused"].Scorer.Settings["patterns"]);
        Assert.Equal("output.answer", metrics["refused"].Scorer.Settings["of"]);
        Assert.Equal(new SourcePlace(SuiteText.File, 29, 3), metrics["correct"].Place);
    }

    [Fact]
    public static void SaysWhatIsDemanded()
    {
        var gate = Suite.Gate!;

        Assert.Equal(("support.baseline.jsonl", InconclusivePolicy.Block, new ErrorAllowance(null, 0.01m), 0.1), (gate.Baseline, gate.Inconclusive, gate.MaxErrors, gate.FalseAlarms));
        Assert.Equal(new SourcePlace(SuiteText.File, 39, 1), gate.Place);
        Assert.Equal(["correct", "correct", "correct", "refused", "cost_usd", "latency_ms", "tone"], gate.Rules.Select(r => r.Metric));
        Assert.Equal(Enumerable.Range(42, 7).Select(line => new SourcePlace(SuiteText.File, line, 7)), gate.Rules.Select(r => r.Place));
        Assert.Equal([new ScopePair("language", "de")], Assert.IsType<NamedSlices>(gate.Rules[1].Scope).Pairs);
        Assert.Equal([Decision.Evidence, Decision.Proof], gate.Rules.Take(2).Select(r => r.Decide));
        Assert.Equal(
            [
                new MaxChange(new(0.02m, false), new(0.05m, false)), new MaxChange(new(0.03m, false), new(0.05m, false)), new LevelBound(0.80m),
                new MaxChange(new(0.02m, false), new(0.05m, false)), new MaxChange(new(0.1m, true), new(0.1m, true)), new LevelBound(3000), new MaxChange(new(0.3m, false), new(0.3m, false)),
            ],
            gate.Rules.Select(r => r.Bound));
        Assert.Equal(
            [new OverallAndSlices(), new OverallOnly(), new OverallAndSlices(), new OverallAndSlices(), new OverallOnly(), new EverySlice()],
            gate.Rules.Where((_, i) => i != 1).Select(r => r.Scope));
    }

    [Fact]
    public static void SaysWhatMayBeTraded()
    {
        var trade = Suite.Gate!.Trade!;

        Assert.Equal(("correct", new Tolerance(0.02m, false), new SourcePlace(SuiteText.File, 52, 10)), (trade.For, trade.Gain, trade.Place));
        Assert.Equal([("brevity", new Tolerance(15, false)), ("cost_usd", new(0.2m, true))], trade.Allow.OrderBy(a => a.Key).Select(a => (a.Key, a.Value)));
    }

    [Fact]
    public static void HasDefaultsForWhatTheSmallestOneLeavesOut()
    {
        var suite = SuiteText.Suite(SuiteText.Small + "gate: { baseline: b.baseline.jsonl, rules: [{ metric: correct, max_drop: 1pp }] }\n");

        Assert.Equal((1, 16, TimeSpan.FromSeconds(30)), (suite.Repetitions, suite.Concurrency, suite.Timeout));
        Assert.Empty(suite.Attributes.Concat<object>(suite.Crosses).Concat(suite.Components));
        Assert.Equal((InconclusivePolicy.Warn, new ErrorAllowance(0, null), null), (suite.Gate!.Inconclusive, suite.Gate.MaxErrors, suite.Gate.FalseAlarms));
        Assert.Null(SuiteText.Suite(SuiteText.Small).Gate);
    }

    [Fact]
    public static void ReadsTheSameWithWindowsLineEndsAByteOrderMarkAndADocumentStart()
    {
        var other = SuiteText.Suite("\uFEFF---\n" + Text.Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal(Suite.Metrics.Select(m => m.Fingerprint), other.Metrics.Select(m => m.Fingerprint));
        Assert.Equal(Suite.Gate!.Rules.Select(r => (r.Metric, r.Bound, r.Place.Line + 1)), other.Gate!.Rules.Select(r => (r.Metric, r.Bound, r.Place.Line)));
    }
}
