using System.Text;

namespace EvalGate.Reports;

/// <summary>Text of users and models inside GitHub's Markdown: never markup, a mention, a reference, a link or a table cell's end.</summary>
public static class MarkdownText
{
    // GitHub decodes entities before it looks for mentions, references and addresses; a zero-width space inside breaks them.
    private const string Break = "\u200b";

    private const string Markup = "\\`*_[]~$!";

    /// <summary>The text as prose.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="width">The most characters that are written, escapes included.</param>
    public static string Of(string text, int width = 200)
    {
        var clean = CleanText.Of(text).TrimStart();
        var (escaped, fits) = (new StringBuilder(), true);
        for (var i = 0; i < clean.Length && fits; i++)
        {
            var piece = char.IsHighSurrogate(clean[i]) ? clean.Substring(i++, 2) : Escaped(clean, i);
            fits = escaped.Length + piece.Length < width;
            escaped.Append(fits ? piece : "…");
        }

        return escaped.ToString();
    }

    /// <summary>A name as code where nothing in it needs escaping, else as prose.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="width">The most characters that are written, escapes included.</param>
    public static string Name(string text, int width) =>
        text.Length > 0 && text.Length <= width && text.All(IsPlain) ? $"`{text}`" : Of(text, width);

    private static bool IsPlain(char c) => char.IsLetterOrDigit(c) || c is ' ' or '=' or ',' or '.' or '-' or '_' or '(' or ')' or '+';

    private static string Escaped(string text, int i) => text[i] switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '|' => "&vert;",
        '@' => "@" + Break,
        '#' => "\\#" + Break,
        ':' when Follows(text, i, "://") => ":" + Break,
        'w' or 'W' when Follows(text, i, "www.") && !Follows(text, i - 1, "wwww") => text[i] + Break,
        'H' or 'h' when i > 0 && Follows(text, i - 1, "GH-") => text[i] + Break,
        // These begin a list where they stand first.
        '-' or '+' when i == 0 => "\\" + text[i],
        '.' or ')' when i > 0 && text[..i].All(char.IsAsciiDigit) => "\\" + text[i],
        var c when Markup.Contains(c, StringComparison.Ordinal) => "\\" + c,
        var c => c.ToString(),
    };

    private static bool Follows(string text, int i, string token) =>
        i >= 0 && string.Compare(text, i, token, 0, token.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
