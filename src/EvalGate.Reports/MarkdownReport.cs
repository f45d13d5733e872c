using System.Text;
using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>A verdict as Markdown: <c>report.md</c>, and the step summary of a build.</summary>
public static class MarkdownReport
{
    /// <summary>The most characters a report has: what a comment on a pull request can hold.</summary>
    public const int Limit = 65_536;

    /// <summary>The report. When it would be too long, first the rows behind the fold go, then the notes; never the verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Write(SuiteVerdict verdict)
    {
        var head = $"## {Icon(verdict)} EvalGate {MarkdownText.Of(Headline.Of(verdict), 600)}\n\n{Origin(verdict)}\n";
        var shown = Section("", verdict.Comparisons.Where(c => c.Slice.IsOverall || c.Blocks || c.Verdict >= Verdict.Inconclusive), Limit / 4);
        var notes = string.Concat(Notes.Of(verdict).Select(n => $"- {MarkdownText.Of(n, 1000)}\n"));
        var next = verdict.WholeRun is { } reason ? $"\n**Next:** {MarkdownText.Of(reason.Remedy)}\n" : "";
        var used = head.Length + shown.Length + next.Length;
        notes = used + notes.Length < Limit / 2 ? notes : "";
        var rest = Section($"All {verdict.Comparisons.Count} comparisons", verdict.Comparisons, Limit - used - notes.Length - 400);
        return string.Join('\n', new[] { head, shown, notes, next, rest }.Where(p => p.Length > 0));
    }

    private static string Icon(SuiteVerdict verdict) => verdict switch
    {
        { Blocks: true, Verdict: Verdict.NotJudged } => "⛔",
        { Blocks: true } => "❌",
        { Verdict: Verdict.Inconclusive or Verdict.NotJudged } => "⚠️",
        _ => "✅",
    };

    private static string Origin(SuiteVerdict verdict)
    {
        var before = verdict.BaselineDate is { } date
            ? $"baseline of {date.UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}{Commit(verdict.BaselineCommit)}"
            : "no baseline";
        return $"{verdict.Cases} cases · candidate{Commit(verdict.Commit)} · {before}";
    }

    private static string Commit(string? commit) => commit is { Length: >= 7 } ? $" `{commit[..7]}`" : "";

    private static string Section(string fold, IEnumerable<Comparison> comparisons, int budget)
    {
        var all = comparisons.ToArray();
        if (all.Length == 0 || budget < 500)
        {
            return "";
        }

        var rows = new StringBuilder("| Metric | Slice | Cases | Baseline | Candidate | Change | 90 % interval | adjusted p | Verdict |\n|:--|:--|--:|--:|--:|--:|--:|--:|:--|\n");
        var written = 0;
        foreach (var row in all.Select(Row).TakeWhile(r => rows.Length + r.Length < budget))
        {
            rows.Append(row);
            written++;
        }

        var more = written < all.Length ? $"\n{all.Length - written} more are in verdict.json.\n" : "";
        return fold.Length == 0 ? rows + more : $"<details><summary>{fold}</summary>\n\n{rows}{more}\n</details>\n";
    }

    private static string Row(Comparison c)
    {
        string?[] cells =
        [
            MarkdownText.Of(c.Metric.Name, 60),
            MarkdownText.Of(c.Slice.ToString(), 120),
            Figures.Fixed(c.Cases, 0) + (c.Groups is { } groups ? $" in {groups} groups" : ""),
            c.Baseline is { } before ? Figures.Value(c.Metric, before) : "–",
            c.Candidate is { } now ? Figures.Value(c.Metric, now) : "–",
            c.Difference is { } difference ? Figures.Change(c.Metric, difference) : "–",
            c.Interval is { } interval ? Figures.Interval(c.Metric, interval) : "–",
            c.AdjustedPValue is { } p ? Figures.PValue(p).Replace("<", "&lt;", StringComparison.Ordinal) : "–",
            (c.Blocks ? $"**{VerdictWord.Of(c.Verdict)}**" : VerdictWord.Of(c.Verdict)) + (c.Reason is { } reason ? $" ({MarkdownText.Of(reason)})" : ""),
        ];
        return $"| {string.Join(" | ", cells)} |\n";
    }
}
