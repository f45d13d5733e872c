using System.Globalization;
using System.Text;

namespace EvalGate.Reports;

/// <summary>
/// Text of users and models in one harmless line: white space becomes a blank; control, direction and other invisible characters
/// are written out as <c>\u001b</c>; nothing that a build log would obey as a command stays one.
/// </summary>
public static class CleanText
{
    /// <summary>The whole text.</summary>
    /// <param name="text">Any text.</param>
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(Visible(rune));
        }

        return WithoutCommands(clean.ToString());
    }

    /// <summary>The text cut to so many columns.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="width">Columns, at least 1.</param>
    public static string Of(string text, int width) => Columns.Cut(Of(text), width);

    private static string Visible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        _ when rune.Value is '\n' or '\r' or '\t' => " ",
        UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
        // Scripts and emoji need the two joiners.
        UnicodeCategory.Format when rune.Value is 0x200c or 0x200d => rune.ToString(),
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse => WrittenOut(rune),
        // No text has these two of each plane, and XML cannot hold them.
        _ when (rune.Value & 0xfffe) == 0xfffe => WrittenOut(rune),
        _ => rune.ToString(),
    };

    private static string WrittenOut(Rune rune) => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}");

    /// <summary>GitHub's runner obeys <c>::name</c> at the start of a line, which any word may become, and <c>##[name]</c> anywhere.</summary>
    private static string WithoutCommands(string line) =>
        (" " + line).Replace(" ::", " : :", StringComparison.Ordinal).Replace("##[", "## [", StringComparison.Ordinal)[1..];
}
