using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Html;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Slicing;

namespace EvalGate.Benchmarks;

/// <summary>A hundred thousand cases, five metrics, fifty slices as one page, against the same data as plain JSON.</summary>
internal static class Rendering
{
    private const int Cases = 100_000;
    private const int Metrics = 5;
    private const int Languages = 49;

    public static IEnumerable<Bar> AgainstPlainJson(int rounds)
    {
        var content = Content();
        var (ours, theirs) = (new List<(double Seconds, double Allocated)>(), new List<(double Seconds, double Allocated)>());
        for (var round = 0; round <= rounds; round++)
        {
            var (page, plain) = (Measure(() => HtmlReport.Write(content, Stream.Null)), Measure(() => WritePlain(content)));
            if (round > 0)
            {
                ours.Add(page);
                theirs.Add(plain);
            }
        }

        yield return Bar.OfSeconds($"{Cases} cases as a page, by plain JSON", ours.Select(o => o.Seconds), theirs.Select(t => t.Seconds), 2);
        yield return Bar.OfMemory("the same, allocated", ours.Select(o => o.Allocated), theirs.Select(t => t.Allocated), 2);
    }

    private static (double Seconds, double Allocated) Measure(Action action)
    {
        var (before, start) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.GetTimestamp());
        action();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, (GC.GetTotalAllocatedBytes(precise: true) - before) / 1048576.0);
    }

    private static void WritePlain(PageContent content) => JsonSerializer.Serialize(Stream.Null, content.Cases.Select(c => new
    {
        id = c.Case.Id,
        slices = c.Slices.Select(s => s.ToString()),
        scores = c.Scores,
        errors = c.Records.SelectMany(r => r.Errors),
        input = c.Case.Input,
        expected = c.Case.Expected,
        outputs = c.Records.Select(r => r.Output),
    }));

    private static PageContent Content()
    {
        Metric[] metrics = [.. Enumerable.Range(0, Metrics).Select(MetricOf)];
        Slice[] slices = [.. Enumerable.Range(0, Languages).Select(i => new Slice([new("language", Text($"l{i}"))]))];
        return new()
        {
            Verdict = new() { Suite = "large", Verdict = Verdict.Clear, Blocks = false, Cases = Cases, Comparisons = [.. metrics.SelectMany(m => slices.Prepend(Slice.Overall).Select(s => ComparisonOf(m, s)))] },
            Metrics = metrics,
            Cases = [.. Enumerable.Range(0, Cases).Select(i => ResultOf(i, slices[i % Languages]))],
        };
    }

    private static CaseResult ResultOf(int i, Slice slice)
    {
        var id = Text($"case-{i:000000}");
        var input = Json(new { question = Text($"How long may I send back what I bought in order {i}?"), asked_at = "2026-03-01T09:30:00+01:00" });
        var output = Json(new { intent = "refund", answer = Text($"You can send it back within 30 days; order {i} is {i % 29} days old. Keep the <receipt> & the box.") });
        return new()
        {
            Case = new() { Id = id, Input = input, Expected = Json(new { intent = "refund" }), Hash = id },
            Slices = [Slice.Overall, slice],
            Scores = [.. Enumerable.Range(0, Metrics).Select(m => new CaseScore((i + m) % 7 / 7.0, (i + (3 * m)) % 7 / 7.0))],
            Records = [new() { CaseId = id, Hash = id, Repetition = 1, Scores = new Dictionary<string, double?>(), Output = output }],
        };
    }

    private static Metric MetricOf(int number) => new()
    {
        Name = Text($"metric_{number}"),
        Scorer = new("exact", false, new Dictionary<string, string>()),
        Kind = MetricKind.Continuous,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = 1_000_000,
    };

    private static Comparison ComparisonOf(Metric metric, Slice slice) => new()
    {
        Metric = metric,
        Slice = slice,
        Rule = new() { Metric = metric.Name, Bound = new MaxChange(new(0.02m, false), new(0.05m, false)), Scope = new OverallAndSlices(), Place = default },
        Verdict = Verdict.Clear,
        Blocks = false,
        Cases = Cases / Languages,
        Baseline = 0.5,
        Candidate = 0.51,
        Difference = 0.01,
        Interval = new(-0.01, 0.03, 0.9),
        Tolerance = 0.05,
        SmallestDetectable = 0.08,
    };

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
