using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Tool.Printing;

/// <summary>Results of commands as JSON, in the form of every file that EvalGate writes.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One document.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="members">Writes its members.</param>
    public static string Of(string kind, Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("evalgate", kind);
            json.WriteNumber("version", 1);
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>A list of objects.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">The member that holds the list.</param>
    /// <param name="items">What to list.</param>
    /// <param name="members">Writes the members of one.</param>
    public static void WriteAll<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteDiagnostics(this Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics) => json.WriteAll("diagnostics", diagnostics, diagnostic =>
    {
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity.ToString().ToLowerInvariant());
        json.WriteString("message", diagnostic.Message);
        json.WriteString("file", diagnostic.Place.File);
        json.WriteNumber("line", diagnostic.Place.Line);
        json.WriteNumber("column", diagnostic.Place.Column);
    });
}
