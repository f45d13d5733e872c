using System.Text.Json.Nodes;

namespace EvalGate.Suites.Schema;

/// <summary>The schema of <c>budget:</c> and <c>prices:</c>.</summary>
internal static class SpendingSchema
{
    public static JsonObject Budget() => SchemaNode.Map(
        "What a run may use: when any of it is used up no further case starts, and the run is not judged.",
        [],
        ("usd", SchemaNode.Figure("US dollars, by 'prices' or as the subject reports them.", @"^\$?[0-9]+(\.[0-9]+)?$", "5", "$0.50")),
        ("tokens", SchemaNode.Figure("Tokens in both directions.", "^[0-9]+(\\.[0-9]+)?[kM]?$", "500k", "2M")),
        ("time", SchemaNode.Text("Time since the run began.", @"^[0-9]+(\.[0-9]+)?(ms|s|m)$")));

    public static JsonObject Prices() => SchemaNode.Map(
        "What models cost, in US dollars per million tokens. EvalGate knows no prices of its own.",
        ["as_of", "models"],
        ("as_of", SchemaNode.Text("The day the prices were looked up.", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
        ("models", SchemaNode.Names(
            "Price by the model's id, as asked for or as answered.",
            SchemaNode.Map("US dollars per million tokens.", ["input", "output"], ("input", Amount("sent")), ("output", Amount("received"))))));

    private static JsonObject Amount(string direction) => SchemaNode.Figure($"US dollars per million tokens {direction}.", @"^\$?[0-9]+(\.[0-9]+)?$", "0.15");
}
