using System.Text;

namespace EvalGate.Reports;

/// <summary>Text of users and models inside Markdown: never markup, a mention, a link or a table cell's end.</summary>
internal static class MarkdownText
{
    public static string Of(string text, int width = 200)
    {
        var escaped = new StringBuilder();
        foreach (var c in CleanText.Of(text, width))
        {
            escaped.Append(c switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                // A mention, a link and an issue reference need these characters as they are.
                '@' => "&#64;",
                '#' => "&#35;",
                ':' => "&#58;",
                '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '!' or '|' or '~' or '$' => "\\" + c,
                _ => c.ToString(),
            });
        }

        return escaped.ToString();
    }
}
