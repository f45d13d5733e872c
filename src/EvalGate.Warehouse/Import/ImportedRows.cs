using System.Text;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>The result of the printed text, run by an engine that nobody here knows: CSV or JSON Lines, columns in any order and in any case.</summary>
internal static class ImportedRows
{
    private static readonly JsonDocumentOptions Flat = new() { MaxDepth = 4 };

    /// <summary>The rows in the order of the columns.</summary>
    /// <exception cref="WarehouseException">A file that is missing, or no result of this text.</exception>
    public static IEnumerable<IReadOnlyList<string?>> Read(ImportedSource source, IReadOnlyList<string> columns)
    {
        var path = Path.GetFullPath(source.File, source.Folder);
        if (!File.Exists(path))
        {
            throw new WarehouseException($"{source.File}: there is no such file.");
        }

        using var reader = new StreamReader(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        var rows = Path.GetExtension(source.File).ToLowerInvariant() switch
        {
            ".csv" => Csv(reader, columns, source.File),
            ".jsonl" or ".ndjson" => Json(reader, columns, source.File),
            _ => throw new WarehouseException($"{source.File}: results are imported from .csv, .jsonl and .ndjson."),
        };
        foreach (var row in rows)
        {
            yield return row;
        }
    }

    private static IEnumerable<IReadOnlyList<string?>> Csv(TextReader reader, IReadOnlyList<string> columns, string file)
    {
        var head = CsvRecords.Next(reader, ',');
        int[] places = [.. columns.Select(c => head.Index().FirstOrDefault(h => IsSame(h.Item, c), (Index: -1, Item: "")).Index)];
        foreach (var (place, column) in places.Zip(columns).Where(p => p.First < 0))
        {
            throw Missing(file, column);
        }

        var line = 1;
        foreach (var record in CsvRecords.Of(reader, ','))
        {
            line++;
            yield return record.Count == head.Count ? [.. places.Select(p => record[p])] : throw new WarehouseException($"{file}({line}): {record.Count} fields, and {head.Count} names in the first line.");
        }
    }

    private static IEnumerable<IReadOnlyList<string?>> Json(TextReader reader, IReadOnlyList<string> columns, string file)
    {
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.Length > 0)
            {
                yield return Row(line, columns, $"{file}({number})");
            }
        }
    }

    private static string?[] Row(string line, IReadOnlyList<string> columns, string place)
    {
        try
        {
            using var row = JsonDocument.Parse(line, Flat);
            var members = row.RootElement.EnumerateObject().ToDictionary(m => m.Name, m => Text(m.Value), StringComparer.OrdinalIgnoreCase);
            return [.. columns.Select(c => members.TryGetValue(c, out var value) ? value : throw Missing(place, c))];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            throw new WarehouseException($"{place}: this is no object of columns: {ShownText.Of(e.Message, 200)}", e);
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    private static bool IsSame(string name, string column) => string.Equals(name, column, StringComparison.OrdinalIgnoreCase);

    private static WarehouseException Missing(string place, string column) => new($"{place}: there is no column '{column}'. Run the text of --print-sql for this map, unchanged.");
}
