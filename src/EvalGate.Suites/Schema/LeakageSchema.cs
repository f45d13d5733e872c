using System.Text.Json.Nodes;

namespace EvalGate.Suites.Schema;

/// <summary>The schema of <c>leakage:</c>.</summary>
internal static class LeakageSchema
{
    public static JsonObject Leakage() => SchemaNode.Map(
        "Where cases must not stand; 'evalgate leakage' scans it beside the components.",
        [],
        ("against", SchemaNode.Texts("Globs relative to the project folder, such as training data.")),
        ("canary", SchemaNode.Text("A text that stands in every eval file and nowhere else, such as a GUID.")),
        ("expected", SchemaNode.Flag("Whether expected values are looked for too. Default: false.")));
}
