using System.Text.Json;
using System.Text.Json.Nodes;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Commands;

/// <summary>Requests that production saw, one JSON object a line: <c>id</c>, <c>input</c>, and slice values under <c>slices</c> or by their names.</summary>
public static class ProductionLog
{
    private const string Input = "input", SliceValues = "slices";

    /// <summary>Reads a log as cases that expect nothing.</summary>
    /// <param name="path">The file, JSON Lines. Other members, such as outputs, are not looked at.</param>
    /// <param name="file">The file as messages shall show it.</param>
    /// <param name="attributes">The declared attributes of a suite; their values are taken from a record's own members where <c>slices</c> has none.</param>
    /// <exception cref="FilesException">There is no such file, or it may not be read.</exception>
    public static CasesReading Read(string path, string file, IReadOnlyList<SliceAttribute> attributes) => Read(JsonLinesFile.Read(path), file, attributes);

    /// <summary>Reads rows of a database as such a log.</summary>
    /// <param name="rows">One JSON object each. What is null is not there, and a text under <c>input</c> or <c>slices</c> that is a JSON object is that object: databases keep JSON as text.</param>
    /// <param name="name">Where they come from, as messages shall show it.</param>
    /// <param name="attributes">The declared attributes of a suite.</param>
    public static CasesReading OfRows(IEnumerable<string> rows, string name, IReadOnlyList<SliceAttribute> attributes) =>
        Read(rows.Select((row, i) => new JsonLineValue(i + 1, RowOf(row))), name, attributes);

    private static JsonElement RowOf(string text)
    {
        var row = JsonNode.Parse(text)!.AsObject();
        foreach (var (name, value) in row.ToArray())
        {
            if (value is null)
            {
                row.Remove(name);
            }
            else if (name is Input or SliceValues && value is JsonValue && value.GetValueKind() == JsonValueKind.String && ObjectIn(value.GetValue<string>()) is { } inner)
            {
                row[name] = inner;
            }
        }

        return JsonSerializer.SerializeToElement(row);
    }

    private static JsonObject? ObjectIn(string text)
    {
        try
        {
            return text.AsSpan().TrimStart().StartsWith("{") ? JsonNode.Parse(text) as JsonObject : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CasesReading Read(IEnumerable<JsonLineValue> lines, string file, IReadOnlyList<SliceAttribute> attributes)
    {
        var problems = new List<Diagnostic>();
        var values = lines.SelectMany(line => Value(line, new(file, line.Number, 0), attributes, problems)).ToArray();
        var reading = CaseReader.FromValues(values);
        return reading with { Diagnostics = [.. problems, .. reading.Diagnostics] };
    }

    private static IEnumerable<(JsonElement Value, SourcePlace Place)> Value(JsonLineValue line, SourcePlace place, IReadOnlyList<SliceAttribute> attributes, List<Diagnostic> problems)
    {
        if (line.Value is not { ValueKind: JsonValueKind.Object } record || !record.TryGetProperty(Input, out var input))
        {
            problems.Add(new(line.Value is null ? DiagnosticCodes.InvalidJson : DiagnosticCodes.MissingField, Severity.Error, "A request is one JSON object a line with an 'input'.", place));
            return [];
        }

        var id = record.TryGetProperty("id", out var own) && own.ValueKind == JsonValueKind.String ? own.GetString()! : FormattableString.Invariant($"line-{line.Number}");
        return [(JsonCase.Of(id, input, Slices(record, attributes)), place)];
    }

    private static Dictionary<string, JsonElement> Slices(JsonElement record, IReadOnlyList<SliceAttribute> attributes)
    {
        var slices = record.TryGetProperty(SliceValues, out var given) && given.ValueKind == JsonValueKind.Object ? given : default;
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var name in attributes.OfType<DeclaredAttribute>().Select(a => a.Name))
        {
            if ((slices.ValueKind == JsonValueKind.Object && slices.TryGetProperty(name, out var value)) || record.TryGetProperty(name, out value))
            {
                found[name] = value;
            }
        }

        return found;
    }
}
