using System.Text;

namespace EvalGate.Reports;

/// <summary>Breaks sentences into lines between words; a figure and its unit stay together because a no-break space joins them while wrapping.</summary>
internal static class Wrapping
{
    private const char Join = '\u00a0';

    /// <summary>Lines of at most so many columns; a single longer word is cut.</summary>
    public static IEnumerable<string> Lines(string text, int width, string indent = "")
    {
        var line = new StringBuilder();
        foreach (var word in Joined(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Length <= width ? w : w[..(width - 1)] + "…"))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString().Replace(Join, ' ');
                line.Clear().Append(indent);
            }
            else if (line.Length > 0 && line.ToString() != indent)
            {
                line.Append(' ');
            }

            line.Append(word);
        }

        if (line.Length > 0)
        {
            yield return line.ToString().Replace(Join, ' ');
        }
    }

    private static string Joined(string text) =>
        text.Replace(" %", Join + "%", StringComparison.Ordinal).Replace(" pp", Join + "pp", StringComparison.Ordinal).Replace(" ms", Join + "ms", StringComparison.Ordinal);
}
