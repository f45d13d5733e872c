using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Warehouse;

/// <summary>Turns cells into the sums of each metric, and refuses a log that is not what the map says.</summary>
internal sealed class TotalsOfCells(PairMap map, PairCells cells, string source)
{
    private readonly (Slice Slice, IReadOnlyList<PairCell> Cells)[] _slices = [.. cells.BySlice()];

    public PairReading Read()
    {
        var overall = _slices.Where(s => s.Slice.IsOverall).SelectMany(s => s.Cells).Aggregate((PairCell?)null, (sum, c) => sum?.Plus(c) ?? c);
        Diagnostic[] problems = overall?.Rows > int.MaxValue ? [Problem(DiagnosticCodes.TooLarge, $"{overall.Rows} rows are more than the {int.MaxValue} that are judged at once: judge a shorter time.", new(source, 0, 0))]
            : overall is null or { Rows: 0 }
            ? [new(DiagnosticCodes.NoCases, Severity.Error, "there is no row, so nothing was measured.", new(source, 0, 0))]
            : [.. map.Metrics.Zip(overall.Metrics).SelectMany(m => ProblemsOf(m.First, m.Second, overall.Rows)), .. map.Slices.Where(s => IsNowhere(s, overall.Rows)).Select(Nowhere)];
        return problems.Length > 0
            ? new(null, problems)
            : new(new() { Rows = overall!.Rows, Sums = map.Metrics.Index().ToDictionary(m => m.Item.Metric.Name, m => SumsOf(m.Index), StringComparer.Ordinal) }, []);
    }

    private MetricSums SumsOf(int metric)
    {
        var sums = new Dictionary<Slice, SliceStatistics>();
        var singles = new Dictionary<Slice, long>();
        foreach (var (slice, parts) in _slices)
        {
            var statistics = new SliceStatistics();
            foreach (var cell in parts.Select(p => p.Metrics[metric]))
            {
                Add(statistics, cell.Pairs);
                singles[slice] = singles.GetValueOrDefault(slice) + cell.Singles;
            }

            sums[slice] = statistics;
        }

        return new(1, sums.Where(s => s.Value.Cases > 0).ToDictionary()) { OneSided = singles.Where(s => s.Value > 0).ToDictionary() };
    }

    private void Add(SliceStatistics statistics, PairSums pairs)
    {
        if (map.Unit is null)
        {
            statistics.Add(pairs);
        }
        else if (pairs.Cases > 0)
        {
            statistics.AddGroup(pairs);
        }
    }

    private static IEnumerable<Diagnostic> ProblemsOf(PairedMetric paired, MetricCell cell, long rows)
    {
        var columns = $"'{paired.Baseline}' or '{paired.Candidate}'";
        if (cell.Unsound > 0)
        {
            var sound = paired.Metric.Kind == MetricKind.Binary ? "neither pass (1, true) nor fail (0, false)" : $"no number from {Quantity.Text(paired.Sound.Minimum)} to {Quantity.Text(paired.Sound.Maximum)}";
            yield return Problem(DiagnosticCodes.OutOfRange, $"{cell.Unsound} of {rows} rows have something in {columns} that is {sound}. Nothing is judged on the rest alone: mend the log, or the map's range.", paired.Metric.Place);
        }
        else if (cell.Pairs.Cases == 0)
        {
            yield return Problem(DiagnosticCodes.MissingField, $"none of {rows} rows has a score in both '{paired.Baseline}' and '{paired.Candidate}'.", paired.Metric.Place);
        }
    }

    private bool IsNowhere(string column, long rows) => _slices.Any(s => s.Slice.Pairs is [{ Value: Slice.None } pair] && pair.Attribute == column && s.Cells.Sum(c => c.Rows) == rows);

    private Diagnostic Nowhere(string column) => Problem(DiagnosticCodes.MissingField, $"no row has a value in '{column}', so there is nothing to slice by.", map.Place);

    private static Diagnostic Problem(string code, FormattableString message, SourcePlace place) => new(code, Severity.Error, message.ToString(CultureInfo.InvariantCulture), place);

    private static Diagnostic Problem(string code, string message, SourcePlace place) => new(code, Severity.Error, message, place);
}
