using System.Globalization;
using System.Text.Json;
using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Snapshots;

namespace EvalGate.Tool.Printing;

/// <summary>What waits for approval, as a list of groups, and as JSON with every change.</summary>
internal static class StatusText
{
    private const int Letter = 4;
    private const int Kind = 11;
    private const int Count = 7;
    private const int RoomForWorse = 20;

    /// <summary>One suite.</summary>
    public static string Of(SnapshotState state, int width)
    {
        string[] lines =
        [
            Headline(state),
            .. state.Groups.Select(g => Row(g, width)),
            .. state.Orphans.Count > 0 ? [$"{Figures.Count(state.Orphans.Count, "snapshot")} of cases that are gone: evalgate snapshots prune {state.Suite}"] : Array.Empty<string>(),
            .. state.Changes.Count > 0 ? ["", $"Next: evalgate snapshots review {state.Suite}"] : Array.Empty<string>(),
        ];
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>All suites.</summary>
    public static string Json(IReadOnlyList<SnapshotState> states) => JsonText.Of("snapshots", json =>
    {
        json.WriteAll("suites", states, state =>
        {
            json.WriteString("suite", state.Suite);
            json.WriteNumber("approved", state.Folder.Verified.Count);
            json.WriteNumber("pending", state.Changes.Count);
            json.WriteNumber("blocking", state.Blocking);
            json.WriteStartArray("changes");
            foreach (var (group, change) in state.Groups.SelectMany(g => g.Changes.Select(c => (g, c))))
            {
                Write(json, group, change);
            }

            json.WriteEndArray();
            json.WriteTexts("orphans", state.Orphans);
        });
    });

    private static string Headline(SnapshotState state) => state.Changes.Count == 0
        ? $"{state.Suite}: nothing waits for approval; {Figures.Count(state.Folder.Verified.Count, "output")} approved"
        : string.Create(CultureInfo.InvariantCulture, $"{state.Suite}: {Figures.Count(state.Changes.Count, "output")} {(state.Changes.Count == 1 ? "waits" : "wait")} for approval, {(state.Blocking == 0 ? "none blocks" : $"{state.Blocking} {(state.Blocking == 1 ? "blocks" : "block")}")}");

    private static string Row(ChangeGroup group, int width)
    {
        var worse = group.Changes.Count(c => c.WorstDrop > 0);
        var left = $"{group.Letter,-Letter}{SnapshotWords.Of(group.Kind),-Kind}{group.Changes.Count,Count}  ";
        return left + ShownText.Of(group.Title, width - left.Length - (worse > 0 ? RoomForWorse : 0)) + (worse > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({worse} scored worse)") : "");
    }

    private static void Write(Utf8JsonWriter json, ChangeGroup group, SnapshotChange change)
    {
        json.WriteStartObject();
        json.WriteString("case", change.Case.Id);
        json.WriteString("verdict", change.Verdict.ToString().ToLowerInvariant());
        json.WriteBoolean("blocks", change.Policy == SnapshotPolicy.Block);
        json.WriteString("kind", SnapshotWords.Of(change.Kind));
        json.WriteString("group", group.Letter);
        json.WriteTexts("slices", change.Slices.Where(s => s.Pairs.Count == 1).Select(s => s.ToString()));
        json.WriteNumber("results", change.Seen.Results);
        json.WriteNumber("agreeing", change.Seen.Agreeing);
        json.WriteAll("differences", change.Differences, difference =>
        {
            json.WriteString("path", difference.Path);
            json.WriteString("before", difference.Before);
            json.WriteString("after", difference.After);
        });
        json.WriteStartObject("metrics");
        foreach (var metric in change.Metrics)
        {
            json.WriteStartArray(metric.Metric.Name);
            Write(json, metric.Before);
            Write(json, metric.After);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, double? value)
    {
        if (value is { } known)
        {
            json.WriteNumberValue(known);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
