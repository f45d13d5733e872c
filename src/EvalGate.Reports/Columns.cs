using System.Globalization;
using System.Text;

namespace EvalGate.Reports;

/// <summary>Text measured in the columns of a terminal: wide East Asian letters and emoji take two, combining marks none.</summary>
public static class Columns
{
    private static readonly (int From, int To)[] Wide =
    [
        (0x1100, 0x115f), (0x2e80, 0x303e), (0x3041, 0x4dbf), (0x4e00, 0xa4cf), (0xac00, 0xd7a3), (0xf900, 0xfaff),
        (0xfe30, 0xfe6f), (0xff00, 0xff60), (0xffe0, 0xffe6), (0x1f000, 0x1faff), (0x20000, 0x3fffd),
    ];

    /// <summary>How many columns a text takes.</summary>
    /// <param name="text">One line.</param>
    public static int Of(string text) => Elements(text).Sum(WidthOf);

    /// <summary>As much of the text as fits, ending in <c>…</c> where it was cut; letters stay whole.</summary>
    internal static string Cut(string text, int width)
    {
        if (text.Length <= width && text.All(char.IsAscii) || Of(text) <= width)
        {
            return text;
        }

        var (cut, used) = (new StringBuilder(), 1);
        foreach (var element in Elements(text).TakeWhile(e => (used += WidthOf(e)) <= width))
        {
            cut.Append(element);
        }

        return cut.Append('…').ToString();
    }

    internal static string PadRight(string text, int width) => text + Blanks(text, width);

    internal static string PadLeft(string text, int width) => Blanks(text, width) + text;

    private static string Blanks(string text, int width) => new(' ', Math.Max(0, width - Of(text)));

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    private static int WidthOf(string element) => element.EnumerateRunes().Max(WidthOf);

    private static int WidthOf(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => Wide.Any(range => rune.Value >= range.From && rune.Value <= range.To) ? 2 : 1,
    };
}
