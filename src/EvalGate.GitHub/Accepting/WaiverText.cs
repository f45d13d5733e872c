using System.Globalization;
using System.Text.Json;

namespace EvalGate.GitHub;

/// <summary>Waivers as lines of <c>waivers.yaml</c>.</summary>
public static class WaiverText
{
    /// <summary>A file with entries added at its end.</summary>
    /// <param name="text">The file as it is; null when there is none.</param>
    /// <param name="entries">Lines, as <see cref="Of"/> writes them.</param>
    public static string Add(string? text, IReadOnlyList<string> entries)
    {
        var before = text?.TrimEnd() is { Length: > 0 } some and not "[]" ? some + "\n" : "";
        return before + string.Concat(entries.Select(e => e + "\n"));
    }

    /// <summary>One entry, every value quoted: none can become another key.</summary>
    /// <param name="planned">The waiver.</param>
    public static string Of(PlannedWaiver planned)
    {
        var waiver = planned.Waiver;
        var slice = waiver.Pairs.Count == 0 ? "" : $"\n  slice: {{ {string.Join(", ", waiver.Pairs.Select(p => $"{Quoted(p.Attribute)}: {Quoted(p.Value)}"))} }}";
        return $"- suite: {Quoted(planned.Suite)}\n  metric: {Quoted(waiver.Metric)}{slice}\n  ceiling: {planned.Ceiling}\n  reason: {Quoted(waiver.Reason)}\n  expires: {waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
    }

    /// <summary>JSON's quoted text is YAML's; whatever could end a fence or a line is escaped.</summary>
    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
