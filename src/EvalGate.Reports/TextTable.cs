namespace EvalGate.Reports;

/// <summary>Aligned columns: the first and the last to the left, the others to the right; the first gives way when the width is short.</summary>
internal static class TextTable
{
    private const int LeastFirst = 12;

    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var columns = rows[0].Count;
        var widths = Enumerable.Range(0, columns).Select(c => rows.Max(r => r[c].Length)).ToArray();
        var others = widths.Skip(1).Sum() + (2 * (columns - 1));
        widths[0] = Math.Max(LeastFirst, Math.Min(widths[0], width - others));
        return rows.Select(row => string.Join("  ", row.Select((cell, c) => Cell(cell, c, widths))).TrimEnd());
    }

    private static string Cell(string text, int column, int[] widths)
    {
        var fitting = text.Length <= widths[column] ? text : string.Concat(text.AsSpan(0, widths[column] - 1), "…");
        return column == 0 || column == widths.Length - 1 ? fitting.PadRight(widths[column]) : fitting.PadLeft(widths[column]);
    }
}
