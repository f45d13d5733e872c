using System.Globalization;
using System.Text;

namespace EvalGate.Reports;

/// <summary>Text of users and models, made safe to stand in a report: no control characters, no direction tricks, no line breaks.</summary>
internal static class CleanText
{
    /// <summary>The text in one line, cut to a width.</summary>
    public static string Of(string text, int width = int.MaxValue)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(IsHarmless(rune) ? rune.ToString() : " ");
        }

        var line = clean.ToString();
        return line.Length <= width ? line : string.Concat(line.AsSpan(0, Math.Max(0, width - 1)), "…");
    }

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
