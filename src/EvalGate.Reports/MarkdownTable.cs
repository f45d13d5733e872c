using System.Text;
using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>Comparisons as rows of a Markdown table.</summary>
internal static class MarkdownTable
{
    private const string Head = "| Metric | Slice | Cases | Baseline | Candidate | Change | 90 % interval | Allowed | Adjusted p | Verdict |\n|:--|:--|--:|--:|--:|--:|--:|--:|--:|:--|\n";

    // Room for the line that says how many rows are left out.
    private const int Reserve = 80;

    /// <summary>As many rows as fit into so many characters, and how many more there are; empty when not one fits.</summary>
    public static string Of(IReadOnlyCollection<Comparison> comparisons, int most, int budget)
    {
        var (table, written) = (new StringBuilder(Head), 0);
        foreach (var row in comparisons.Take(most).Select(Row).TakeWhile(r => table.Length + r.Length + Reserve <= budget))
        {
            table.Append(row);
            written++;
        }

        var left = comparisons.Count - written;
        return written == 0 ? "" : table.Append(left == 0 ? "" : $"\n{left} more are in verdict.json.\n").ToString();
    }

    private static string Row(Comparison c)
    {
        string[] cells =
        [
            MarkdownText.Name(c.Metric.Label, 80),
            (c.Slice.IsOverall ? "**overall**" : MarkdownText.Name(c.Slice.ToString(), 160)) + (c.IsAnchored ? " (anchor)" : c.Variant is not null ? " (A/B session)" : c.Weighting is null ? "" : " (production mix)"),
            Cases(c),
            c.Baseline is { } before ? Figures.Value(c.Metric, before) : "–",
            c.Candidate is { } now ? Figures.Value(c.Metric, now) : "–",
            c.Difference is { } difference ? Figures.Change(c.Metric, difference) : "–",
            c.Interval is { } interval ? Figures.Interval(c.Metric, interval) : "–",
            Phrases.Allowed(c),
            c.AdjustedPValue is { } p ? Figures.PValue(p) : "–",
        ];
        return $"| {string.Join(" | ", cells.Select(cell => cell.Replace("<", "&lt;", StringComparison.Ordinal)))} | {Verdict(c)} |\n";
    }

    private static string Cases(Comparison c) => c switch
    {
        { Cases: 0 } => "–",
        { Groups: { } groups } => $"{Figures.Fixed(c.Cases, 0)} in {Phrases.Count(groups, "group")}",
        _ => Figures.Fixed(c.Cases, 0),
    };

    private static string Verdict(Comparison c)
    {
        var word = c.Blocks ? $"**{VerdictWord.Loud(c)}**" : VerdictWord.Loud(c);
        return c.Reason is { } reason ? $"{word} ({MarkdownText.Of(reason)})" : word;
    }
}
