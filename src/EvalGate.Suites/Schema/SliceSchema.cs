using System.Text.Json.Nodes;
using EvalGate.Suites.Reading;

namespace EvalGate.Suites.Schema;

/// <summary><c>slices:</c></summary>
internal static class SliceSchema
{
    private const string Range = @"^-?[0-9.]*\s*\.\.\s*-?[0-9.]*$";

    public static JsonObject Slices()
    {
        var name = SchemaNode.PatternOf(SlicesReader.AttributeName());
        var cross = SchemaNode.List("Two to four attributes whose combinations are slices too.", SchemaNode.Text("An attribute.", name));
        (cross["minItems"], cross["maxItems"]) = (2, 4);
        return SchemaNode.List(
            "What cases are sliced by; every value is judged on its own.",
            SchemaNode.AnyOf(
                "An attribute of the cases, a derived one, or a cross.",
                SchemaNode.Text("An attribute that cases declare under 'slices'.", name),
                cross,
                Derived(name)));
    }

    private static JsonObject Derived(string name)
    {
        (string Key, JsonObject Value)[] keys =
        [
            ("name", SchemaNode.Text("The attribute's name.", name)),
            ("of", SchemaNode.Text("A path into the case, such as input.question.", @"^(input|expected)(\..+)?$")),
            .. SlicesReader.Kinds.Select(k => (k, Bins(k))),
            ("zone", SchemaNode.Text("The time zone of time stamps without an offset, such as Europe/Berlin; for hours and weekday.")),
        ];
        var derived = SchemaNode.Map("A derived attribute: exactly one of " + string.Join(", ", SlicesReader.Kinds) + ".", ["name", "of"], keys);
        derived["oneOf"] = new JsonArray([.. SlicesReader.Kinds.Select(k => (JsonNode)new JsonObject { ["required"] = new JsonArray(k) })]);
        return derived;
    }

    private static JsonObject Bins(string kind) => kind switch
    {
        "words" => Ranges("Words of a text, by count: { short: ..15, long: 16.. }; both ends belong."),
        "chars" => Ranges("Characters of a text, by count; both ends belong."),
        "bins" => Ranges("A number: { small: ..10, large: 10.. }; from is included, to is not."),
        "hours" => Ranges("Hours of a time stamp: { night: 22..6, day: 6..22 }; from is included, to is not."),
        "weekday" => SchemaNode.Names("Weekdays of a time stamp: { weekend: [sat, sun], week: mon..fri }.", SchemaNode.Texts("A weekday, or a range of them.")),
        "matches" => SchemaNode.Names("Patterns of a text, the first that matches: { question: '\\?$', other: '.' }.", SchemaNode.Text("A .NET regular expression.")),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown kind."),
    };

    private static JsonObject Ranges(string description) => SchemaNode.Names(description, SchemaNode.Text("A range such as ..15, 16..40 or 41...", Range));
}
