using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>The comparisons worth a line: each metric overall, and below it the slices that are not simply fine, worst first.</summary>
internal static class ComparisonTable
{
    private const int MostSlices = 10;
    private const int LeastName = 12;
    private const int IntervalColumn = 3;

    private static readonly string[] Head = ["cases", "before → after", "change", "90 % interval", "verdict"];

    public static IEnumerable<string> Lines(SuiteVerdict verdict, int width)
    {
        var worst = verdict.Comparisons.WorstPerSlice();
        var overall = worst.Where(c => c.IsMain()).ToLookup(c => c.Metric.Name, StringComparer.Ordinal);
        var mix = worst.Where(c => c.IsMix()).ToLookup(c => c.Metric.Name, StringComparer.Ordinal);
        var bad = worst.Where(c => !c.IsMain() && !c.IsMix() && c.IsBad())
            .Where(c => !overall[c.Metric.Name].Any(o => SaysTheSame(o, c))).WorstFirst().ToArray();
        var shown = bad.Take(MostSlices).ToLookup(c => c.Metric.Name, StringComparer.Ordinal);
        Comparison[] rows = [.. worst.Select(c => c.Metric.Name).Distinct(StringComparer.Ordinal).SelectMany(m => overall[m].Concat(mix[m]).Concat(shown[m]))];
        if (rows.Length == 0)
        {
            return [];
        }

        var lines = Table(rows, width);
        return bad.Length > MostSlices ? lines.Append($"and {bad.Length - MostSlices} more slices, in the full report") : lines;
    }

    private static IEnumerable<string> Table(Comparison[] rows, int width)
    {
        string[][] figures = [Head, .. rows.Select(Cells)];
        if (TextTable.Room(figures, width) < LeastName)
        {
            figures = [.. figures.Select(row => row.Where((_, column) => column != IntervalColumn).ToArray())];
        }

        var room = TextTable.Room(figures, width);
        string[] names = ["", .. rows.Select(c => Name(c, room))];
        return TextTable.Lines([.. names.Zip(figures, (name, row) => (string[])[name, .. row])], width);
    }

    /// <summary>A slice that is not judged for the reason that stands beside its metric already.</summary>
    private static bool SaysTheSame(Comparison overall, Comparison slice) =>
        overall.Verdict == Verdict.NotJudged && slice.Verdict == Verdict.NotJudged && overall.Reason == slice.Reason;

    /// <summary>The slice as it is written where there is room, else by its values alone.</summary>
    private static string Name(Comparison c, int room)
    {
        if (c.IsMain())
        {
            return CleanText.Of(c.Metric.Label) + (c.Variant is null ? "" : " A/B");
        }

        if (c.IsMix())
        {
            return "  production mix";
        }

        return SliceLabel.Of(c.Slice, room, c.IsAnchored ? ", anchor" : "");
    }

    private static string[] Cells(Comparison c) =>
    [
        c.Cases == 0 ? "–" : Figures.Fixed(c.Cases, 0),
        c.Baseline is null ? "–" : BeforeAfter(c),
        c.Difference is { } difference ? Figures.Change(c.Metric, difference) : "–",
        c.Interval is { } interval ? Bare(Figures.Interval(c.Metric, interval)) : "–",
        VerdictWord.Loud(c),
    ];

    /// <summary>Signs and times carry their unit where it differs; the unit of a count stands beside the change.</summary>
    private static string BeforeAfter(Comparison c)
    {
        var (before, after) = (Figures.Value(c.Metric, c.Baseline!.Value), Figures.Value(c.Metric, c.Candidate!.Value));
        var unit = after.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? after[at..] : "";
        var both = $"{(before.EndsWith(unit, StringComparison.Ordinal) ? before[..^unit.Length] : before)} → {after}";
        return c.Metric.Kind == Model.MetricKind.Count && unit.Length > 0 ? both[..^unit.Length] : both;
    }

    /// <summary>The unit of an interval is that of the change beside it.</summary>
    private static string Bare(string interval) =>
        string.Join(" to ", interval.Split(" to ").Select(end => end.Split(' ')[0].Replace("$", "", StringComparison.Ordinal)));
}
