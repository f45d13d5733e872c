using System.Text;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Reads the lines of one baseline; anything but the file exactly as it was accepted is unusable.</summary>
internal sealed class BaselineLineReader(Stream stream, string file)
{
    private const int LongestLine = 64 * 1024 * 1024;
    private const string CutOff = "The baseline was cut off. Restore the committed file, or accept again.";

    private static readonly string[] ConflictMarkers = ["<<<<<<<", "=======", ">>>>>>>", "|||||||"];

    private readonly List<string> _lines = [];
    private readonly List<BaselineCase> _cases = [];
    private bool _isTerminated;
    private BaselineHeader? _header;

    public BaselineReading Read(string? suite)
    {
        var problem = ReadLines() ?? ReadHeader() ?? CheckSuite(suite) ?? ReadCases();
        return problem is null
            ? new BaselineFound(new Baseline { Header = _header!, Cases = _cases })
            : new BaselineUnusable(problem);
    }

    private Diagnostic? ReadLines()
    {
        var reader = new LineReader(stream, LongestLine);
        while (reader.Next() is { } line)
        {
            if (line.IsTooLong)
            {
                return Bad(line.Number, "The line is longer than 64 MB.");
            }

            // A checkout that converts line ends changes no content.
            var text = Encoding.UTF8.GetString(line.Bytes.Span).TrimEnd('\r');
            if (ConflictMarkers.Any(m => text.StartsWith(m, StringComparison.Ordinal)))
            {
                return Bad(line.Number, "The baseline has merge conflict markers. A baseline is accepted whole: take either side, then accept again.");
            }

            _lines.Add(text);
            _isTerminated = line.IsTerminated;
        }

        return _lines.Count == 0 ? Bad(1, "The baseline is empty. Restore the committed file, or accept again.") : null;
    }

    private Diagnostic? ReadHeader()
    {
        if (_lines.Count == 1 && !_isTerminated)
        {
            return Bad(1, CutOff);
        }

        try
        {
            using var document = JsonStyle.Parse(Encoding.UTF8.GetBytes(_lines[0]));
            return FileHead.Refuse(document.RootElement, BaselineFile.Kind, file) ?? CheckBody(document.RootElement) ?? TakeHeader(document.RootElement);
        }
        catch (JsonException e)
        {
            return Bad(1, $"The header is damaged: {JsonFaults.ReasonOf(e)} Restore the committed file, or accept again.");
        }
    }

    private Diagnostic? CheckBody(JsonElement head)
    {
        var body = _lines.Skip(1).ToList();
        if (!head.TryGetProperty("cases", out var count) || count.ValueKind != JsonValueKind.Number
            || !head.TryGetProperty("digest", out var digest) || digest.ValueKind != JsonValueKind.String)
        {
            return Bad(1, "The header has no count of cases or no digest. Restore the committed file, or accept again.");
        }

        if (body.Count < count.GetDouble() || !_isTerminated)
        {
            return Bad(_lines.Count, CutOff);
        }

        return digest.ValueEquals(BaselineFile.Digest(body))
            ? null
            : Bad(1, "This baseline was edited or merged by hand: accept again.");
    }

    private Diagnostic? TakeHeader(JsonElement head)
    {
        var header = head.Deserialize(FileJson.Lines<BaselineHeader>())!;

        // The serialiser gives null where a member with a default is missing.
        _header = header with { Slices = header.Slices ?? new Dictionary<string, int>() };
        return null;
    }

    private Diagnostic? CheckSuite(string? suite) => suite is null || suite == _header!.Suite
        ? null
        : Bad(1, $"This is the baseline of suite '{ShownText.Of(_header!.Suite)}', not of '{suite}'. Name the right file under gate.baseline, or accept again.");

    private Diagnostic? ReadCases()
    {
        var number = 1;
        foreach (var line in _lines.Skip(1))
        {
            number++;
            if (ReadCase(line, number) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private Diagnostic? ReadCase(string line, int number)
    {
        try
        {
            using var document = JsonStyle.Parse(Encoding.UTF8.GetBytes(line));
            var item = document.RootElement.Deserialize(FileJson.Lines<BaselineCase>()) ?? throw new JsonException("It is null.");
            var isSorted = _cases.Count == 0 || string.CompareOrdinal(_cases[^1].Id, item.Id) < 0;
            _cases.Add(item);
            return isSorted ? null : Bad(number, $"Case '{ShownText.Of(item.Id)}' is out of order or stands twice. Accept again.");
        }
        catch (JsonException e)
        {
            return Bad(number, $"The line is damaged: {JsonFaults.ReasonOf(e)} Accept again.");
        }
    }

    private Diagnostic Bad(int line, string message) => FileHead.Bad(file, line, message);
}
