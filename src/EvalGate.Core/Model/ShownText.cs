using System.Globalization;
using System.Text;

namespace EvalGate.Model;

/// <summary>Text of users and models, made safe to stand in a message: one line, no control characters, no direction tricks.</summary>
public static class ShownText
{
    /// <summary>How much of a text a message shows.</summary>
    private const int Usual = 60;

    /// <summary>The text with a space for every character that is not seen, cut to a length.</summary>
    /// <param name="text">Any text; an unpaired surrogate shows as U+FFFD.</param>
    /// <param name="longest">UTF-16 units shown at most; a longer text ends in <c>…</c>.</param>
    public static string Of(string text, int longest = Usual)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > longest)
            {
                return clean.Append('…').ToString();
            }

            clean.Append(IsSeen(rune) ? rune.ToString() : " ");
        }

        return clean.ToString();
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
