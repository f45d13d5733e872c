using System.Text.RegularExpressions;
using Spectre.Console;

namespace EvalGate.Tool.Printing;

/// <summary>Puts colour on the verdicts of a report; its words stay as they are.</summary>
internal static partial class ColouredText
{
    public static void Write(TextWriter writer, string text, int width)
    {
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.Yes, ColorSystem = ColorSystemSupport.Standard, Out = new AnsiConsoleOutput(writer) });
        console.Profile.Width = Math.Max(width, text.Split('\n').Max(l => l.Length) + 1);
        var paragraph = new Paragraph();
        var at = 0;
        foreach (var word in Verdicts().Matches(text).Cast<Match>())
        {
            paragraph.Append(text[at..word.Index]);
            paragraph.Append(word.Value, StyleOf(word.Value));
            at = word.Index + word.Length;
        }

        paragraph.Append(text[at..]);
        console.Write(paragraph);
    }

    private static Style StyleOf(string verdict) => verdict.ToLowerInvariant() switch
    {
        "regressed" or "not judged" => new(Color.Red, decoration: Decoration.Bold),
        "inconclusive" => new(Color.Yellow),
        _ => new(Color.Green),
    };

    /// <summary>A verdict between the name of a suite and its reason, or at the end of a table's row.</summary>
    [GeneratedRegex("(?<=^[^\n:]+: )(regressed|not judged|inconclusive|clear|held)(?= – )|(?<=  )(regressed|not judged|inconclusive|clear|held)$", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Verdicts();
}
