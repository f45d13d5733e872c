using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>The comparisons worth a line: each metric overall, and below it the slices that are not simply fine, worst first.</summary>
internal static class ComparisonTable
{
    private const int MostSlices = 12;

    private static readonly string[] Head = ["", "n", "before → after", "change", "90 % interval", "verdict"];

    public static IEnumerable<string> Lines(SuiteVerdict verdict, int width)
    {
        var worst = verdict.Comparisons.GroupBy(c => (c.Metric.Name, c.Slice)).Select(g => g.MaxBy(c => (c.Blocks, c.Verdict))!).ToArray();
        var slices = worst.Where(c => !c.Slice.IsOverall && (c.Blocks || c.Verdict >= Verdict.Inconclusive))
            .OrderByDescending(c => c.Blocks).ThenByDescending(c => c.Verdict).ThenBy(c => c.AdjustedPValue ?? 1).ThenBy(c => c.Slice).ToArray();
        var shown = slices.Take(MostSlices).ToLookup(c => c.Metric.Name, StringComparer.Ordinal);
        string[][] rows =
        [
            .. worst.Select(c => c.Metric.Name).Distinct(StringComparer.Ordinal)
                .SelectMany(metric => worst.Where(c => c.Metric.Name == metric && c.Slice.IsOverall).Concat(shown[metric]))
                .Select(Row),
        ];
        if (rows.Length == 0)
        {
            return [];
        }

        var lines = TextTable.Lines([Head, .. rows], width);
        return slices.Length > MostSlices ? lines.Append($"and {slices.Length - MostSlices} more slices in the full report") : lines;
    }

    private static string[] Row(Comparison c) =>
    [
        c.Slice.IsOverall ? c.Metric.Name : "  " + CleanText.Of(Name(c)),
        Figures.Fixed(c.Cases, 0),
        c.Baseline is null ? "–" : BeforeAfter(c),
        c.Difference is { } difference ? Figures.Change(c.Metric, difference) : "–",
        c.Interval is { } interval ? Bare(Figures.Interval(c.Metric, interval)) : "–",
        c.Verdict == Verdict.Regressed ? "REGRESSED" : VerdictWord.Of(c.Verdict),
    ];

    /// <summary>A cross by its values alone: the columns leave no room for more.</summary>
    private static string Name(Comparison c) => c.Slice.Pairs.Count == 1 ? c.Slice.ToString() : string.Join(" × ", c.Slice.Pairs.Select(p => p.Value));

    /// <summary>The unit stands once, behind the second figure.</summary>
    private static string BeforeAfter(Comparison c)
    {
        var (before, after) = (Figures.Value(c.Metric, c.Baseline!.Value), Figures.Value(c.Metric, c.Candidate!.Value));
        var unit = after.IndexOf(' ', StringComparison.Ordinal) is >= 0 and var at ? after[at..] : "";
        return $"{(before.EndsWith(unit, StringComparison.Ordinal) ? before[..^unit.Length] : before)} → {after}";
    }

    /// <summary>The unit of an interval is that of the change beside it.</summary>
    private static string Bare(string interval) =>
        string.Join(" to ", interval.Split(" to ").Select(end => end.Split(' ')[0]));
}
