using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace EvalGate.Files;

/// <summary>How EvalGate writes JSON and reads its own: non-ASCII text stays readable, control characters and line separators are escaped.</summary>
internal static class JsonStyle
{
    // Deep enough for what Utf8JsonWriter writes by default, so that whatever was written can be read.
    public const int MaxDepth = 1000;

    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static JsonWriterOptions OneLine { get; } = new() { Encoder = Encoder };

    /// <summary>Parses a file or a line of EvalGate's own.</summary>
    /// <exception cref="JsonException">It is not UTF-8, not JSON, has a key twice, or a text that is not Unicode: what is returned can be read without surprises.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span))
        {
            throw new JsonException("It is not UTF-8.");
        }

        if (ParseSound(json, MaxDepth) is { } sound)
        {
            return sound;
        }

        var faults = JsonFaults.Find(json.Span, MaxDepth);
        return faults.Count == 0 ? JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth }) : throw new JsonException(faults[0].Message);
    }

    /// <summary>Parses a text in which nothing is to be found: the everyday case, in one pass.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="deepest">How many levels may be nested.</param>
    /// <returns>Null for a text that <see cref="JsonFaults"/> has to look at.</returns>
    public static JsonDocument? ParseSound(ReadOnlyMemory<byte> json, int deepest)
    {
        // Half a surrogate pair hides in an escape.
        if (json.Span.IndexOf("\\u"u8) >= 0)
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = deepest, AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
