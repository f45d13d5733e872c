using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>The comparisons worth a line: each metric overall, and below it the slices that are not simply fine, worst first.</summary>
internal static class ComparisonTable
{
    private const int MostSlices = 10;
    private const int IntervalColumn = 4;

    private static readonly string[] Head = ["", "cases", "before → after", "change", "90 % interval", "verdict"];

    public static IEnumerable<string> Lines(SuiteVerdict verdict, int width)
    {
        var worst = verdict.Comparisons.GroupBy(c => (c.Metric.Name, c.Slice, c.IsAnchored, c.Weighting is null)).Select(g => g.WorstFirst().First()).ToArray();
        var overall = worst.Where(IsMain).ToLookup(c => c.Metric.Name, StringComparer.Ordinal);
        var mixed = worst.Where(c => c.Weighting is not null).ToLookup(c => c.Metric.Name, StringComparer.Ordinal);
        var bad = worst.Where(c => !IsMain(c) && c.Weighting is null && (c.Blocks || c.Verdict >= Verdict.Inconclusive))
            .Where(c => !overall[c.Metric.Name].Any(o => SaysTheSame(o, c))).WorstFirst().ToArray();
        var shown = bad.Take(MostSlices).ToLookup(c => c.Metric.Name, StringComparer.Ordinal);
        string[][] rows =
        [
            Head,
            .. worst.Select(c => c.Metric.Name).Distinct(StringComparer.Ordinal)
                .SelectMany(metric => overall[metric].Concat(mixed[metric]).Concat(shown[metric])).Select(Row),
        ];
        if (rows.Length == 1)
        {
            return [];
        }

        var lines = TextTable.Lines(TextTable.Fits(rows, width) ? rows : [.. rows.Select(WithoutInterval)], width);
        return bad.Length > MostSlices ? lines.Append($"and {bad.Length - MostSlices} more slices, in the full report") : lines;
    }

    /// <summary>Whether a comparison stands in the table whatever its verdict.</summary>
    private static bool IsMain(Comparison c) => c is { Slice.IsOverall: true, IsAnchored: false, Weighting: null };

    /// <summary>A slice that is not judged for the reason that stands beside its metric already.</summary>
    private static bool SaysTheSame(Comparison overall, Comparison slice) =>
        overall.Verdict == Verdict.NotJudged && slice.Verdict == Verdict.NotJudged && overall.Reason == slice.Reason;

    private static string[] WithoutInterval(string[] row) => [.. row.Where((_, column) => column != IntervalColumn)];

    private static string[] Row(Comparison c) =>
    [
        IsMain(c) ? CleanText.Of(c.Metric.Name) : "  " + CleanText.Of(Name(c)),
        c.Cases == 0 ? "–" : Figures.Fixed(c.Cases, 0),
        c.Baseline is null ? "–" : BeforeAfter(c),
        c.Difference is { } difference ? Figures.Change(c.Metric, difference) : "–",
        c.Interval is { } interval ? Bare(Figures.Interval(c.Metric, interval)) : "–",
        VerdictWord.Loud(c),
    ];

    /// <summary>A cross by its values alone: the columns leave no room for more.</summary>
    private static string Name(Comparison c)
    {
        var slice = c.Slice.Pairs.Count > 1 ? string.Join(" × ", c.Slice.Pairs.Select(p => p.Value)) : c.Slice.ToString();
        return c.IsAnchored ? $"{slice}, anchor" : c.Weighting is not null ? "production mix" : slice;
    }

    /// <summary>The unit stands once, behind the second figure.</summary>
    private static string BeforeAfter(Comparison c)
    {
        var (before, after) = (Figures.Value(c.Metric, c.Baseline!.Value), Figures.Value(c.Metric, c.Candidate!.Value));
        var unit = after.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? after[at..] : "";
        return $"{(before.EndsWith(unit, StringComparison.Ordinal) ? before[..^unit.Length] : before)} → {after}";
    }

    /// <summary>The unit of an interval is that of the change beside it.</summary>
    private static string Bare(string interval) =>
        string.Join(" to ", interval.Split(" to ").Select(end => end.Split(' ')[0].Replace("$", "", StringComparison.Ordinal)));
}
