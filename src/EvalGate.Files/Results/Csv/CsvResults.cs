using System.Text;
using System.Text.Unicode;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Reads results from a CSV file whose first row names the columns.</summary>
internal sealed class CsvResults(Stream stream, char separator, ResultRows rows)
{
    private readonly CsvReader _csv = new(stream, separator, ResultReader.LongestRow);
    private string[] _header = [];
    private int[] _fields = [];

    public void Read()
    {
        var hasRows = false;
        if (ReadHeader())
        {
            while (_csv.Next())
            {
                hasRows = true;
                ReadRow();
            }
        }

        if (_csv.Fault is { } fault)
        {
            rows.Report(DiagnosticCodes.InvalidCsv, fault.Message, fault.Line, fault.Column);
        }

        rows.EndFile(hasRows && _csv.Fault is null, () => _header);
    }

    private bool ReadHeader()
    {
        if (!_csv.Next())
        {
            return false;
        }

        if (Utf8Text.IsUtf16(_csv.Row))
        {
            rows.Report(DiagnosticCodes.NotUtf8, "The file is UTF-16. Save it as UTF-8.", 0, 0);
            return false;
        }

        if (!Utf8.IsValid(_csv.Row))
        {
            Report(DiagnosticCodes.NotUtf8, "The header is not UTF-8. Save the file as UTF-8.", _csv.PlaceOf(Utf8Text.FirstInvalid(_csv.Row)));
            return false;
        }

        _header = [.. Enumerable.Range(0, _csv.Count).Select(i => Encoding.UTF8.GetString(_csv[i]))];
        if (_header is [var single] && single.Contains(';', StringComparison.Ordinal))
        {
            Report(DiagnosticCodes.InvalidCsv, "The columns are separated by ';'. Save the file with commas, or with tabs as .tsv.", _csv.Place(0));
            return false;
        }

        return FindColumns();
    }

    private bool FindColumns()
    {
        _fields = [.. rows.Columns.Select(c => Array.IndexOf(_header, c.Name))];
        for (var i = 0; i < _fields.Length; i++)
        {
            rows.Columns[i].IsFound = _fields[i] >= 0;
            if (Array.LastIndexOf(_header, rows.Columns[i].Name) is var last && last != _fields[i])
            {
                Report(DiagnosticCodes.Duplicate, $"There are two columns '{ShownText.Of(_header[last])}'. Rename one.", _csv.Place(last));
                return false;
            }
        }

        return true;
    }

    private void ReadRow()
    {
        rows.BeginRow();
        if (!Utf8.IsValid(_csv.Row))
        {
            Report(DiagnosticCodes.NotUtf8, "The row is not UTF-8. Save the file as UTF-8.", _csv.PlaceOf(Utf8Text.FirstInvalid(_csv.Row)));
        }
        else if (_csv.Count != _header.Length)
        {
            rows.Report(
                DiagnosticCodes.InvalidCsv,
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The row has {_csv.Count} fields, the header {_header.Length}. Put fields with commas into quotes."),
                _csv.Line,
                0);
        }
        else
        {
            Take();
        }

        rows.EndRow(_csv.Line);
    }

    private void Take()
    {
        for (var i = 0; i < _fields.Length; i++)
        {
            if (_fields[i] < 0)
            {
                continue;
            }

            var text = _csv[_fields[i]];
            if (rows.Columns[i].Take(new(text.IsEmpty ? CellKind.Nothing : CellKind.Field, text)) is { } fault)
            {
                Report(DiagnosticCodes.WrongField, fault, _csv.Place(_fields[i]));
            }
        }
    }

    private void Report(string code, string message, (int Line, int Column) place) => rows.Report(code, message, place.Line, place.Column);
}
