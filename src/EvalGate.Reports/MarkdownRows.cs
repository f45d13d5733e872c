using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>Comparisons as rows of Markdown tables.</summary>
internal sealed class MarkdownRows(SuiteVerdict verdict)
{
    public const string MetricHead = "| | Metric | Baseline | Candidate | Change (90 % interval) | Allowed | Verdict |\n|:-:|:--|--:|--:|--:|--:|:--|\n";

    public const string SliceHead = "| | Slice | Metric | Cases | Baseline → candidate | Change (90 % interval) | Verdict |\n|:-:|:--|:--|--:|--:|--:|:--|\n";

    private const char NoBreak = '\u00a0';
    private const int LongestMetric = 80;
    private const int LongestSlice = 160;

    /// <summary>A metric over all cases.</summary>
    public string OfMetric(Comparison c) =>
        Row(c, [$"**{Metric(c)}**{Against(c)}", Level(c, c.Baseline), Level(c, c.Candidate), Change(c), Figure(Phrases.Allowed(c)), Verdict(c, "")]);

    /// <summary>A metric on a slice.</summary>
    public string OfSlice(Comparison c)
    {
        var slice = (c.Slice.IsOverall ? "**overall**" : MarkdownText.Name(c.Slice.ToString(), LongestSlice)) + Against(c);
        var p = c.AdjustedPValue is { } adjusted ? $", p{NoBreak}{Figure(Figures.PValue(adjusted))}" : "";
        return Row(c, [slice, Metric(c), Cases(c), c.Baseline is null ? "–" : $"{Level(c, c.Baseline)} → {Level(c, c.Candidate)}", Change(c), Verdict(c, $"{Figure(Phrases.Limit(c))}{p}")]);
    }

    private string Row(Comparison c, IEnumerable<string> cells) => $"| {MarkdownIcon.Of(verdict, c)} | {string.Join(" | ", cells)} |\n";

    private static string Metric(Comparison c) => MarkdownText.Name(c.Metric.Label, LongestMetric);

    private static string Against(Comparison c) => c switch
    {
        { IsAnchored: true } => " (anchor)",
        { Variant: not null } => " (A/B session)",
        { Weighting: not null } => " (production mix)",
        _ => "",
    };

    private static string Level(Comparison c, double? value) => value is { } known ? Figure(Figures.Value(c.Metric, known)) : "–";

    private static string Change(Comparison c) => c.Difference is not { } difference ? "–"
        : Figure(Figures.Change(c.Metric, difference)) + (c.Interval is { } interval ? $" ({Figure(Figures.Interval(c.Metric, interval))})" : "");

    private static string Cases(Comparison c) => c switch
    {
        { Cases: 0 } => "–",
        { Groups: { } groups } => $"{Figures.Fixed(c.Cases, 0)} in {Figures.Count(groups, "group")}",
        _ => Figures.Fixed(c.Cases, 0),
    };

    private string Verdict(Comparison c, string beside)
    {
        var word = c.Blocks ? $"**{VerdictWord.Loud(c)}**" : VerdictWord.Loud(c);
        var better = !c.IsBad() && MarkdownIcon.IsImproved(verdict, c) ? ", better" : "";
        var more = new[] { beside, c.Reason is { } reason ? MarkdownText.Of(reason) : "" }.Where(m => m.Length > 0).ToArray();
        return more.Length == 0 ? word + better : $"{word}{better} ({string.Join("; ", more)})";
    }

    /// <summary>A figure that stays on one line.</summary>
    private static string Figure(string figure) => figure.Replace(' ', NoBreak).Replace("<", "&lt;", StringComparison.Ordinal).Replace("$", "\\$", StringComparison.Ordinal);
}
