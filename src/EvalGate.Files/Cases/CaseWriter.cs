using System.Globalization;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Writes cases as JSON Lines, as <see cref="CaseReader.ReadJsonLines"/> reads them.</summary>
public static class CaseWriter
{
    /// <summary>Writes one line per case, in the order given.</summary>
    /// <param name="stream">Receives UTF-8 without byte order mark; stays open.</param>
    /// <param name="cases">Cases; their places are not written, so that a reader gives them those of the new file.</param>
    public static void Write(Stream stream, IEnumerable<Case> cases)
    {
        using var json = new Utf8JsonWriter(stream, JsonStyle.OneLine);
        foreach (var item in cases)
        {
            Write(json, item);
            json.Flush();
            stream.WriteByte((byte)'\n');
            json.Reset();
        }
    }

    private static void Write(Utf8JsonWriter json, Case item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WritePropertyName("input");
        item.Input.WriteTo(json);
        if (item.Expected.ValueKind != JsonValueKind.Undefined)
        {
            json.WritePropertyName("expected");
            item.Expected.WriteTo(json);
        }

        WriteSlices(json, item.Slices);
        WriteText(json, "group", item.Group);
        WriteText(json, "added", Text(item.Added));
        WriteText(json, "source", item.Source);
        WriteText(json, "reviewed", Text(item.Reviewed));
        WriteLife(json, item);
        json.WriteEndObject();
    }

    private static void WriteSlices(Utf8JsonWriter json, IReadOnlyDictionary<string, IReadOnlyList<string>> slices)
    {
        if (slices.Count == 0)
        {
            return;
        }

        json.WriteStartObject("slices");
        foreach (var (attribute, values) in slices.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(attribute);
            foreach (var value in values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteLife(Utf8JsonWriter json, Case item)
    {
        if (item.Status == CaseStatus.Retired)
        {
            json.WriteString("status", "retired");
            json.WriteStartObject("retired");
            WriteText(json, "reason", item.RetiredReason);
            json.WriteEndObject();
        }

        if (item.Quarantine is { } quarantine)
        {
            json.WriteStartObject("quarantine");
            json.WriteString("reason", quarantine.Reason);
            json.WriteString("expires", Text(quarantine.Expires));
            json.WriteEndObject();
        }
    }

    private static void WriteText(Utf8JsonWriter json, string field, string? text)
    {
        if (text is not null)
        {
            json.WriteString(field, text);
        }
    }

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
