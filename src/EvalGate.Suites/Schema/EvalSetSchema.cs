using System.Text.Json.Nodes;

namespace EvalGate.Suites.Schema;

/// <summary>The schema of <c>leakage:</c>, <c>coverage:</c> and <c>labels:</c>.</summary>
internal static class EvalSetSchema
{
    public static JsonObject Leakage() => SchemaNode.Map(
        "Where cases must not stand; 'evalgate leakage' and every verdict scan it beside the components.",
        [],
        ("against", SchemaNode.Texts("Globs relative to the project folder, such as training data.")),
        ("canary", SchemaNode.Text("A text that stands in every eval file and nowhere else, such as a GUID.")),
        ("expected", SchemaNode.Flag("Whether expected values are looked for too. Default: false.")),
        ("policy", SchemaNode.Word("What a verdict does about leaked cases: name them (default), be made without them, or not be made.", ["warn", "exclude", "block"])),
        ("shortest", SchemaNode.Integer("Texts of fewer words are not looked for. Default: 6.", 4, 1000)),
        ("span", SchemaNode.Integer("Words in a row that are a finding by themselves. Default: 13 (Brown et al. 2020).", 4, 1000)),
        ("clean", Share("Below this share of a case's words a span counts for nothing. Default: 20% (Touvron et al. 2023).", "20%")),
        ("copied", Share("From this share of a case's words on it is a copy. Default: 80% (Touvron et al. 2023).", "80%")));

    public static JsonObject Coverage() => SchemaNode.Map(
        "What production sees: every verdict says what of it the eval set does not cover.",
        ["production"],
        ("production", SchemaNode.Text("Requests, one JSON object a line; relative to the project folder.")),
        ("fewest", SchemaNode.Integer("With fewer cases a slice is not covered. Default: 30.", 1, 100_000)));

    public static JsonObject Labels() => SchemaNode.Map(
        "Second looks at the labels: every verdict says which of them the newest one changed.",
        ["sheets"],
        ("sheets", SchemaNode.Texts("Sheets of 'evalgate labels sheet' that people filled in; globs relative to the project folder, ordered by name.")),
        ("of", SchemaNode.Text("Where the label is. Default: what the first metric expects.", @"^expected(\..+)?$")));

    private static JsonObject Share(string description, string example) => SchemaNode.Text($"{description} For example {example}.", "^[0-9]+(\\.[0-9]+)?%$");
}
