using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>A verdict as GitHub's Markdown: <c>report.md</c>, and the step summary of a build.</summary>
public static class MarkdownReport
{
    /// <summary>The most characters a report has: what a comment on a pull request can hold.</summary>
    public const int Limit = 65_536;

    private const int MostShown = 50;
    private const int MostImproved = 5;
    private const int LongestNote = 1000;

    // The parts are joined by line ends.
    private const int Joints = 10;

    /// <summary>The report.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>
    /// At most <see cref="Limit"/> characters. When it would be too long, first the rows behind the fold go, then the judges, then the stack, then
    /// rows of the slices, then rows of the metrics; never the verdict, the notes or the next step.
    /// </returns>
    public static string Write(SuiteVerdict verdict)
    {
        var head = $"## {MarkdownIcon.Of(verdict)} EvalGate {MarkdownText.Of(Headline.Of(verdict), LongestNote)}\n\n{Origin.Of(verdict)}\n";
        var notes = string.Concat(Notes.Of(verdict).Concat(CensusNote.Of(verdict)).Select(n => $"- {MarkdownText.Of(n, LongestNote)}\n"));
        var next = NextStep.Of(verdict) is { } step ? $"**Next:** {MarkdownText.Of(step, LongestNote)}\n" : "";
        var room = Limit - head.Length - notes.Length - next.Length - Joints;
        var rows = new MarkdownRows(verdict);
        var metrics = MarkdownTable.Of(MarkdownRows.MetricHead, Mains(verdict).Select(rows.OfMetric).ToArray(), MostShown, room);
        var shown = Shown(verdict);
        var slices = Titled("### Slices\n\n", MarkdownTable.Of(MarkdownRows.SliceHead, shown.Select(rows.OfSlice).ToArray(), MostShown, room - metrics.Length));
        var stack = MarkdownStack.Of(verdict, room - metrics.Length - slices.Length);
        var judges = MarkdownJudges.Of(verdict, room - metrics.Length - slices.Length - stack.Length);
        var isAll = verdict.Comparisons.All(c => c.IsMain() || c.IsMix() || shown.Contains(c)) && shown.Length <= MostShown;
        var all = isAll ? "" : Folded(verdict, rows, room - metrics.Length - slices.Length - stack.Length - judges.Length);
        return string.Join('\n', new[] { head, metrics, notes, next, slices, stack, judges, all }.Where(p => p.Length > 0));
    }

    private static IEnumerable<Comparison> Mains(SuiteVerdict verdict) => verdict.Comparisons.WorstPerSlice().Where(c => c.IsMain() || c.IsMix());

    /// <summary>Slices that are not simply fine, worst first, then some that are proven better.</summary>
    private static Comparison[] Shown(SuiteVerdict verdict)
    {
        var slices = verdict.Comparisons.WorstPerSlice().Where(c => !c.IsMain() && !c.IsMix()).ToArray();
        var improved = slices.Where(c => !c.IsBad() && MarkdownIcon.IsImproved(verdict, c)).OrderByDescending(c => Math.Abs(c.Difference ?? 0)).ThenBy(c => c.Slice).Take(MostImproved);
        return [.. slices.Where(c => c.IsBad()).WorstFirst(), .. improved];
    }

    private static string Folded(SuiteVerdict verdict, MarkdownRows rows, int budget)
    {
        var counts = verdict.Comparisons.CountBy(c => VerdictWord.Of(c.Verdict)).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $" · {Figures.Fixed(c.Value, 0)} {c.Key}");
        var open = $"<details><summary>All {Figures.Count(verdict.Comparisons.Count, "comparison")}{string.Concat(counts)}</summary>\n\n";
        const string Close = "\n</details>\n";
        var table = MarkdownTable.Of(MarkdownRows.SliceHead, verdict.Comparisons.Select(rows.OfSlice).ToArray(), int.MaxValue, budget - open.Length - Close.Length);
        return table.Length == 0 ? "" : open + table + Close;
    }

    private static string Titled(string title, string table) => table.Length == 0 ? "" : title + table;
}
