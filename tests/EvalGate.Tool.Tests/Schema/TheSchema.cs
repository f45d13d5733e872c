using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Suites;
using NJsonSchema;

namespace EvalGate.Tool.Tests;

public sealed class TheSchema : IDisposable
{
    private const string Suite = """
        suite: support
        subject: HelpDesk.SupportAssistant
        cases: [support.cases.jsonl, more/*.cases.yaml]
        repetitions: 3
        concurrency: 8
        timeout: 1.5s
        budget: { usd: $0.50, tokens: 2M, time: 20m }
        prices: { as_of: 2026-11-01, models: { tiny: { input: 0.15, output: 0.6 } } }
        components:
          prompt: prompts/system.md
          knowledge: [kb/**/*.md, kb/*.txt]
        slices:
          - category
          - { name: length, of: input.question, words: { short: ..15, long: 16.. } }
          - { name: hour, of: input.asked_at, zone: Europe/Berlin, hours: { night: 22..6, day: 6..22 } }
          - { name: day, of: input.asked_at, weekday: { weekend: [sat, sun], week: mon..fri } }
          - { name: amount, of: expected.amount, bins: { small: 0.01..9.99, large: 9.99.. } }
          - { name: form, of: input.question, matches: { question: '\?$' } }
          - [category, length]
        weights: { category: { refund: 70%, other: 0.3 } }
        metrics:
          correct:    { scorer: exact, of: output.intent, expected: expected.intent, must: true }
          refused:    { scorer: refusal, of: output.answer, better: lower, patterns: ['no idea', "can't"] }
          latency_ms: { scorer: duration }
          cost_usd:   { scorer: cost, better: lower }
          helpful:    { scorer: HelpDesk.Evals.HelpfulScorer, range: 1..5, pass: ">=4" }
          per_case:   { ratio: cost_usd / correct, better: lower }
        snapshots:
          of: output
          store: value
          policy: review
          fields: { output.intent: block, output.items.price: "off" }
          ignore: [output.confidence]
          unordered: output.sources
          tolerance: 0.001
          compare: loose
          layout: sharded
        leakage: { against: [train/**/*.jsonl], canary: 2f8b6c1e-5a7d, expected: true, policy: exclude, shortest: 5, span: 20, clean: 25%, copied: 75.5% }
        coverage: { production: production/requests.jsonl, fewest: 20 }
        labels: { sheets: [labels/*.csv], of: expected.intent }
        gate:
          baseline: support.baseline.jsonl
          rules:
            - { metric: correct, max_drop: 2pp, slices: none }
            - { metric: correct, slice: { category: refund }, max_drop: 3pp, decide: proof }
            - { metric: correct, slice: '*', at_least: 0.80 }
            - { metric: cost_usd, max_rise: 10% }
            - { metric: latency_ms, at_most: 3s }
          inconclusive: block
          max_errors: 1%
          false_alarms: 10%
          anchor: v1.4
          trade: { allow: { cost_usd: 20% }, for: { correct: 2pp } }

        """;

    private static readonly string Text = SuiteSchema.Write(ScorerCatalog.All);
    private static readonly JsonObject Root = JsonNode.Parse(Text)!.AsObject();

    private readonly Workplace _place = new();

    public static TheoryData<string, string> Maps { get; } = AllMaps();

