using System.Text;
using EvalGate.Model;

namespace EvalGate.Snapshots;

/// <summary>Texts that people write, as against labels and codes.</summary>
internal static class Prose
{
    /// <summary>A label has fewer words.</summary>
    private const int FewestWords = 6;

    public static bool Is(string text) => text.Length > FewestWords && WordSplitter.Count(text) >= FewestWords;

    /// <summary>A text without what only formats it: white space, case and the marks of Markdown.</summary>
    public static string Loose(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                AppendSpace(plain);
            }
            else if (c is not ('*' or '_' or '`' or '#' or '>' or '~'))
            {
                plain.Append(char.ToLowerInvariant(c));
            }
        }

        return plain.ToString().Trim();
    }

    /// <summary>The lines of a text, sorted, each once for every time it is there; blank ones do not count.</summary>
    public static string[] Lines(string text) =>
        [.. text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Order(StringComparer.Ordinal)];

    private static void AppendSpace(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] != ' ')
        {
            plain.Append(' ');
        }
    }
}
