using System.Text.Encodings.Web;
using System.Text.Json;

namespace EvalGate.Files;

/// <summary>How EvalGate writes JSON: non-ASCII text stays readable, control characters and line separators are escaped.</summary>
internal static class JsonStyle
{
    // Deep enough for what Utf8JsonWriter writes by default, so that whatever was written can be read.
    public const int MaxDepth = 1000;

    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    public static JsonWriterOptions OneLine { get; } = new() { Encoder = Encoder };

    public static JsonDocumentOptions Strict { get; } = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };
}
