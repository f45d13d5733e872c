using System.Globalization;
using System.Text;

namespace EvalGate.Model;

/// <summary>Splits text into words, the same way for lengths, overlaps and counts.</summary>
/// <remarks>
/// A word is a run of letters and digits with their combining marks; an apostrophe or a hyphen inside a run belongs to it (<c>don't</c>,
/// <c>e-mail</c>). Each ideograph (Han, kana) is a word of its own, because those scripts put no spaces between words. Signs and emoji are no words.
/// </remarks>
public static class WordSplitter
{
    /// <summary>The words of a text, in order, as they are written.</summary>
    /// <param name="text">Any text; unpaired surrogates separate words.</param>
    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var runes = text.EnumerateRunes().ToArray();
        for (var i = 0; i < runes.Length; i++)
        {
            if (IsIdeograph(runes[i]))
            {
                Finish(words, word);
                words.Add(runes[i].ToString());
            }
            else if (IsLetterOrDigit(runes[i]) || (word.Length > 0 && (IsMark(runes[i]) || IsJoint(runes, i))))
            {
                word.Append(runes[i].ToString());
            }
            else
            {
                Finish(words, word);
            }
        }

        Finish(words, word);
        return words;
    }

    /// <summary>How many words a text has.</summary>
    /// <param name="text">Any text.</param>
    public static int Count(string text) => Words(text).Count;

    private static void Finish(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    private static bool IsLetterOrDigit(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsJoint(Rune[] runes, int i) =>
        runes[i].Value is '\'' or '-' or 0x2019 or 0x2010 && i + 1 < runes.Length && IsLetterOrDigit(runes[i + 1]) && !IsIdeograph(runes[i + 1]);

    private static bool IsIdeograph(Rune rune) => Rune.IsLetter(rune) && rune.Value is
        (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
