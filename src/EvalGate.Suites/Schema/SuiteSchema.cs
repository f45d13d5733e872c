using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalGate.Scoring;
using EvalGate.Suites.Reading;
using EvalGate.Suites.Schema;

namespace EvalGate.Suites;

/// <summary>The JSON Schema of <c>*.eval.yaml</c>: what editors complete and check suites with. The build checks more.</summary>
public static class SuiteSchema
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema's text.</summary>
    /// <param name="scorers">The built-in scorers, whose keys it has.</param>
    public static string Write(IReadOnlyList<ScorerDefinition> scorers)
    {
        var suite = SchemaNode.Map(
            "An eval suite: what runs, how it is scored, sliced and judged.",
            ["suite", "subject", "cases", "metrics"],
            ("suite", SchemaNode.Text("The suite's name: names the test class and files; unique in a repository.", SchemaNode.PatternOf(SuiteReader.Identifier()))),
            ("subject", SchemaNode.Text("The full name of the class under evaluation, which implements IEvalSubject.", SchemaNode.PatternOf(SuiteReader.TypeName()))),
            ("cases", SchemaNode.Texts("Cases: a .jsonl file, a .cases.yaml file, or a glob; relative to the suite's folder.", @"\.(jsonl|cases\.yaml)$")),
            ("repetitions", SchemaNode.Integer("How often each case runs. Default: 1. Three make small regressions of sampled outputs visible.", 1, 100)),
            ("concurrency", SchemaNode.Integer("Cases in flight at once. Default: 16.", 1, 1000)),
            ("timeout", SchemaNode.Text("How long one case may take. Default: 30s.", @"^[0-9]+(\.[0-9]+)?(ms|s|m)$")),
            ("budget", SpendingSchema.Budget()),
            ("prices", SpendingSchema.Prices()),
            ("components", SchemaNode.Names(
                "Named parts of the system whose files are hashed, so that a verdict can say what changed.",
                SchemaNode.Texts("Globs relative to the project folder."),
                SuiteReader.ComponentName())),
            ("slices", SliceSchema.Slices()),
            ("weights", Weights()),
            ("metrics", MetricSchema.Metrics(scorers)),
            ("snapshots", SnapshotSchema.Snapshots()),
            ("leakage", EvalSetSchema.Leakage()),
            ("coverage", EvalSetSchema.Coverage()),
            ("labels", EvalSetSchema.Labels()),
            ("gate", GateSchema.Gate()));
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["$id"] = "https://github.com/evalgate/evalgate/schemas/eval.schema.json",
            ["title"] = "EvalGate suite",
        };
        foreach (var (key, value) in suite.ToArray())
        {
            suite.Remove(key);
            schema[key] = value;
        }

        return schema.ToJsonString(Options) + "\n";
    }

    private static JsonObject Weights() => SchemaNode.AnyOf(
        "The mix of production.",
        SchemaNode.Text("A file beside the suite that holds it.", @"^[^/\\]+\.(json|csv)$"),
        SchemaNode.Names(
            "By one attribute, such as { language: { en: 70%, de: 30% } }.",
            SchemaNode.Names("The share of each value; together 100 %.", SchemaNode.Figure("A share of all traffic.", "^[0-9]+(\\.[0-9]+)?%?$", "70%", "0.7"))));
}
