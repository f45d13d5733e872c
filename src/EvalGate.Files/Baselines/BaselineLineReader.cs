using System.Security.Cryptography;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Reads the lines of one baseline; anything but the file exactly as it was accepted is unusable.</summary>
internal sealed class BaselineLineReader(Stream stream, string file) : IDisposable
{
    private const int LongestLine = 64 * 1024 * 1024;
    private const string CutOff = "The baseline was cut off. Restore the committed file, or accept again.";

    private static readonly byte[][] ConflictMarkers = [[.. "<<<<<<<"u8], [.. "======="u8], [.. ">>>>>>>"u8], [.. "|||||||"u8]];

    private readonly IncrementalHash _body = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<BaselineCase> _cases = [];
    private byte[] _head = [];
    private int _lines;
    private bool _isTerminated;
    private BaselineHeader? _header;
    private Diagnostic? _damage;

    public BaselineReading Read(string? suite)
    {
        var problem = ReadLines() ?? ReadHeader() ?? CheckSuite(suite) ?? _damage;
        return problem is null
            ? new BaselineFound(new Baseline { Header = _header!, Cases = _cases })
            : new BaselineUnusable(problem);
    }

    public void Dispose() => _body.Dispose();

    private Diagnostic? ReadLines()
    {
        var reader = new LineReader(stream, LongestLine);
        while (reader.Next() is { } line)
        {
            if (line.IsTooLong)
            {
                return Bad(line.Number, "The line is longer than 64 MB.");
            }

            if (ConflictMarkers.Any(m => line.Bytes.Span.StartsWith(m)))
            {
                return Bad(line.Number, "The baseline has merge conflict markers. A baseline is accepted whole: take either side, then accept again.");
            }

            // A checkout that converts line ends changes no content.
            Take(line with { Bytes = line.Bytes.TrimEnd((byte)'\r') });
        }

        return _lines == 0 ? Bad(1, "The baseline is empty. Restore the committed file, or accept again.") : null;
    }

    private void Take(Line line)
    {
        (_lines, _isTerminated) = (line.Number, line.IsTerminated);
        if (line.Number == 1)
        {
            _head = line.Bytes.ToArray();
            return;
        }

        _body.AppendData(line.Number > 2 ? "\n"u8 : []);
        _body.AppendData(line.Bytes.Span);
        // What is wrong with the file as a whole says more.
        _damage ??= ReadCase(line);
    }

    private Diagnostic? ReadHeader()
    {
        if (_lines == 1 && !_isTerminated)
        {
            return Bad(1, CutOff);
        }

        try
        {
            using var document = JsonStyle.Parse(_head);
            return FileHead.Refuse(document.RootElement, BaselineFile.Kind, file) ?? CheckBody(document.RootElement) ?? TakeHeader(document.RootElement);
        }
        catch (JsonException e)
        {
            return Bad(1, $"The header is damaged: {JsonFaults.ReasonOf(e)} Restore the committed file, or accept again.");
        }
    }

    private Diagnostic? CheckBody(JsonElement head)
    {
        if (!head.TryGetProperty("cases", out var count) || count.ValueKind != JsonValueKind.Number
            || !head.TryGetProperty("digest", out var digest) || digest.ValueKind != JsonValueKind.String)
        {
            return Bad(1, "The header has no count of cases or no digest. Restore the committed file, or accept again.");
        }

        if (_lines - 1 < count.GetDouble() || !_isTerminated)
        {
            return Bad(_lines, CutOff);
        }

        return digest.ValueEquals(ContentHash.Of(_body))
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

    private Diagnostic? ReadCase(Line line)
    {
        try
        {
            using var document = JsonStyle.Parse(line.Bytes);
            var item = document.RootElement.Deserialize(FileJson.Lines<BaselineCase>()) ?? throw new JsonException("It is null.");
            var isSorted = _cases.Count == 0 || string.CompareOrdinal(_cases[^1].Id, item.Id) < 0;
            _cases.Add(item);
            return isSorted ? null : Bad(line.Number, $"Case '{ShownText.Of(item.Id)}' is out of order or stands twice. Accept again.");
        }
        catch (JsonException e)
        {
            return Bad(line.Number, $"The line is damaged: {JsonFaults.ReasonOf(e)} Accept again.");
        }
    }

    private Diagnostic Bad(int line, string message) => FileHead.Bad(file, line, message);
}
