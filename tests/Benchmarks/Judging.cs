using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Benchmarks;

/// <summary>A million pairs under five metrics in fifty slices, from sums to verdict, against merely parsing the same results.</summary>
internal static class Judging
{
    private const int Cases = 1_000_000;
    private const int Languages = 9;
    private const int Categories = 4;

    private static readonly Metric[] Metrics =
    [
        Quality("correct", MetricKind.Binary, 1), Quality("refused", MetricKind.Binary, 1),
        Quality("grounded", MetricKind.Continuous, 1000), Quality("helpful", MetricKind.Continuous, 1000),
        Quality("cost", MetricKind.Count, 1000) with { Range = null, Better = Direction.Lower },
    ];

    /// <summary>The metrics of the results.</summary>
    public static IEnumerable<string> MetricNames => Metrics.Select(m => m.Name);

    /// <summary>Parsing and judging take turns in one process.</summary>
    public static IEnumerable<Bar> AgainstParsing(int rounds)
    {
        var input = new CompareInput { Name = "judging", Metrics = Metrics, Gate = new() { Baseline = "", Rules = [.. Metrics.Select(RuleOf)] }, Table = Table() };
        byte[][] files = [Results(0), Results(1)];
        Parse(files);
        Judge.Compare(input);
        var times = Enumerable.Range(0, rounds).Select(_ => (Judge: Seconds(() => Judge.Compare(input)), Parse: Seconds(() => Parse(files)))).ToArray();
        yield return Bar.OfSeconds("1,000,000 pairs, 5 metrics, 50 slices: sums to verdict, against parsing both files", times.Select(t => t.Judge), times.Select(t => t.Parse), 1.5);
    }

    private static double Seconds(Action action)
    {
        var watch = Stopwatch.StartNew();
        action();
        return watch.Elapsed.TotalSeconds;
    }

    private static Metric Quality(string name, MetricKind kind, long scale) =>
        new() { Name = name, Kind = kind, Better = Direction.Higher, Range = ValueRange.Unit, Scale = scale, Scorer = new("number", false, new Dictionary<string, string>()) };

    private static Rule RuleOf(Metric metric) =>
        new() { Metric = metric.Name, Bound = new MaxChange(new(0.02m, metric.Range is null), new(0.05m, metric.Range is null)), Scope = new OverallAndSlices(), Place = default };

    private static PairedTable Table()
    {
        Slice SliceOf(int? language, int? category) => new([.. language is { } l ? [new SlicePair("language", $"l{l}")] : Array.Empty<SlicePair>(), .. category is { } c ? [new SlicePair("category", $"c{c}")] : Array.Empty<SlicePair>()]);
        var cells = Enumerable.Range(0, Languages * Categories)
            .Select(i => (IReadOnlyList<Slice>)[Slice.Overall, SliceOf(i / Categories, null), SliceOf(null, i % Categories), SliceOf(i / Categories, i % Categories)]).ToArray();
        return new()
        {
            Ids = [.. Enumerable.Range(0, Cases).Select(Id)],
            Cells = cells,
            CellOfRow = [.. Enumerable.Range(0, Cases).Select(i => i % cells.Length)],
            Scores = Metrics.Index().ToDictionary(m => m.Item.Name, m => new PairedScores(Column(m.Index, 0), Column(m.Index, 1), ImmutableHashSet<int>.Empty)),
            BaselineCases = Cases,
            BaselineCasesBySlice = cells.SelectMany((c, i) => c.Skip(1).Select(s => (Slice: s, Cases: (Cases / cells.Length) + (i < Cases % cells.Length ? 1 : 0)))).GroupBy(p => p.Slice, p => p.Cases).ToDictionary(g => g.Key, g => g.Sum()),
        };
    }

    private static ScoreColumn Column(int metric, int arm) => ScoreColumn.Single([.. Enumerable.Range(0, Cases).Select(i => (Metrics[metric].Better == Direction.Lower ? -1 : 1) * Steps(i, metric, arm))]);

    private static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"case-{index:0000000}");

    /// <summary>A score in fixed point: the arms differ in one case of twenty under pass/fail, in most under scores.</summary>
    private static long Steps(int index, int metric, int arm)
    {
        var nature = HashedReplicates.Uniform((ulong)index, metric);
        var noise = HashedReplicates.Uniform((ulong)index, 10 + (2 * metric) + arm);
        return Metrics[metric].Scale == 1 ? (nature < 0.95 ? nature < 0.8 : noise < 0.5) ? 1 : 0 : (long)(1000 * ((0.8 * nature) + (0.2 * noise)));
    }

    /// <summary>One side as a result file.</summary>
    public static byte[] Results(int arm)
    {
        var text = new StringBuilder(Cases * 150);
        for (var i = 0; i < Cases; i++)
        {
            var cell = i % (Languages * Categories);
            text.Append(CultureInfo.InvariantCulture, $"{{\"id\":\"{Id(i)}\",\"language\":\"l{cell / Categories}\",\"category\":\"c{cell % Categories}\"");
            foreach (var (index, metric) in Metrics.Index())
            {
                text.Append(CultureInfo.InvariantCulture, $",\"{metric.Name}\":{(double)Steps(i, index, arm) / metric.Scale}");
            }

            text.Append("}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Every token of every line, and every number as a number: the least that any reader does.</summary>
    private static double Parse(byte[][] files)
    {
        double sum = 0;
        foreach (var file in files)
        {
            var rest = file.AsSpan();
            while (!rest.IsEmpty)
            {
                var end = rest.IndexOf((byte)'\n');
                var json = new Utf8JsonReader(rest[..end]);
                while (json.Read())
                {
                    sum += json.TokenType == JsonTokenType.Number ? json.GetDouble() : 0;
                }

                rest = rest[(end + 1)..];
            }
        }

        return sum;
    }
}
