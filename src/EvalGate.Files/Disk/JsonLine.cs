using System.Buffers;
using System.Text.Json;

namespace EvalGate.Files;

/// <summary>One JSON object on one line.</summary>
internal static class JsonLine
{
    /// <summary>Writes an object; what is given writes its members.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, JsonStyle.OneLine))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Terminate(bytes.WrittenSpan);
    }

    public static byte[] Terminate(ReadOnlySpan<byte> json) => [.. json, (byte)'\n'];
}
