namespace EvalGate.Reports;

/// <summary>Aligned columns: the first and the last to the left, the others to the right; the first gives way when the width is short.</summary>
internal static class TextTable
{
    private const string Gap = "  ";

    /// <summary>Columns that are left for the first cell of each row beside the cells that follow it.</summary>
    public static int Room(IEnumerable<IReadOnlyList<string>> following, int width) => width - Widths([.. following]).Sum(w => w + Gap.Length);

    public static IEnumerable<string> Lines(IReadOnlyList<IReadOnlyList<string>> rows, int width)
    {
        var widths = Widths(rows);
        widths[0] = Math.Min(widths[0], Room(rows.Select(r => r.Skip(1).ToArray()), width));
        return rows.Select(row => string.Join(Gap, row.Select((cell, c) => Cell(cell, c, widths))).TrimEnd());
    }

    private static int[] Widths(IReadOnlyList<IReadOnlyList<string>> rows) =>
        [.. Enumerable.Range(0, rows[0].Count).Select(c => rows.Max(r => Columns.Of(r[c])))];

    private static string Cell(string text, int column, int[] widths)
    {
        var fitting = Columns.Cut(text, widths[column]);
        return column == 0 || column == widths.Length - 1 ? Columns.PadRight(fitting, widths[column]) : Columns.PadLeft(fitting, widths[column]);
    }
}
