using System.Text.Json;
using System.Text.Json.Serialization;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Writes what a subject returned. A model may escape half a surrogate pair, which is valid JSON and no text: it becomes U+FFFD, as in every other text.</summary>
internal sealed class OutputConverter : JsonConverter<JsonElement>
{
    // JSON null is a value here, so this converter wants to see it.
    public override bool HandleNull => true;

    public override JsonElement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonElement.ParseValue(ref reader);

    public override void Write(Utf8JsonWriter writer, JsonElement value, JsonSerializerOptions options)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    writer.WritePropertyName(SoundJson.Name(property));
                    Write(writer, property.Value, options);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, options);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                // The writer turns lone surrogates into U+FFFD.
                writer.WriteStringValue(SoundJson.Text(value));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
