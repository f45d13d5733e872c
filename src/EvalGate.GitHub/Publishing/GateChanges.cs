using System.Globalization;
using EvalGate.Gating;
using EvalGate.Reports;

namespace EvalGate.GitHub;

/// <summary>What a pull request changes of that which judges it, as a section of the comment.</summary>
internal static class GateChanges
{
    private const int Listed = 20;
    private const int LongestText = 300;

    /// <summary>The section; empty when nothing changed.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="problem">Why nobody could look; null when somebody did, or need not.</param>
    public static string Of(IReadOnlyList<GateChange> changes, string? problem) => (changes, problem) switch
    {
        (_, { } reason) => $"\n_Whether this pull request changes the gate itself was not looked at: {MarkdownText.Of(reason)}._\n",
        ([], _) => "",
        _ => Section(changes),
    };

    private static string Section(IReadOnlyList<GateChange> changes)
    {
        var weakening = changes.Count(c => c.Weakens);
        var title = weakening == 0 ? "### This pull request changes the gate\n\n" : string.Create(CultureInfo.InvariantCulture, $"### ⚠️ This pull request changes the gate that judges it ({weakening} may let more pass)\n\n");
        var rows = changes.OrderByDescending(c => c.Weakens).Take(Listed).Select(c => $"- {(c.Weakens ? "⚠️ " : "")}{MarkdownText.Name(c.Subject, LongestText)}: {MarkdownText.Of(c.Text, LongestText)}\n");
        var more = changes.Count > Listed ? string.Create(CultureInfo.InvariantCulture, $"- … and {changes.Count - Listed} more\n") : "";
        return $"\n{title}{string.Concat(rows)}{more}";
    }
}
