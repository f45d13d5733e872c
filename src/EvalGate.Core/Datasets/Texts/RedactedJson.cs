using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalGate.Datasets;

/// <summary>A JSON value without sensitive texts.</summary>
public static class RedactedJson
{
    /// <summary>The value with every text redacted; names of members stay.</summary>
    /// <param name="value">Any value; an undefined one stays undefined.</param>
    /// <param name="rules">What is sensitive.</param>
    public static JsonElement Of(JsonElement value, SensitiveText rules)
    {
        if (!TextLeaf.Of(value, "").Any(l => rules.Find(l.Text).Count > 0))
        {
            return value;
        }

        var node = Redacted(value, rules);
        return JsonElement.Parse(node!.ToJsonString());
    }

    private static JsonNode? Redacted(JsonElement value, SensitiveText rules) => value.ValueKind switch
    {
        JsonValueKind.String => JsonValue.Create(rules.Redact(value.GetString()!)),
        JsonValueKind.Object => new JsonObject(value.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Redacted(p.Value, rules)))),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(v => Redacted(v, rules))]),
        JsonValueKind.Null => null,
        _ => JsonNode.Parse(value.GetRawText()),
    };
}
