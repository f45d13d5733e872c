using System.Text.Json;

namespace EvalGate.Files;

/// <summary>The paths that a row has, for messages that say what there is.</summary>
internal static class JsonKeys
{
    private const int DeepestListed = 3;

    /// <summary>Paths to single values; none when the row is no object.</summary>
    public static IReadOnlyList<string> Of(ReadOnlyMemory<byte> row)
    {
        try
        {
            using var document = JsonDocument.Parse(row);
            return [.. Below(document.RootElement, "", 1)];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not valid JSON, or a key with half a surrogate pair: the row has been reported already.
            return [];
        }
    }

    private static IEnumerable<string> Below(JsonElement value, string prefix, int depth)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        return value.EnumerateObject().SelectMany(p => p.Value.ValueKind == JsonValueKind.Object && depth < DeepestListed
            ? Below(p.Value, $"{prefix}{p.Name}.", depth + 1)
            : [prefix + p.Name]);
    }
}
