using System.Text.Json;
using System.Text.Unicode;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Reads results from JSON Lines, a line at a time; values that no column wants are skipped, not built.</summary>
internal sealed class JsonResults(Stream stream, ResultRows rows)
{
    private const int DeepestNesting = 64;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = DeepestNesting };

    private readonly ColumnPaths _paths = ColumnPaths.Of(rows.Columns);
    private readonly bool[] _taken = new bool[rows.Columns.Length];
    private byte[] _scratch = new byte[256];
    private byte[] _firstLine = [];
    private Line _line;

    public void Read()
    {
        var lines = new LineReader(stream, ResultReader.LongestRow);
        var hasRows = false;
        while (lines.Next() is { } line)
        {
            if (line.Number == 1 && Utf8Text.IsUtf16(line.Bytes.Span))
            {
                rows.Report(DiagnosticCodes.NotUtf8, "The file is UTF-16. Save it as UTF-8.", 0, 0);
                break;
            }

            if (!line.IsBlank)
            {
                _line = line;
                ReadLine();
                hasRows = true;
                _firstLine = _firstLine.Length == 0 ? line.Bytes.ToArray() : _firstLine;
            }
        }

        rows.EndFile(hasRows, () => JsonKeys.Of(_firstLine));
    }

    private void ReadLine()
    {
        rows.BeginRow();
        Array.Clear(_taken);
        var bytes = _line.Bytes.Span;
        if (_line.IsTooLong)
        {
            rows.Report(DiagnosticCodes.TooLarge, "The line is longer than 16 MB. Leave out what the comparison does not need.", _line.Number, 0);
        }
        else if (!Utf8.IsValid(bytes))
        {
            Report(DiagnosticCodes.NotUtf8, "The line is not UTF-8. Save the file as UTF-8.", Utf8Text.FirstInvalid(bytes));
        }
        else
        {
            ReadRow(bytes);
        }

        rows.EndRow(_line.Number);
    }

    private void ReadRow(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, Options);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                Report(DiagnosticCodes.InvalidJson, """Each line is one JSON object such as {"id":"greeting","correct":true}.""", 0);
                return;
            }

            ReadObject(ref reader, _paths);

            // What stands behind the object is an error that only a further read finds.
            reader.Read();
        }
        catch (JsonException e)
        {
            Report(DiagnosticCodes.InvalidJson, $"Not valid JSON: {JsonFaults.Reason(e)} Each line is one JSON object.", JsonFaults.Offset(e));
        }
        catch (InvalidOperationException)
        {
            Report(DiagnosticCodes.WrongField, @"The text has half of a surrogate pair, which is no character. Remove the lone \uD800-\uDFFF escape.", (int)reader.TokenStartIndex);
        }
    }

    private void ReadObject(ref Utf8JsonReader reader, ColumnPaths paths)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var below = paths.Find(ref reader);
            reader.Read();
            if (below is null)
            {
                reader.Skip();
            }
            else
            {
                ReadValue(ref reader, below);
            }
        }
    }

    private void ReadValue(ref Utf8JsonReader reader, ColumnPaths paths)
    {
        if (reader.TokenType == JsonTokenType.StartObject && paths.HasKeys)
        {
            ReadObject(ref reader, paths);
            return;
        }

        var start = (int)reader.TokenStartIndex;
        foreach (var column in paths.Columns)
        {
            Mark(column, start);
        }

        if (reader.TokenType == JsonTokenType.StartArray && TakeLists(paths))
        {
            ReadList(ref reader, paths);
        }
        else
        {
            Take(ref reader, paths);
        }
    }

    private void ReadList(ref Utf8JsonReader reader, ColumnPaths paths)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            Take(ref reader, paths);
        }
    }

    private bool TakeLists(ColumnPaths paths)
    {
        foreach (var column in paths.Columns)
        {
            if (!rows.Columns[column].TakesLists)
            {
                return false;
            }
        }

        return true;
    }

    private void Mark(int column, int offset)
    {
        if (_taken[column])
        {
            Report(DiagnosticCodes.WrongField, $"'{rows.Columns[column].Name}' stands twice in one row. Keep one.", offset);
        }

        _taken[column] = rows.Columns[column].IsFound = true;
    }

    private void Take(ref Utf8JsonReader reader, ColumnPaths paths)
    {
        var start = (int)reader.TokenStartIndex;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            var what = reader.TokenType == JsonTokenType.StartArray ? "a list" : "an object";
            reader.Skip();
            foreach (var column in paths.Columns)
            {
                Report(DiagnosticCodes.WrongField, $"'{rows.Columns[column].Name}' is {what}; a single value is needed. Name a path into it, such as {rows.Columns[column].Name}.value.", start);
            }

            return;
        }

        var cell = CellOf(ref reader);
        foreach (var column in paths.Columns)
        {
            if (rows.Columns[column].Take(cell) is { } fault)
            {
                Report(DiagnosticCodes.WrongField, fault, start);
            }
        }
    }

    private Cell CellOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => new(CellKind.Nothing, default),
        JsonTokenType.True => new(CellKind.True, reader.ValueSpan),
        JsonTokenType.False => new(CellKind.False, reader.ValueSpan),
        JsonTokenType.Number => new(CellKind.Number, reader.ValueSpan),
        _ when !reader.ValueIsEscaped => new(CellKind.Text, reader.ValueSpan),
        _ => new(CellKind.Text, Unescaped(ref reader)),
    };

    private ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader)
    {
        if (_scratch.Length < reader.ValueSpan.Length)
        {
            _scratch = new byte[reader.ValueSpan.Length];
        }

        return _scratch.AsSpan(0, reader.CopyString(_scratch));
    }

    private void Report(string code, string message, int offset) =>
        rows.Report(code, message, _line.Number, Utf8Text.Column(_line.Bytes.Span, offset));
}
