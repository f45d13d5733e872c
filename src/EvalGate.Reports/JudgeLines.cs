using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>What judges and people said of the same outputs, in plain text.</summary>
internal static class JudgeLines
{
    private const int MostRows = 12;
    private const int LongestName = 24;

    public static IEnumerable<string> Of(SuiteVerdict verdict, int width) => JudgeTable.Of(verdict).SelectMany(table => Lines(table, width));

    /// <summary>As many slices as fit on a screen beside the rest, whole, the least agreed upon first.</summary>
    private static IEnumerable<string> Lines(JudgeTable table, int width)
    {
        var slices = table.Slices.ToArray();
        var rows = 0;
        var shown = slices.TakeWhile((s, i) => (rows += s.Rows.Count) <= MostRows || i == 0).ToArray();
        string[] head = [CleanText.Of(table.Judge.Metric.Label, LongestName), JudgeTable.Corner, .. table.Grades, "agree"];
        var lines = TextTable.Lines([head, .. shown.SelectMany(Rows)], width);
        return shown.Length == slices.Length ? lines : lines.Append($"and {Figures.Count(slices.Length - shown.Length, "more slice")}, in the full report");
    }

    private static IEnumerable<string[]> Rows(JudgeSlice slice, int index) => slice.Rows.Select((row, i) => (string[])
    [
        i > 0 ? "" : (index == 0 ? "" : "  ") + CleanText.Of(slice.Name, LongestName),
        row.Grade,
        .. row.Counts.Select(count => count == 0 ? "·" : Figures.Fixed(count, 0)),
        i > 0 ? "" : slice.Agreed,
    ]);
}
