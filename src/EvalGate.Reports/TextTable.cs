namespace EvalGate.Reports;

/// <summary>Aligned columns: the first and the last to the left, the others to the right; the first gives way when the width is short.</summary>
internal static class TextTable
{
    private const int LeastFirst = 12;
    private const string Gap = "  ";

    /// <summary>Whether the rows stand in a width with a readable first column.</summary>
    public static bool Fits(IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var widths = Widths(rows);
        return OthersOf(widths) + Math.Min(widths[0], LeastFirst) <= width;
    }

    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var widths = Widths(rows);
        widths[0] = Math.Min(widths[0], Math.Max(LeastFirst, width - OthersOf(widths)));
        return rows.Select(row => Columns.Cut(string.Join(Gap, row.Select((cell, c) => Cell(cell, c, widths))).TrimEnd(), width));
    }

    private static int[] Widths(IReadOnlyList<IReadOnlyList<string>> rows) =>
        [.. Enumerable.Range(0, rows[0].Count).Select(c => rows.Max(r => Columns.Of(r[c])))];

    private static int OthersOf(int[] widths) => widths.Skip(1).Sum() + (Gap.Length * (widths.Length - 1));

    private static string Cell(string text, int column, int[] widths)
    {
        var fitting = Columns.Cut(text, widths[column]);
        return column == 0 || column == widths.Length - 1 ? Columns.PadRight(fitting, widths[column]) : Columns.PadLeft(fitting, widths[column]);
    }
}
