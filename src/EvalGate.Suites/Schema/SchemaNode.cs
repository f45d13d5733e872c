using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EvalGate.Suites.Schema;

/// <summary>The parts that JSON Schemas are made of.</summary>
internal static class SchemaNode
{
    /// <summary>A map with these keys and no others.</summary>
    public static JsonObject Map(string description, IReadOnlyList<string> required, params (string Key, JsonObject Value)[] keys)
    {
        var map = Described("object", description);
        map["additionalProperties"] = false;
        if (required.Count > 0)
        {
            map["required"] = Texts(required);
        }

        map["properties"] = new JsonObject(keys.Select(k => KeyValuePair.Create<string, JsonNode?>(k.Key, k.Value)));
        return map;
    }

    /// <summary>A map whose keys are the user's own names.</summary>
    public static JsonObject Names(string description, JsonObject value, Regex? name = null)
    {
        var map = Described("object", description);
        map["minProperties"] = 1;
        map["additionalProperties"] = value;
        if (name is not null)
        {
            map["propertyNames"] = new JsonObject { ["pattern"] = PatternOf(name) };
        }

        return map;
    }

    /// <summary>A text of a form.</summary>
    public static JsonObject Text(string description, string? pattern = null)
    {
        var text = Described("string", description);
        if (pattern is not null)
        {
            text["pattern"] = pattern;
        }

        return text;
    }

    /// <summary>A figure: YAML reads it as a number, or as text when it has a unit.</summary>
    public static JsonObject Figure(string description, string pattern, params string[] examples)
    {
        var figure = Text(description, pattern);
        figure["type"] = Texts(["string", "number"]);
        figure["examples"] = Texts(examples);
        return figure;
    }

    public static JsonObject Integer(string description, int least, int most)
    {
        var integer = Described("integer", description);
        (integer["minimum"], integer["maximum"]) = (least, most);
        return integer;
    }

    public static JsonObject Word(string description, IEnumerable<string> words) => new() { ["description"] = description, ["enum"] = Texts(words) };

    public static JsonObject Flag(string description) => Described("boolean", description);

    /// <summary>A list of at least one.</summary>
    public static JsonObject List(string description, JsonObject item)
    {
        var list = Described("array", description);
        (list["minItems"], list["items"]) = (1, item);
        return list;
    }

    /// <summary>One text or a list of texts.</summary>
    public static JsonObject Texts(string description, string? pattern = null) => AnyOf(description, Text(description, pattern), List(description, Text(description, pattern)));

    public static JsonObject AnyOf(string description, params JsonObject[] choices) => new() { ["description"] = description, ["anyOf"] = new JsonArray([.. choices]) };

    /// <summary>A pattern of the reader's as JSON Schema writes it.</summary>
    public static string PatternOf(Regex regex) => regex.ToString().Replace(@"\z", "$", StringComparison.Ordinal);

    private static JsonObject Described(string type, string description) => new() { ["type"] = type, ["description"] = description };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)JsonValue.Create(t))]);
}
