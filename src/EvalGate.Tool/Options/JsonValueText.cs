using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalGate.Model;

namespace EvalGate.Tool.Options;

/// <summary>A JSON value as a command line writes it: JSON, or <c>KEY=VALUE</c> several times for an object, or plain text.</summary>
internal static class JsonValueText
{
    /// <summary>Reads a value; what is wrong goes to <paramref name="problems"/>.</summary>
    /// <param name="option">The option's name, for messages.</param>
    /// <param name="texts">What was written behind it.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static JsonElement Read(string option, IReadOnlyList<string> texts, List<Diagnostic> problems) => texts switch
    {
        [] => default,
        [var json] when json.TrimStart() is ['{' or '[' or '"', ..] => Parse(option, json, problems),
        _ when texts.All(t => t.IndexOf('=', StringComparison.Ordinal) > 0) => Element(new JsonObject(texts.Select(Pair).DistinctBy(p => p.Key, StringComparer.Ordinal))),
        [var text] => Element(JsonValue.Create(text)),
        _ => Wrong(option, problems),
    };

    private static KeyValuePair<string, JsonNode?> Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return new(text[..at], JsonValue.Create(text[(at + 1)..]));
    }

    private static JsonElement Element(JsonNode node) => JsonElement.Parse(node.ToJsonString());

    private static JsonElement Parse(string option, string json, List<Diagnostic> problems)
    {
        try
        {
            return JsonElement.Parse(json);
        }
        catch (JsonException e)
        {
            problems.Add(new(DiagnosticCodes.InvalidJson, Severity.Error, string.Create(CultureInfo.InvariantCulture, $"this is no valid JSON at character {e.BytePositionInLine + 1}."), new(option, 0, 0)));
            return default;
        }
    }

    private static JsonElement Wrong(string option, List<Diagnostic> problems)
    {
        problems.Add(new(DiagnosticCodes.WrongValue, Severity.Error, "write one JSON value, or KEY=VALUE for each member of an object.", new(option, 0, 0)));
        return default;
    }
}
