using System.Text.Json;

namespace EvalGate.Files;

/// <summary>What a JSON value is, in the words of messages.</summary>
internal static class JsonWord
{
    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "text",
        JsonValueKind.Number when !double.IsFinite(value.GetDouble()) => "a number too large",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
