using System.Text;

namespace EvalGate.Reports;

/// <summary>Breaks sentences into lines between words; a no-break space joins what stays together while wrapping: a figure and its unit, a command.</summary>
internal static class Wrapping
{
    private const char Join = '\u00a0';

    private static readonly string[] Together = [" %", " pp", " ms", " build -t:", " plan --"];

    /// <summary>Harmless lines of at most so many columns; a single longer word is cut. The indent stands before every line but the first.</summary>
    public static IEnumerable<string> Lines(string text, int width, string indent = "")
    {
        var line = new StringBuilder();
        var used = 0;
        foreach (var word in Words(text).Select(w => Columns.Cut(w, width - indent.Length)))
        {
            var columns = Columns.Of(word);
            if (used > 0 && used + 1 + columns > width)
            {
                yield return Finished(line);
                line.Clear().Append(indent);
                used = indent.Length;
            }
            else if (used > 0)
            {
                line.Append(' ');
                used++;
            }

            line.Append(word);
            used += columns;
        }

        if (line.Length > 0)
        {
            yield return Finished(line);
        }
    }

    private static string[] Words(string text) => Together
        .Aggregate(CleanText.Of(text), (joined, part) => joined.Replace(part, part.Replace(' ', Join), StringComparison.Ordinal))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Finished(StringBuilder line) => line.ToString().Replace(Join, ' ');
}