    [Theory]
    [MemberData(nameof(Maps))]
    public void HasExactlyTheKeysThatTheReaderAccepts(string path, string suite)
    {
        var problem = Assert.Single(new YamlLanguage().ReadSuite(suite, "x.eval.yaml").Diagnostics, d => d.Code == DiagnosticCodes.UnknownKey && d.Message.Contains("'zzz'", StringComparison.Ordinal));
        var known = problem.Message[(problem.Message.IndexOf("there are ", StringComparison.Ordinal) + "there are ".Length)..].TrimEnd('.').Split(", ");

        Assert.Equal(known, At(path)["properties"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void IsProvenInEveryMapThatItCloses() => Assert.Equal(
        Maps.Select(m => m.Data.Item1).Order(StringComparer.Ordinal),
        Closed(Root, "").Order(StringComparer.Ordinal));

    [Fact]
    public async Task AcceptsWhatTheReaderAccepts()
    {
        var example = await File.ReadAllTextAsync(Path.Combine(Setting("ExampleFolder"), "evals", "support.eval.yaml"), TestContext.Current.CancellationToken);

        Assert.Empty(new YamlLanguage().ReadSuite(Suite, "x.eval.yaml").Diagnostics);
        Assert.Empty(await Faults(Suite));
        Assert.Empty(await Faults(example));
    }

    [Theory]
    [InlineData("suite: support", "suite: 1st")]
    [InlineData("subject: HelpDesk.SupportAssistant\n", "")]
    [InlineData("repetitions: 3", "repetitions: 0")]
    [InlineData("timeout: 1.5s", "timeout: 1.5")]
    [InlineData("words: {", "weeks: {")]
    [InlineData("of: input.question, matches", "of: output.answer, matches")]
    [InlineData("- [category, length]", "- [category]")]
    [InlineData("scorer: exact", "scorer: exakt")]
    [InlineData("cost_usd / correct", "cost_usd")]
    [InlineData("ratio: cost_usd / correct, better: lower", "ratio: cost_usd / correct")]
    [InlineData("scorer: duration }", "scorer: duration, summary: p96 }")]
    [InlineData("expected: expected.intent", "expect: expected.intent")]
    [InlineData("of: output.intent, expected", "of: result, expected")]
    [InlineData("scorer: refusal, of: output.answer, better: lower", "scorer: refusal, of: output.answer, better: fewer")]
    [InlineData("max_drop: 2pp", "max_dropp: 2pp")]
    [InlineData("max_drop: 2pp", "max_drop: 2pp, max_rise: 2pp")]
    [InlineData("max_drop: 2pp", "max_drop: two")]
    [InlineData("decide: proof", "decide: prove")]
    [InlineData("baseline: support.baseline.jsonl", "baseline: support.jsonl")]
    [InlineData("inconclusive: block", "inconclusive: fail")]
    [InlineData("false_alarms: 10%", "false_alarms: 10")]
    [InlineData("allow: { cost_usd: 20% }", "allow: {}")]
    [InlineData("of: output\n", "of: answer\n")]
    [InlineData("policy: review", "policy: fail")]
    [InlineData("output.intent: block", "output.intent: red")]
    [InlineData("tolerance: 0.001", "tolerance: much")]
    [InlineData("compare: loose", "compare: semantic")]
    [InlineData("layout: sharded", "layout: packed")]
    [InlineData("expected: true", "expected: perhaps")]
    [InlineData("policy: exclude", "policy: retire")]
    [InlineData("span: 20", "span: 3")]
    [InlineData("clean: 25%", "clean: 0.25")]
    [InlineData("production: production/requests.jsonl, ", "")]
    [InlineData("fewest: 20", "fewest: 0")]
    [InlineData("sheets: [labels/*.csv], ", "")]
    [InlineData("of: expected.intent }", "of: output.intent }")]
    public async Task RefusesWhatTheReaderRefuses(string right, string wrong)
    {
        var suite = Suite.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEqual(Suite, suite);
        Assert.NotEmpty(new YamlLanguage().ReadSuite(suite, "x.eval.yaml").Diagnostics);
        Assert.NotEmpty(await Faults(suite));
    }

    [Fact]
    public void IsWrittenByTheTool()
    {
        Assert.Equal(Text, _place.Run("schema").Exits(0).Out);
        _place.Run("schema -o evals/eval.schema.json").Exits(0).Says("evals/eval.schema.json");
        Assert.Equal(Text, _place.Read("evals/eval.schema.json"));
    }

    public void Dispose() => _place.Dispose();

    private static TheoryData<string, string> AllMaps()
    {
        var maps = new TheoryData<string, string>
        {
            { "", Suite + "zzz: 1\n" },
            { "/properties/slices/items/anyOf/2", Suite.Replace("name: length,", "zzz: 1, name: length,", StringComparison.Ordinal) },
            { "/properties/leakage", Suite.Replace("leakage: {", "leakage: { zzz: 1, ", StringComparison.Ordinal) },
            { "/properties/coverage", Suite.Replace("coverage: {", "coverage: { zzz: 1, ", StringComparison.Ordinal) },
            { "/properties/labels", Suite.Replace("labels: {", "labels: { zzz: 1, ", StringComparison.Ordinal) },
            { "/properties/snapshots", Suite.Replace("store: value", "store: value\n  zzz: 1", StringComparison.Ordinal) },
            { "/properties/budget", Suite.Replace("budget: {", "budget: { zzz: 1,", StringComparison.Ordinal) },
            { "/properties/prices", Suite.Replace("prices: {", "prices: { zzz: 1,", StringComparison.Ordinal) },
            { "/properties/prices/properties/models/additionalProperties", Suite.Replace("tiny: {", "tiny: { zzz: 1,", StringComparison.Ordinal) },
            { "/properties/gate", Suite + "  zzz: 1\n" },
            { "/properties/gate/properties/baseline/anyOf/1", Suite.Replace("baseline: support.baseline.jsonl", "baseline: { branch: main, zzz: 1 }", StringComparison.Ordinal) },
            { "/properties/gate/properties/rules/items", Suite.Replace("slices: none", "slices: none, zzz: 1", StringComparison.Ordinal) },
            { "/properties/gate/properties/trade", Suite.Replace("trade: {", "trade: { zzz: 1, ", StringComparison.Ordinal) },
        };
        foreach (var (i, name) in ScorerCatalog.All.Select(s => s.Name).Append("Toy.OwnScorer").Index())
        {
            maps.Add(FormattableString.Invariant($"/properties/metrics/additionalProperties/anyOf/{i}"), $"suite: x\nsubject: X\ncases: x.jsonl\nmetrics:\n  m: {{ scorer: {name}, better: lower, zzz: 1 }}\n");
        }

        maps.Add(FormattableString.Invariant($"/properties/metrics/additionalProperties/anyOf/{ScorerCatalog.All.Count + 1}"), Suite.Replace("correct, better: lower }", "correct, better: lower, zzz: 1 }", StringComparison.Ordinal));
        return maps;
    }

    /// <summary>Paths of all maps that take no other keys than theirs.</summary>
    private static IEnumerable<string> Closed(JsonNode? node, string path) => node switch
    {
        JsonObject map => (map["additionalProperties"] is JsonValue value && value.GetValueKind() == JsonValueKind.False ? [path] : Array.Empty<string>())
            .Concat(map.SelectMany(m => Closed(m.Value, $"{path}/{m.Key}"))),
        JsonArray list => list.SelectMany((item, i) => Closed(item, FormattableString.Invariant($"{path}/{i}"))),
        _ => [],
    };

    private static JsonNode At(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate((JsonNode)Root, (node, step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!);

    /// <summary>What an editor would mark: the suite's YAML as JSON, against the schema.</summary>
    private static async Task<IEnumerable<string>> Faults(string suite)
    {
        var asItem = "-\n" + string.Join('\n', suite.Split('\n').Select(l => "  " + l));
        var (json, _) = Assert.Single(YamlCases.Read(asItem, "x.cases.yaml").Values);
        var schema = await JsonSchema.FromJsonAsync(Text, TestContext.Current.CancellationToken);
        return schema.Validate(json.GetRawText()).Select(e => e.ToString());
    }

    private static string Setting(string key) =>
        typeof(TheSchema).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
