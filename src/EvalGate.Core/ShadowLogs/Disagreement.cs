using System.Text.Json;
using System.Text.RegularExpressions;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.ShadowLogs;

/// <summary>How the shadow's answer differs from the incumbent's.</summary>
/// <param name="Kind">What kind of edit it is, the worst where there are several.</param>
/// <param name="Place">Where they differ, without positions in lists.</param>
/// <param name="Replaced">What was replaced by what where that is a short value; else empty.</param>
public sealed partial record Disagreement(EditKind Kind, string Place, string Replaced = "")
{
    private const int LongestValue = 40;

    /// <summary><c>output.intent: refund → warranty</c></summary>
    public string Title => Replaced.Length == 0 ? Place : $"{Place}: {Replaced}";

    /// <summary>What does not matter unless a suite says otherwise: white space, case and markup.</summary>
    public static SnapshotSettings Usual { get; } = new() { Compare = TextComparison.Loose };

    /// <summary>How two answers differ; null when they agree.</summary>
    /// <param name="comparer">Says what does not matter.</param>
    /// <param name="pair">A pair in which both answered.</param>
    public static Disagreement? Of(SnapshotComparer comparer, ShadowPair pair)
    {
        var (before, after) = (Text(pair.Incumbent.Output), Text(pair.Shadow.Output));
        if (before == after || comparer.Compare(after, before) is not { Count: > 0 } differences)
        {
            return null;
        }

        // A label that changed says more than the text that changed with it.
        var label = differences.FirstOrDefault(d => IsShort(d.Before) && IsShort(d.After));
        var place = Index().Replace((label ?? differences.MinBy(d => EditKinds.Of([d]))!).Path, "");
        return new(EditKinds.Of(differences), place, label is null ? "" : $"{Shown(label.Before)} → {Shown(label.After)}");
    }

    private static string Text(JsonElement output) => output.ValueKind == JsonValueKind.String ? SnapshotText.Normal(SoundJson.Text(output)) : SnapshotJson.Text(output);

    private static bool IsShort(string? value) => value is null || (value.Length <= LongestValue && !Prose.Is(value));

    private static string Shown(string? value) => value is null ? "nothing" : ShownText.Of(value, LongestValue);

    [GeneratedRegex(@"\.[0-9]+(?=\.|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Index();
}
