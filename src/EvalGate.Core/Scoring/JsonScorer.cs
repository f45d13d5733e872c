using System.Text.Json;
using System.Text.Json.Nodes;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Passes when the output's JSON equals the expected JSON, or holds at least what it holds. A text that is JSON is read; any other text is a text.</summary>
/// <remarks>Numbers are equal by value, whatever the order of keys. As a subset, every item of a wanted list is somewhere in the list, in any order and number.</remarks>
internal sealed class JsonScorer(ScorerSettings settings) : IScorer
{
    private readonly JsonPath _of = settings.Path("of")!;
    private readonly JsonPath _expected = settings.Path("expected")!;
    private readonly bool _subset = settings.Text("mode") == "subset";
    private readonly IReadOnlyList<string[]> _ignored = [.. settings.List("ignore").Select(p => p.Split('.'))];

    /// <summary>A key twice has no one value; the depth is what a run can hold.</summary>
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 1000 };

    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "json",
        Summary = "Passes when the output's JSON equals the expected JSON, or holds at least what it holds (mode: subset).",
        Settings =
        [
            .. TextPair.Settings,
            new("mode", SettingKind.OneOf, Required: false) { Allowed = ["equal", "subset"] },
            new("ignore", SettingKind.TextList, Required: false),
        ],
        Kind = MetricKind.Binary,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = 1,
        Create = s => new JsonScorer(s),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken)
    {
        if (ScoredValue.Optional(input, _expected) is not { } wanted)
        {
            return new(Score.NotApplicable);
        }

        var (actual, target) = (Node(ScoredValue.Required(input, _of)), Node(wanted));
        return new(Score.Of(_subset ? Holds(actual, target) : JsonNode.DeepEquals(actual, target)));
    }

    private JsonNode? Node(JsonElement value)
    {
        var node = value.ValueKind == JsonValueKind.String ? Read(value.GetString()!) : Parse(value.GetRawText());
        foreach (var path in _ignored)
        {
            Remove(node, path);
        }

        return node;
    }

    /// <summary>A text that is no JSON is a text.</summary>
    private static JsonNode? Read(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }

    private static JsonNode? Parse(string json) => JsonNode.Parse(json, documentOptions: Strict);

    private static void Remove(JsonNode? node, ReadOnlySpan<string> path)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Remove(item, path);
            }
        }
        else if (node is JsonObject map)
        {
            if (path.Length == 1)
            {
                map.Remove(path[0]);
            }
            else if (map.TryGetPropertyValue(path[0], out var next))
            {
                Remove(next, path[1..]);
            }
        }
    }

    private static bool Holds(JsonNode? actual, JsonNode? wanted) => (actual, wanted) switch
    {
        (JsonObject a, JsonObject w) => w.All(p => a.TryGetPropertyValue(p.Key, out var value) && Holds(value, p.Value)),
        (JsonArray a, JsonArray w) => w.All(item => a.Any(other => Holds(other, item))),
        _ => JsonNode.DeepEquals(actual, wanted),
    };
}
