using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.TestKit;

/// <summary>Cases for tests.</summary>
public static class ACase
{
    public static Case Of(string id, params (string Attribute, string Value)[] slices) => Of(id, $$"""{"question":{{JsonSerializer.Serialize(id)}}}""", "{}", slices);

    public static Case Of(string id, string input, string expected, params (string Attribute, string Value)[] slices)
    {
        var (inputJson, expectedJson) = (Json(input), Json(expected));
        return new()
        {
            Id = id,
            Input = inputJson,
            Expected = expectedJson,
            Hash = ContentHash.OfCase(inputJson, expectedJson),
            Slices = slices.GroupBy(s => s.Attribute, s => s.Value).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g]),
            Place = new("evals/support.cases.jsonl", 1, 0),
        };
    }

    public static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
