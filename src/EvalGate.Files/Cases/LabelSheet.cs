using System.Text;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Sheets that people fill in with their spreadsheet: <c>id,input,label,note</c>.</summary>
public static class LabelSheet
{
    private const int LongestRow = 1 << 20;
    private static readonly string[] Columns = ["id", "input", "label", "note"];

    /// <summary>Writes an empty sheet; it does not show the stored labels.</summary>
    /// <param name="path">Where.</param>
    /// <param name="rows">The id and the input of each case.</param>
    /// <exception cref="FilesException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<(string Id, string Input)> rows) =>
        TextFile.WriteAtomically(path, string.Concat(rows.Select(r => $"{Quoted(r.Id)},{Quoted(r.Input)},,\n").Prepend(string.Join(',', Columns) + "\n")));

    /// <summary>Reads a sheet that was filled in.</summary>
    /// <param name="path">The file: comma or semicolon, as spreadsheets write it.</param>
    /// <param name="file">The file as messages shall show it.</param>
    /// <exception cref="FilesException">The file may not be read.</exception>
    public static LabelSheetReading Read(string path, string file)
    {
        using var stream = Disk.OpenRead(path);
        var separator = Disk.Access(path, () => Separator(stream));
        var rows = new CsvReader(stream, separator, LongestRow);
        string[] header = Disk.Access(path, rows.Next) ? [.. Enumerable.Range(0, rows.Count).Select(i => Encoding.UTF8.GetString(rows[i]).Trim('\uFEFF', ' ').ToLowerInvariant())] : [];
        var (id, label) = (Array.IndexOf(header, Columns[0]), Array.IndexOf(header, Columns[2]));
        if (id < 0 || label < 0)
        {
            return new(new Dictionary<string, string>(), [new(DiagnosticCodes.MissingField, Severity.Error, "A sheet has the columns 'id' and 'label'; 'evalgate labels sheet' writes one.", new(file, 1, 0))]);
        }

        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        while (Disk.Access(path, rows.Next))
        {
            if (rows.Count > Math.Max(id, label) && Encoding.UTF8.GetString(rows[label]).Trim() is { Length: > 0 } text)
            {
                labels[Plain(Encoding.UTF8.GetString(rows[id]))] = text;
            }
        }

        return new(labels, rows.Fault is { } fault ? [new(DiagnosticCodes.InvalidCsv, Severity.Error, fault.Message, new(file, fault.Line, fault.Column))] : []);
    }

    private static char Separator(FileStream stream)
    {
        var start = new byte[256];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Seek(0, SeekOrigin.Begin);
        var line = start.AsSpan(0, read);
        return line.IndexOf((byte)';') is >= 0 and var semicolon && (line.IndexOf((byte)',') < 0 || semicolon < line.IndexOf((byte)',')) ? ';' : ',';
    }

    // A spreadsheet takes what starts like a formula for one; the apostrophe makes it text.
    private static string Quoted(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Plain(string id) => id is ['\'', '=' or '+' or '-' or '@', ..] ? id[1..] : id;
}

/// <summary>A sheet that was read.</summary>
/// <param name="Labels">Label by case id, without rows that were left empty.</param>
/// <param name="Diagnostics">What is wrong with it.</param>
public sealed record LabelSheetReading(IReadOnlyDictionary<string, string> Labels, IReadOnlyList<Diagnostic> Diagnostics);
