using System.Buffers;
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
        var (start, position) = (0, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var next = position + rune.Utf16SequenceLength;
            if (IsIdeograph(rune))
            {
                Add(words, text[start..position]);
                Add(words, text[position..next]);
                start = next;
            }
            else if (!IsLetterOrDigit(rune) && (start == position || !(IsMark(rune) || IsJoint(rune, text.AsSpan(next)))))
            {
                Add(words, text[start..position]);
                start = next;
            }

            position = next;
        }

        Add(words, text[start..]);
        return words;
    }

    /// <summary>How many words a text has.</summary>
    /// <param name="text">Any text.</param>
    public static int Count(string text) => Words(text).Count;

    private static void Add(List<string> words, string word)
    {
        if (word.Length > 0)
        {
            words.Add(word);
        }
    }

    private static bool IsLetterOrDigit(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.LetterNumber;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsJoint(Rune rune, ReadOnlySpan<char> rest) =>
        rune.Value is '\'' or '-' or 0x2019 or 0x2010 && Rune.DecodeFromUtf16(rest, out var next, out _) == OperationStatus.Done && IsLetterOrDigit(next) && !IsIdeograph(next);

    private static bool IsIdeograph(Rune rune) => Rune.IsLetter(rune) && rune.Value is
        (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x323AF);
}
