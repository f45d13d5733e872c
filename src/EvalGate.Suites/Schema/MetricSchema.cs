using System.Text.Json.Nodes;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Suites.Reading;

namespace EvalGate.Suites.Schema;

/// <summary><c>metrics:</c></summary>
internal static class MetricSchema
{
    private const string Path = @"^(input|output|expected)(\..+)?$";

    public static JsonObject Metrics(IReadOnlyList<ScorerDefinition> scorers) => SchemaNode.Names(
        "What is measured: one number per output and metric.",
        SchemaNode.AnyOf("A built-in scorer, your own, or a ratio of two other metrics.", [.. scorers.Select(BuiltIn), Own(), Ratio()]),
        MetricsReader.MetricName());

    private static JsonObject BuiltIn(ScorerDefinition scorer)
    {
        string[] required = ["scorer", .. scorer.Settings.Where(s => s.Required).Select(s => s.Key), .. scorer.HasScale ? ["range"] : Array.Empty<string>(), .. scorer.Better is null ? ["better"] : Array.Empty<string>()];
        (string Key, JsonObject Value)[] keys =
        [
            ("scorer", SchemaNode.Word(scorer.Summary, [scorer.Name])),
            .. scorer.Settings.Select(s => (s.Key, Setting(s))),
            .. scorer.HasScale ? [("range", Range()), ("pass", Pass())] : Array.Empty<(string, JsonObject)>(),
            .. scorer.IsJudge ? Labels() : [],
            ("better", Better()),
            .. scorer.Range is null ? [("summary", Summary())] : Array.Empty<(string, JsonObject)>(),
            ("must", Must()),
        ];
        var metric = SchemaNode.Map(scorer.Summary, required, keys);
        if (scorer.NeedsOneOf.Count > 0)
        {
            metric["anyOf"] = new JsonArray([.. scorer.NeedsOneOf.Select(k => (JsonNode)new JsonObject { ["required"] = new JsonArray(k) })]);
        }

        return metric;
    }

    private static JsonObject Own() => SchemaNode.Map(
        "A scorer of your own.",
        ["scorer"],
        ("scorer", SchemaNode.Text("The full name of a class that implements IScorer, such as HelpDesk.Evals.HelpfulScorer.", SchemaNode.PatternOf(SuiteReader.TypeName()).Replace(")*$", ")+$", StringComparison.Ordinal))),
        ("range", Range()),
        ("pass", Pass()),
        ("better", Better()),
        ("summary", Summary()),
        ("must", Must()));

    private static JsonObject Ratio() => SchemaNode.Map(
        "The sum of one metric over the sum of another, such as the cost per solved case.",
        ["ratio", "better"],
        ("ratio", SchemaNode.Text("Two metrics, such as cost_usd / correct.", @"^[^/]+/[^/]+$")),
        ("better", Better()));

    private static JsonObject Setting(ScorerSetting setting) => setting.Kind switch
    {
        SettingKind.Path => SchemaNode.Text($"'{setting.Key}': a path such as output.answer, expected.intent or input.question.", Path),
        SettingKind.TextList => SchemaNode.Texts($"'{setting.Key}': one text or a list of texts."),
        SettingKind.PatternList => SchemaNode.Texts($"'{setting.Key}': one .NET regular expression or a list of them."),
        SettingKind.Pattern => SchemaNode.Text($"'{setting.Key}': a .NET regular expression."),
        SettingKind.Number => SchemaNode.Figure($"'{setting.Key}': a number, not negative.", @"^[0-9.]+$", "0.01"),
        SettingKind.Flag => SchemaNode.Flag($"'{setting.Key}': true or false."),
        SettingKind.OneOf => SchemaNode.Word($"'{setting.Key}': one of {string.Join(", ", setting.Allowed)}.", setting.Allowed),
        _ => SchemaNode.Text($"'{setting.Key}': a text."),
    };

    private static (string, JsonObject)[] Labels() =>
    [
        ("labels", SchemaNode.Text("A file of human labels that the judge must agree with before it may block, relative to the suite's folder.")),
        ("bar", SchemaNode.Figure("The least agreement (kappa), as the lower end of its 90 % interval. Default: 0.6.", @"^0?\.[0-9]+$", "0.6")),
    ];

    private static JsonObject Range() => SchemaNode.Text("The least and the greatest score, such as 1..5.", @"^-?[0-9.]+\s*\.\.\s*-?[0-9.]+$");

    private static JsonObject Pass() => SchemaNode.Text("The mark at which a score counts as passed, such as \">=4\".", "^(>=|<=)\\s*-?[0-9.]+$");

    private static JsonObject Better() => SchemaNode.Word("Which way is better.", Words.Better.Select(w => w.Word));

    private static JsonObject Summary() => SchemaNode.Word("The quantile that stands for the metric in place of its mean, where less is better and there is no range.", Words.Summary.Select(w => w.Word));

    private static JsonObject Must() => new()
    {
        ["description"] = "A case that scores worse fails its own test, whatever the baseline: true for pass/fail, else the score to reach.",
        ["type"] = new JsonArray("boolean", "number", "string"),
    };
}
