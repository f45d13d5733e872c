using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>A verdict as GitHub's Markdown: <c>report.md</c>, and the step summary of a build.</summary>
public static class MarkdownReport
{
    /// <summary>The most characters a report has: what a comment on a pull request can hold.</summary>
    public const int Limit = 65_536;

    private const int MostShown = 50;
    private const int LongestNote = 1000;

    /// <summary>The report.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <returns>
    /// At most <see cref="Limit"/> characters. When it would be too long, first the rows behind the fold go, then rows of the table;
    /// never the verdict, the notes or the next step.
    /// </returns>
    public static string Write(SuiteVerdict verdict)
    {
        var head = $"## {Icon(verdict)} EvalGate {MarkdownText.Of(Headline.Of(verdict), LongestNote)}\n\n{Origin.Of(verdict)}\n";
        var notes = string.Concat(Notes.Of(verdict).Concat(CensusNote.Of(verdict)).Select(n => $"- {MarkdownText.Of(n, LongestNote)}\n"));
        var next = NextStep.Of(verdict) is { } step ? $"**Next:** {MarkdownText.Of(step, LongestNote)}\n" : "";
        var left = Limit - head.Length - notes.Length - next.Length;
        var shown = Shown(verdict.Comparisons);
        var table = MarkdownTable.Of(shown, MostShown, left);
        var all = shown.Length == verdict.Comparisons.Count && shown.Length <= MostShown ? "" : Folded(verdict.Comparisons, left - table.Length);
        return string.Join('\n', new[] { head, table, notes, next, all }.Where(p => p.Length > 0));
    }

    /// <summary>What is not simply fine, worst first, then each metric overall.</summary>
    private static Comparison[] Shown(IReadOnlyList<Comparison> comparisons)
    {
        var worst = comparisons.WorstPerSlice();
        return [.. worst.Where(c => c.IsBad()).WorstFirst(), .. worst.Where(c => (c.IsMain() || c.IsMix()) && !c.IsBad())];
    }

    private static string Icon(SuiteVerdict verdict) => verdict switch
    {
        { Blocks: true, Verdict: Verdict.NotJudged } => "⛔",
        { Blocks: true } => "❌",
        { Verdict: Verdict.Inconclusive or Verdict.NotJudged } => "⚠️",
        _ => "✅",
    };

    private static string Folded(IReadOnlyList<Comparison> comparisons, int budget)
    {
        var open = $"<details><summary>All {Phrases.Count(comparisons.Count, "comparison")}</summary>\n\n";
        const string Close = "\n</details>\n";

        // The parts are joined by four line ends.
        var table = MarkdownTable.Of(comparisons, int.MaxValue, budget - open.Length - Close.Length - 4);
        return table.Length == 0 ? "" : open + table + Close;
    }
}
