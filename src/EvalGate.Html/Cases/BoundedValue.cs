using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace EvalGate.Html.Cases;

/// <summary>A value of a case as the page holds it: whole when it is short, else the start of its text.</summary>
internal static class BoundedValue
{
    private const int Longest = 8_000;

    /// <summary>Writes a member; none for an undefined value.</summary>
    public static void Write(Utf8JsonWriter json, string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Undefined)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }
    }

    /// <summary>Writes a value.</summary>
    public static void Write(Utf8JsonWriter json, JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);

        if (raw.Length > Longest || !IsText(value, raw))
        {
            json.WriteStringValue(Cut(Encoding.UTF8.GetString(raw)));
        }
        else
        {
            value.WriteTo(json);
        }
    }

    /// <summary>An escaped half of a surrogate pair is valid JSON and no text: the writer refuses it, so such a value is shown as it was written.</summary>
    private static bool IsText(JsonElement value, ReadOnlySpan<byte> raw)
    {
        if (raw.IndexOf("\\ud"u8) < 0 && raw.IndexOf("\\uD"u8) < 0)
        {
            return true;
        }

        try
        {
            using var trial = new Utf8JsonWriter(Stream.Null);
            value.WriteTo(trial);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The start of a text, and how much of it is left out.</summary>
    public static string Cut(string text) => text.Length <= Longest ? text
        : string.Create(CultureInfo.InvariantCulture, $"{text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)}… ({text.Length - Longest} more characters)");
}
