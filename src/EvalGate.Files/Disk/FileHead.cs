using System.Globalization;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>The start of every file that EvalGate writes: <c>{"evalgate":"run","version":1,…}</c>.</summary>
internal static class FileHead
{
    public const int Version = 1;

    public static void Write(Utf8JsonWriter json, string kind)
    {
        json.WriteString("evalgate", kind);
        json.WriteNumber("version", Version);
    }

    /// <summary>Writes the members of a value into the object that is open.</summary>
    public static void WriteMembers(Utf8JsonWriter json, JsonElement fields)
    {
        foreach (var field in fields.EnumerateObject())
        {
            field.WriteTo(json);
        }
    }

    /// <summary>Why a file must not be read, or null when it may.</summary>
    /// <param name="head">The first line, or the whole document.</param>
    /// <param name="kind">What the reader reads.</param>
    /// <param name="file">The file, for the diagnostic.</param>
    public static Diagnostic? Refuse(JsonElement head, string kind, string file)
    {
        if (head.ValueKind != JsonValueKind.Object || !head.TryGetProperty("evalgate", out var found) || found.ValueKind != JsonValueKind.String)
        {
            return Bad(file, 1, $"This is no {kind} of EvalGate: it does not start with {{\"evalgate\":\"{kind}\",…}}.");
        }

        if (found.ValueEquals(kind) is false)
        {
            return Bad(file, 1, $"This file holds a {ShownText.Of(found.GetRawText().Trim('"'))}, not a {kind}.");
        }

        if (!head.TryGetProperty("version", out var number) || number.ValueKind != JsonValueKind.Number || number.GetDouble() < 1)
        {
            return Bad(file, 1, $"The {kind} has no valid version.");
        }

        return number.GetDouble() < Version + 1
            ? null
            : new Diagnostic(
                DiagnosticCodes.NewerVersion,
                Severity.Error,
                string.Create(CultureInfo.InvariantCulture, $"The {kind} has version {number.GetRawText()}; this EvalGate reads version {Version}. Update EvalGate."),
                new SourcePlace(file, 1, 0));
    }

    public static Diagnostic Bad(string file, int line, string message) =>
        new(DiagnosticCodes.BadFile, Severity.Error, message, new SourcePlace(file, line, 0));
}
