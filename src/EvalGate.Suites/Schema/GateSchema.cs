using System.Text.Json.Nodes;
using EvalGate.Model;
using EvalGate.Suites.Reading;

namespace EvalGate.Suites.Schema;

/// <summary><c>gate:</c></summary>
internal static class GateSchema
{
    private const string Amount = @"^\$?[0-9]+(\.[0-9]+)?\s*(pp|%)?$";

    public static JsonObject Gate() => SchemaNode.Map(
        "How a run is judged against the accepted baseline.",
        ["baseline", "rules"],
        ("baseline", SchemaNode.AnyOf(
            "The accepted run: a file that is committed, or the newest one of a branch.",
            SchemaNode.Text("The baseline file, beside the suite; written by accepting a run.", @"\.baseline\.jsonl$"),
            SchemaNode.Map("The newest accepted run of a branch, fetched by 'evalgate github baseline'.", ["branch"], ("branch", SchemaNode.Text("The branch, such as main."))))),
        ("rules", SchemaNode.List("What is demanded. Where several rules cover a slice, the one that names most of it decides.", Rule())),
        ("inconclusive", SchemaNode.Word("What \"probably worse, too few cases to be sure\" does. Default: warn.", Words.Inconclusive.Select(w => w.Word))),
        ("max_errors", SchemaNode.Figure("How many results may be errors before nothing is judged. Default: 0.", "^[0-9]+(\\.[0-9]+)?%?$", "3", "1%")),
        ("false_alarms", SchemaNode.Text("How often an unchanged candidate may be blocked. Default: 5% (20% for metrics that repeat).", "^[0-9]+(\\.[0-9]+)?%$")),
        ("anchor", SchemaNode.Text("A second baseline that stays: a *.baseline.jsonl file, or a git tag.")),
        ("trade", Trade()));

    private static JsonObject Rule()
    {
        (string Key, JsonObject Value)[] keys =
        [
            ("metric", SchemaNode.Text("The metric it judges.")),
            .. BoundText.Keys.Select(k => (k, Bound(k))),
            ("slice", SchemaNode.AnyOf(
                "The slices it covers: { language: de }, { language: '*' } for each value, or '*' for every slice.",
                SchemaNode.Word("Every slice.", ["*"]),
                SchemaNode.Names("Values by attribute.", new JsonObject { ["description"] = "A value, or '*' for each.", ["type"] = new JsonArray("string", "number", "boolean") }))),
            ("slices", SchemaNode.Figure("What slices may lose that the rule does not name: a figure, all or none.", @"^(all|none|\$?[0-9]+(\.[0-9]+)?\s*(pp|%)?)$", "all", "none", "5pp")),
            ("decide", SchemaNode.Word("What blocks: evidence (a proven drop; the default), estimate (the plain figure), proof (everything not shown to be no worse).", Words.Decide.Select(w => w.Word))),
        ];
        var rule = SchemaNode.Map("One demand: exactly one of " + string.Join(", ", BoundText.Keys) + ".", ["metric"], keys);
        rule["oneOf"] = new JsonArray([.. BoundText.Keys.Select(k => (JsonNode)new JsonObject { ["required"] = new JsonArray(k) })]);
        return rule;
    }

    private static JsonObject Bound(string key) => key switch
    {
        "max_drop" => SchemaNode.Figure("How far a metric may fall where higher is better.", Amount, "2pp", "10%", "0.2"),
        "max_rise" => SchemaNode.Figure("How far a metric may rise where lower is better.", Amount, "2pp", "10%"),
        "at_least" => SchemaNode.Figure("What a metric must reach where higher is better.", Level, "0.8"),
        "at_most" => SchemaNode.Figure("What a metric must not exceed where lower is better.", Level, "3s", "$0.01"),
        _ => throw new ArgumentOutOfRangeException(nameof(key), key, "Unknown bound."),
    };

    private static JsonObject Trade() => SchemaNode.Map(
        "A regression that is the price of a proven gain: { allow: { cost_usd: 20% }, for: { correct: 2pp } }.",
        ["allow", "for"],
        ("allow", SchemaNode.Names("How much each metric may get worse.", SchemaNode.Figure("An amount.", Amount, "20%"))),
        ("for", SchemaNode.Names("What one metric must gain.", SchemaNode.Figure("An amount.", Amount, "2pp"))));

    private const string Level = @"^\$?-?[0-9]+(\.[0-9]+)?\s*(ms|s)?$";
}
