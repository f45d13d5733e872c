using System.Globalization;
using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>What changed in the stack behind a verdict, in words.</summary>
public static class StackWords
{
    private const int NamedComponents = 6;
    private const int LongestName = 30;
    private const int HashLength = 32;
    private const int FingerprintLength = 8;

    /// <summary>Which components changed since the baseline, and that several at once cannot be told apart; empty without a baseline or a named component.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Of(SuiteVerdict verdict)
    {
        if (verdict.BaselineDate is not { } date || verdict.Stack.Count == 0)
        {
            return "";
        }

        var since = $"since the baseline of {date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        var changed = verdict.Stack.Where(s => s.Changed).Select(s => CleanText.Of(s.Name, LongestName)).ToArray();
        return changed switch
        {
            [] => $"No component that the suite names changed {since}.",
            [var one] => $"Changed {since}: {one}.",
            _ => $"Changed {since}: {Phrases.Some(changed, NamedComponents)}. Several at once: the verdict cannot tell which did it.",
        };
    }

    /// <summary>A component's value as people tell it apart: the start of a hash; a name that a subject gives, such as a model's, whole.</summary>
    /// <param name="value">The value; null where the component is not there.</param>
    public static string Fingerprint(string? value) => value switch
    {
        null => "–",
        { Length: >= HashLength } when value.All(char.IsAsciiHexDigit) => value[..FingerprintLength],
        _ => CleanText.Of(value, LongestName),
    };
}
