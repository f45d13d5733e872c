using System.Globalization;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>The metrics that columns of two result files are: what their numbers are is seen from the numbers themselves.</summary>
/// <param name="Metrics">One per column, in the order asked for.</param>
/// <param name="Problems">Columns that are none.</param>
internal sealed record ComparedMetrics(IReadOnlyList<Metric> Metrics, IReadOnlyList<Diagnostic> Problems)
{
    private const long ScoreScale = 1_000_000;
    private const long FinestScale = 1_000_000_000;

    public static ComparedMetrics Of(IReadOnlyList<ComparedColumn> columns, ResultTable baseline, ResultTable candidate)
    {
        var metrics = new List<Metric>();
        var problems = new List<Diagnostic>();
        for (var i = 0; i < columns.Count; i++)
        {
            var (before, now) = (baseline.Scores[i], candidate.Scores[i]);
            metrics.Add(Of(columns[i], before, now, LargestShare(baseline, candidate)));
            problems.AddRange(Empty(columns[i], before, "BASE").Concat(Empty(columns[i], now, "CANDIDATE")));
        }

        return new(metrics, problems);
    }

    private static Metric Of(ComparedColumn column, ScoreValues before, ScoreValues now, long repetitions)
    {
        var isPassFail = before.IsPassFail && now.IsPassFail && (column.Range is null || column.Range == ValueRange.Unit);
        var range = isPassFail ? ValueRange.Unit : column.Range;
        var largest = Math.Max(before.Largest, now.Largest);
        return new()
        {
            Name = column.Name,
            Scorer = new("column", false, new Dictionary<string, string>()),
            Kind = isPassFail ? MetricKind.Binary
                : before.IsWhole && now.IsWhole && range is { Width: > 1 } ? MetricKind.Ordinal
                : MetricKind.Continuous,
            Better = column.Better,
            Range = range,
            Scale = isPassFail ? 1 : Scale(range, largest, repetitions),
            Place = new($"--metric {column.Name}", 0, 0),
        };
    }

    /// <summary>The finest power of ten whose sums stay exact.</summary>
    private static long Scale(ValueRange? range, double largest, long repetitions)
    {
        var most = range is null ? largest : (double)Math.Max(Math.Abs(range.Minimum), Math.Abs(range.Maximum));
        var scale = range is null ? FinestScale : ScoreScale;
        while (scale > 1 && most * scale * repetitions >= PowerSums.Limit / 4)
        {
            scale /= 10;
        }

        return scale;
    }

    /// <summary>How much repetitions enlarge a paired score: a common multiple of how often cases were repeated.</summary>
    private static long LargestShare(ResultTable baseline, ResultTable candidate) =>
        RepetitionsOf(baseline).Union(RepetitionsOf(candidate)).Aggregate(1L, (lcm, k) => lcm > PowerSums.Limit ? lcm : lcm / Divisor(lcm, k) * k);

    private static IEnumerable<int> RepetitionsOf(ResultTable table) =>
        table.HasRepetitions ? table.Cases.CountBy(c => c).Select(c => c.Value).Distinct() : [1];

    private static long Divisor(long a, long b) => b == 0 ? a : Divisor(b, a % b);

    private static IEnumerable<Diagnostic> Empty(ComparedColumn column, ScoreValues values, string side)
    {
        if (values.Count == 0)
        {
            yield return new(
                DiagnosticCodes.MissingField,
                Severity.Error,
                string.Create(CultureInfo.InvariantCulture, $"'{column.Name}' has no number in any of the {values.Values.Count} rows of {side}."),
                new($"--metric {column.Name}", 0, 0));
        }
    }
}
