using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat;

/// <summary>Requests for embeddings and their answers in EvalGate's own form; vectors as base64 of little-endian single floats, exact to the bit.</summary>
internal static class EmbeddingJson
{
    public static JsonElement Request(IEnumerable<string> values, EmbeddingGenerationOptions? options, string? model)
    {
        var request = new JsonObject { ["call"] = "embeddings", ["model"] = options?.ModelId ?? model };
        if (options?.Dimensions is { } dimensions)
        {
            request["dimensions"] = dimensions;
        }

        request["values"] = new JsonArray([.. values.Select(v => JsonValue.Create(v))]);
        return JsonSerializer.SerializeToElement(request);
    }

    public static JsonElement Write(GeneratedEmbeddings<Embedding<float>> embeddings)
    {
        var json = new JsonObject
        {
            ["model"] = embeddings.FirstOrDefault()?.ModelId,
            ["vectors"] = new JsonArray([.. embeddings.Select(e => JsonValue.Create(Convert.ToBase64String(MemoryMarshal.AsBytes(e.Vector.Span))))]),
        };
        if (embeddings.Usage is { } usage)
        {
            json["usage"] = UsageJson.Write(usage);
        }

        return JsonSerializer.SerializeToElement(json);
    }

    public static GeneratedEmbeddings<Embedding<float>> Read(JsonElement json)
    {
        var model = json.GetProperty("model").GetString();
        return new([.. json.GetProperty("vectors").EnumerateArray().Select(v => new Embedding<float>(Vector(v)) { ModelId = model })])
        {
            Usage = json.TryGetProperty("usage", out var usage) ? UsageJson.Read(usage) : null,
        };
    }

    private static float[] Vector(JsonElement base64) => MemoryMarshal.Cast<byte, float>(base64.GetBytesFromBase64()).ToArray();
}
