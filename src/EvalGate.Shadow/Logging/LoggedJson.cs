using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalGate.Shadow;

/// <summary>Inputs and outputs as the log holds them: redacted, and not longer than allowed.</summary>
/// <param name="options">What is allowed.</param>
internal sealed class LoggedJson(ShadowOptions options)
{
    /// <summary>The JSON of a value.</summary>
    /// <exception cref="TooLargeException">It is longer than allowed.</exception>
    public ReadOnlyMemory<byte> Of(object? value)
    {
        var json = Write(writer => JsonSerializer.Serialize(writer, value, options.Json));
        return options.Redact is { } redact
            ? Write(writer => JsonSerializer.Serialize(writer, Redacted(JsonNode.Parse(json.Span), redact)))
            : json;
    }

    private static JsonNode? Redacted(JsonNode? node, Func<string, string> redact) => node switch
    {
        null => null,
        JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Redacted(m.Value, redact)))),
        JsonArray items => new JsonArray([.. items.Select(i => Redacted(i, redact))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(redact(value.GetValue<string>())),
        _ => node.DeepClone(),
    };

    private ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new CappedBuffer(options.MaxTextBytes);
        using var writer = new Utf8JsonWriter(buffer);
        write(writer);
        writer.Flush();
        return buffer.Written;
    }
}
