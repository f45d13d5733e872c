using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>What judges and people said of the same outputs, folded: a table per judge.</summary>
internal static class MarkdownJudges
{
    private const int LongestName = 80;

    public static string Of(SuiteVerdict verdict, int budget)
    {
        var text = "";
        foreach (var table in JudgeTable.Of(verdict))
        {
            text += Folded(table, budget - text.Length);
        }

        return text;
    }

    private static string Folded(JudgeTable table, int budget)
    {
        var open = $"<details><summary>Judge and people on <b>{MarkdownText.Of(table.Judge.Metric.Label, LongestName)}</b>: {table.Slices.First().Agreed} alike</summary>\n\n";
        const string Close = "\n</details>\n";
        var head = $"| Slice | {JudgeTable.Corner} |{string.Concat(table.Grades.Select(g => $" {g} |"))} Agree |\n|:--|--:|{string.Concat(table.Grades.Select(_ => "--:|"))}:--|\n";
        var rows = MarkdownTable.Of(head, [.. table.Slices.SelectMany(Rows)], int.MaxValue, budget - open.Length - Close.Length);
        return rows.Length == 0 ? "" : open + rows + Close;
    }

    private static IEnumerable<string> Rows(JudgeSlice slice) => slice.Rows.Select((row, i) =>
        $"| {(i > 0 ? "" : MarkdownText.Name(slice.Name, LongestName))} | {row.Grade} | {string.Join(" | ", row.Counts.Select((count, judge) => Cell(count, judge == row.Index)))} | {(i > 0 ? "" : slice.Agreed)} |\n");

    private static string Cell(long count, bool isAgreed) => count == 0 ? "·" : isAgreed ? $"**{Figures.Fixed(count, 0)}**" : Figures.Fixed(count, 0);
}
