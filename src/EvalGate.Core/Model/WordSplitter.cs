using System.Globalization;
using System.Text;

namespace EvalGate.Model;

/// <summary>Splits text into words, the same way for lengths, overlaps and counts.</summary>
/// <remarks>
/// A word is a run of letters, digits and combining marks; an apostrophe or a hyphen inside a run belongs to it (<c>don't</c>,
/// <c>e-mail</c>). Each ideograph (Han, kana) is a word of its own, because those scripts put no spaces between words.
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
            else if (IsWordPart(runes[i]) || IsJoint(runes, i, word))
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

    private static bool IsWordPart(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber;

    private static bool IsJoint(Rune[] runes, int i, StringBuilder word) =>
        runes[i].Value is '\'' or '-' or 0x2019 or 0x2010 && word.Length > 0 && i + 1 < runes.Length && IsWordPart(runes[i + 1]) && !IsIdeograph(runes[i + 1]);

    private static bool IsIdeograph(Rune rune) => rune.Value is
        (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
