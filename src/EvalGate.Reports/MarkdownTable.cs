using System.Text;

namespace EvalGate.Reports;

/// <summary>As many rows of a Markdown table as there is room for.</summary>
internal static class MarkdownTable
{
    // Room for the line that says how many rows are left out.
    private const int Reserve = 80;

    /// <summary>The table, and how many more rows there are; empty when not one fits.</summary>
    public static string Of(string head, IReadOnlyCollection<string> rows, int most, int budget)
    {
        var (table, written) = (new StringBuilder(head), 0);
        foreach (var row in rows.Take(most).TakeWhile(r => table.Length + r.Length + Reserve <= budget))
        {
            table.Append(row);
            written++;
        }

        var left = rows.Count - written;
        return written == 0 ? "" : table.Append(left == 0 ? "" : $"\n{left} more are in verdict.json.\n").ToString();
    }
}
