using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Reads cases: from JSON Lines, or from values that another format gave. Both are validated alike, and every problem is reported at once.</summary>
public static class CaseReader
{
    /// <summary>The longest line that is read, in bytes.</summary>
    public const int LongestLine = 16 * 1024 * 1024;

    /// <summary>How many levels a case may nest.</summary>
    public const int DeepestNesting = 64;

    /// <summary>Reads a cases file.</summary>
    /// <param name="root">The folder that <paramref name="file"/> is relative to.</param>
    /// <param name="file">Relative path with forward slashes, as diagnostics shall show it.</param>
    /// <exception cref="FilesException">There is no such file, or it may not be read.</exception>
    public static CasesReading ReadFile(string root, string file)
    {
        var path = Path.Combine(root, file);
        using var stream = Disk.OpenRead(path);
        return Disk.Access(path, () => ReadJsonLines(stream, file));
    }

    /// <summary>Reads a cases file as a git revision has it.</summary>
    /// <param name="root">The folder that <paramref name="file"/> is relative to.</param>
    /// <param name="file">Relative path with forward slashes.</param>
    /// <param name="revision">A revision in any of git's spellings.</param>
    /// <returns>Null when the revision, or the file in it, is not there.</returns>
    public static CasesReading? ReadRevision(string root, string file, string revision)
    {
        if (GitBlob.Read(Path.Combine(root, file), revision) is not { } bytes)
        {
            return null;
        }

        using var stream = new MemoryStream(bytes);
        return ReadJsonLines(stream, file);
    }

    /// <summary>Reads JSON Lines: one case per line, blank lines and a byte order mark tolerated.</summary>
    /// <param name="stream">UTF-8. Read as a stream: no more than one line is held.</param>
    /// <param name="file">Relative path with forward slashes, as diagnostics shall show it.</param>
    public static CasesReading ReadJsonLines(Stream stream, string file)
    {
        var cases = new CaseCollector();
        var lines = new LineReader(stream, LongestLine);
        var any = false;
        while (lines.Next() is { } line)
        {
            if (line.Number == 1 && Utf8Text.IsUtf16(line.Bytes.Span))
            {
                cases.Add(Error(DiagnosticCodes.NotUtf8, "The file is UTF-16. Save it as UTF-8.", new SourcePlace(file, 0, 0)));
                return cases.Finish();
            }

            if (!line.IsBlank)
            {
                any = true;
                Read(line, file, cases);
            }
        }

        return any ? cases.Finish() : Nothing(file);
    }

    /// <summary>Validates cases that another format gave.</summary>
    /// <param name="values">One JSON object per case, and the place it is written at.</param>
    public static CasesReading FromValues(IEnumerable<(JsonElement Value, SourcePlace Place)> values)
    {
        var cases = new CaseCollector();
        foreach (var (value, place) in values)
        {
            var faults = JsonFaults.Find(Encoding.UTF8.GetBytes(value.GetRawText()), DeepestNesting);
            Add(faults.Select(f => Error(f.Code, f.Message, place)), cases);
            if (!faults.Any(f => f.IsFatal))
            {
                FromJson(value, place, cases);
            }
        }

        return cases.Finish();
    }

    private static void Read(Line line, string file, CaseCollector cases)
    {
        var place = new SourcePlace(file, line.Number, 0);
        if (line.IsTooLong)
        {
            cases.Add(Error(DiagnosticCodes.TooLarge, "The line is longer than 16 MB. Split the case, or shorten its input.", place));
            return;
        }

        if (!Utf8.IsValid(line.Bytes.Span))
        {
            var column = Utf8Text.Column(line.Bytes.Span, Utf8Text.FirstInvalid(line.Bytes.Span));
            cases.Add(Error(DiagnosticCodes.NotUtf8, "The line is not UTF-8. Save the file as UTF-8.", place with { Column = column }));
            return;
        }

        using var sound = JsonStyle.ParseSound(line.Bytes, DeepestNesting);
        if (sound is null)
        {
            ReadFaulty(line, place, cases);
        }
        else
        {
            FromJson(sound.RootElement, place, cases);
        }
    }

    private static void ReadFaulty(Line line, SourcePlace place, CaseCollector cases)
    {
        var faults = JsonFaults.Find(line.Bytes.Span, DeepestNesting);
        foreach (var fault in faults)
        {
            var hint = fault.Code == DiagnosticCodes.InvalidJson ? " Each line is one JSON object." : "";
            cases.Add(Error(fault.Code, fault.Message + hint, place with { Column = Utf8Text.Column(line.Bytes.Span, fault.Offset) }));
        }

        if (!faults.Any(f => f.IsFatal))
        {
            using var document = JsonDocument.Parse(line.Bytes);
            FromJson(document.RootElement, place, cases);
        }
    }

    private static void FromJson(JsonElement value, SourcePlace place, CaseCollector cases)
    {
        var problems = new List<Diagnostic>();
        var item = new CaseFields(value, place, problems, cases.Slices).Read();
        Add(problems, cases);
        if (item is not null)
        {
            cases.Add(item);
        }
    }

    private static void Add(IEnumerable<Diagnostic> problems, CaseCollector cases)
    {
        foreach (var problem in problems)
        {
            cases.Add(problem);
        }
    }

    private static CasesReading Nothing(string file) => new(
        [],
        [Error(DiagnosticCodes.NoCases, """The file has no cases. A case is one line such as {"id":"greeting","input":"Hello"}.""", new SourcePlace(file, 0, 0))]);

    private static Diagnostic Error(string code, string message, SourcePlace place) => new(code, Severity.Error, message, place);
}
