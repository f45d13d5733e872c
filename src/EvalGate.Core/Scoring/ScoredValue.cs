using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>The values that a scorer's paths lead to.</summary>
internal static class ScoredValue
{
    /// <summary>The value at a path of the output, input or expected value.</summary>
    /// <exception cref="ScorerException">The path is missing; the message says which keys are there.</exception>
    public static JsonElement Required(ScorerInput input, JsonPath path) => Optional(input, path)
        ?? throw new ScorerException($"'{path}' is not there; {Keys(Root(input, path), path)}");

    /// <summary>The value at a path, or null when it is missing.</summary>
    public static JsonElement? Optional(ScorerInput input, JsonPath path) => path.Find(Root(input, path));

    /// <summary>A value as text: a string as it is, anything else as its JSON.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => CanonicalJson.Text(value),
    };

    private static JsonElement Root(ScorerInput input, JsonPath path) => path.Root switch
    {
        PathRoot.Input => input.Input,
        PathRoot.Expected => input.Expected,
        _ => input.Output,
    };

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an empty object",
        JsonValueKind.Array => $"a list of {value.GetArrayLength()}",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Undefined => "missing",
        _ => value.GetRawText(),
    };

    private static string Keys(JsonElement root, JsonPath path)
    {
        var value = root;
        foreach (var step in path.Steps)
        {
            if (new JsonPath(path.Root, [step]).Find(value) is not { } next)
            {
                break;
            }

            value = next;
        }

        string[] names = value.ValueKind == JsonValueKind.Object ? [.. value.EnumerateObject().Select(p => ShownText.Of(p.Name)).Take(20)] : [];
        return names.Length > 0 ? $"there are {string.Join(", ", names)}" : $"the value there is {Shown(value)}";
    }
}
