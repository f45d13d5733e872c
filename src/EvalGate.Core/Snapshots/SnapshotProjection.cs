using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalGate.Model;
using EvalGate.Scoring;

namespace EvalGate.Snapshots;

/// <summary>Takes of an output what its suite stores: a part of it, without what does not matter.</summary>
public static class SnapshotProjection
{
    /// <summary>The snapshot of one output.</summary>
    /// <param name="settings">Says which part, and in which form.</param>
    /// <param name="output">What the subject returned.</param>
    /// <exception cref="ScorerException">The part is missing, or too long to be kept.</exception>
    public static SnapshotText Of(SnapshotSettings settings, JsonElement output)
    {
        if (settings.Of.Find(output) is not { } value)
        {
            throw new ScorerException($"'{settings.Of}' is not there: 'snapshots' has nothing to store");
        }

        var stored = settings.Store == SnapshotContent.Facts ? TextFacts.Of(PlainText(value)).ToJson() : value;
        var text = SnapshotText.Of(stored, v => new SnapshotJson(place => IsLeftOut(settings, place)).Text(OutputPlace.Of(settings.Of), v));
        return text.Text.Length <= SnapshotText.Longest ? text
            : throw new ScorerException(string.Create(
                CultureInfo.InvariantCulture,
                $"the output has {text.Text.Length:N0} characters; a snapshot holds {SnapshotText.Longest:N0}. Store a part of it ('of:'), or its facts ('store: facts')"));
    }

    /// <summary>Whether the snapshots hold a part of the output as it is, and all of it.</summary>
    /// <param name="settings">The suite's.</param>
    /// <param name="part">A path into the output.</param>
    public static bool Keeps(SnapshotSettings settings, JsonPath part)
    {
        var place = OutputPlace.Of(part);
        return settings.Store == SnapshotContent.Value && part.Root == PathRoot.Output && PathPattern.Covers(settings.Of, place)
            && !IsLeftOut(settings, place)
            && !settings.Ignore.Concat(settings.Fields.Where(f => f.Policy == SnapshotPolicy.Off).Select(f => f.Path)).Any(left => PathPattern.Covers(part, OutputPlace.Of(left)));
    }

    /// <summary>A stored value in the shape of an output: at its place, with nothing beside it.</summary>
    /// <param name="settings">The suite's.</param>
    /// <param name="stored">What <see cref="Of"/> made.</param>
    /// <exception cref="ScorerException">Somebody edited the stored text, and it is no JSON any more.</exception>
    public static JsonElement Output(SnapshotSettings settings, SnapshotText stored)
    {
        try
        {
            var value = stored.Extension == SnapshotText.Json ? JsonNode.Parse(stored.Text) : JsonValue.Create(stored.Text);
            return JsonSerializer.SerializeToElement(settings.Of.Steps.Reverse().Aggregate(value, (inner, step) => new JsonObject { [step] = inner }));
        }
        catch (JsonException)
        {
            throw new ScorerException("the approved output is no JSON: approve one again");
        }
    }

    /// <summary>What is not compared is not stored: it would only be noise in reviews.</summary>
    private static bool IsLeftOut(SnapshotSettings settings, OutputPlace place) =>
        settings.Ignore.Any(p => PathPattern.Covers(p, place)) || PathPattern.Longest(settings.Fields, place) is { Policy: SnapshotPolicy.Off };

    private static string PlainText(JsonElement value) => value.ValueKind == JsonValueKind.String ? SoundJson.Text(value) : SnapshotJson.Text(value);
}
