using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;

namespace EvalGate.GitHub.Tests;

/// <summary>GitHub's published description of its API, cut to what EvalGate calls: the judge of requests, and of what the fake answers.</summary>
internal sealed class GitHubDescription
{
    private static readonly Lazy<Task<GitHubDescription>> Published = new(FetchAsync);

    private readonly (string Method, Regex Path, string Name)[] _operations;
    private readonly JsonSchema _schemas;

    private GitHubDescription((string Method, Regex Path, string Name)[] operations, JsonSchema schemas) => (_operations, _schemas) = (operations, schemas);

    /// <summary>The description, fetched once; the test is skipped where there is no Node.</summary>
    public static Task<GitHubDescription> LoadAsync() => Published.Value;

    /// <summary>The operations, such as <c>get /user</c>.</summary>
    public IEnumerable<string> Operations => _operations.Select(o => o.Name);

    /// <summary>The operation of a request; null when it is not described.</summary>
    public string? OperationOf(FakeExchange exchange) =>
        _operations.Where(o => o.Method == exchange.Method && o.Path.IsMatch(exchange.Path)).Select(o => o.Name).FirstOrDefault();

    /// <summary>What is wrong with a request, or with its answer.</summary>
    public IEnumerable<string> FaultsOf(FakeExchange exchange) => OperationOf(exchange) is not { } operation
        ? [$"{exchange.Method} {exchange.Path} is not described"]
        : [.. Against($"{operation} query", QueryOf(operation, exchange)), .. FaultsOfBody(operation, exchange), .. FaultsOfAnswer(operation, exchange)];

    private IEnumerable<string> FaultsOfBody(string operation, FakeExchange exchange) => (_schemas.Definitions.ContainsKey($"{operation} body"), exchange.Body) switch
    {
        (false, "") => [],
        (false, _) => [$"{operation} takes no body"],
        (true, "") => [$"{operation} has no body"],
        _ when exchange.Type?.StartsWith("application/json", StringComparison.Ordinal) != true => [$"{operation} is sent as {exchange.Type}"],
        _ => Against($"{operation} body", exchange.Body),
    };

    /// <summary>Failures that any operation may meet are not described with each.</summary>
    private IEnumerable<string> FaultsOfAnswer(string operation, FakeExchange exchange) => string.Create(CultureInfo.InvariantCulture, $"{operation} {exchange.Status}") switch
    {
        var answer when _schemas.Definitions.ContainsKey(answer) && exchange.Answer.Length == 0 => [$"{answer} is empty"],
        var answer when _schemas.Definitions.ContainsKey(answer) => Against(answer, exchange.Answer),
        _ when exchange.Status >= 400 || exchange.Answer.Length == 0 => [],
        var answer => [$"{answer} is not described"],
    };

    private IEnumerable<string> Against(string schema, string json) => _schemas.Definitions[schema].Validate(json).Select(e => $"{schema}: {e}");

    /// <summary>As JSON: a number where one is described.</summary>
    private string QueryOf(string operation, FakeExchange exchange) => new JsonObject(exchange.Query.Select(q => KeyValuePair.Create(q.Key, ValueOf(operation, q.Key, q.Value)))).ToJsonString();

    private JsonNode? ValueOf(string operation, string name, string value) =>
        _schemas.Definitions[$"{operation} query"].Properties.TryGetValue(name, out var schema) && schema.ActualSchema.Type.HasFlag(JsonObjectType.Integer)
            && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : value;

    private static async Task<GitHubDescription> FetchAsync()
    {
        await NodeScript.OutputAsync("Description/describe.mjs");
        var description = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(NodeScript.Folder, "github.json")))!;
        return new(
            [.. Described(description).Select(o => (o.Method.ToUpperInvariant(), PatternOf(o.Path, o.Operation), $"{o.Method} {o.Path}"))],
            await JsonSchema.FromJsonAsync(SchemasOf(description).ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal)));
    }

    private static IEnumerable<(string Method, string Path, JsonNode Operation)> Described(JsonNode description) =>
        description["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Select(o => (o.Key, p.Key, o.Value!)));

    /// <summary>All schemas as definitions of one: what is shared, and the query, the body and the answers of each operation.</summary>
    private static JsonObject SchemasOf(JsonNode description)
    {
        var all = description["components"]!["schemas"]!.DeepClone().AsObject();
        foreach (var (method, path, operation) in Described(description))
        {
            all[$"{method} {path} query"] = Query(operation);
            if (operation["requestBody"] is { } body)
            {
                all[$"{method} {path} body"] = Schema(body);
            }

            foreach (var (status, answer) in operation["responses"]!.AsObject().Where(r => r.Value!["content"]?["application/json"] is not null))
            {
                all[$"{method} {path} {status}"] = Schema(answer!);
            }
        }

        return new() { ["definitions"] = all };
    }

    private static JsonNode Schema(JsonNode owner) => owner["content"]!["application/json"]!["schema"]!.DeepClone();

    private static JsonObject Query(JsonNode operation) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = false,
        ["properties"] = new JsonObject(ParametersOf(operation, "query").Select(p => KeyValuePair.Create((string)p["name"]!, (JsonNode?)p["schema"]!.DeepClone()))),
    };

    /// <summary>Segments by their parameters: numbers are numbers, and some parameters are paths themselves.</summary>
    private static Regex PatternOf(string path, JsonNode operation) => new($"^{ParametersOf(operation, "path").Aggregate(path, (pattern, parameter) => pattern.Replace(
        $"{{{(string)parameter["name"]!}}}",
        (bool?)parameter["x-multi-segment"] == true ? ".+" : (string?)parameter["schema"]!["type"] == "integer" ? "[0-9]+" : "[^/]+",
        StringComparison.Ordinal))}$");

    private static IEnumerable<JsonNode> ParametersOf(JsonNode operation, string place) => operation["parameters"]!.AsArray().Where(p => (string?)p!["in"] == place).Select(p => p!);
}
