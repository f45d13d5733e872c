using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Reads the lines of one run and holds them against each other.</summary>
internal sealed class RunLineReader(Stream stream, string file)
{
    private const int LongestLine = 512 * 1024 * 1024;
    private const string Remedy = "Run again.";

    private readonly LineReader _lines = new(stream, LongestLine);
    private readonly List<RunRecord> _records = [];
    private readonly Dictionary<(string Case, int Repetition), int> _linesOfRecords = [];
    private RunEnd? _end;

    public Run ReadRun()
    {
        var header = ReadHeader();
        while (Next() is { } line)
        {
            Read(line);
        }

        return new Run { Header = header, Records = _records, End = _end, File = file };
    }

    public RunHeader ReadHeader()
    {
        if (Next() is not { } line)
        {
            throw Damaged(1, "The run was cut off before its header was written.");
        }

        using var document = Parse(line);
        if (FileHead.Refuse(document.RootElement, RunLines.Kind, file) is { } refusal)
        {
            throw new RunFileException(refusal.Code == DiagnosticCodes.BadFile ? refusal with { Message = $"{refusal.Message} {Remedy}" } : refusal);
        }

        var header = As(document.RootElement, FileJson.Lines<RunHeader>(), line.Number);

        // The serialiser gives null where a member with a default is missing.
        return header with { Stack = header.Stack ?? new Dictionary<string, string>() };
    }

    // A process that is killed leaves a line without its end: that record does not exist.
    private Line? Next() => _lines.Next() is { IsTerminated: true } line ? line : null;

    private void Read(Line line)
    {
        using var document = Parse(line);
        if (_end is not null)
        {
            throw Damaged(line.Number, "There is a line behind the end line.");
        }

        if (document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("end", out var end))
        {
            ReadEnd(As(end, FileJson.Lines<RunEnd>(), line.Number), line.Number);
            return;
        }

        Add(As(document.RootElement, FileJson.Lines<RunRecordLine>(), line.Number).ToRecord(), line.Number);
    }

    private void Add(RunRecord record, int line)
    {
        if (record.Repetition < 1)
        {
            throw Damaged(line, string.Create(CultureInfo.InvariantCulture, $"Repetition {record.Repetition} of case '{ShownText.Of(record.CaseId)}' does not exist: they count from 1."));
        }

        var key = (record.CaseId, record.Repetition);
        if (!_linesOfRecords.TryAdd(key, line))
        {
            throw Damaged(line, string.Create(
                CultureInfo.InvariantCulture,
                $"Repetition {record.Repetition} of case '{ShownText.Of(record.CaseId)}' is already recorded in line {_linesOfRecords[key]}."));
        }

        _records.Add(record);
    }

    private void ReadEnd(RunEnd end, int line)
    {
        if (end.Records != _records.Count)
        {
            throw Damaged(line, string.Create(
                CultureInfo.InvariantCulture,
                $"The end line counts {end.Records} records, but the file has {_records.Count}."));
        }

        _end = end;
    }

    private JsonDocument Parse(Line line)
    {
        if (line.IsTooLong)
        {
            throw Damaged(line.Number, "The line is longer than 512 MB.");
        }

        try
        {
            return JsonStyle.Parse(line.Bytes);
        }
        catch (JsonException e)
        {
            throw Damaged(line.Number, $"The line is damaged: {e.Message}");
        }
    }

    private T As<T>(JsonElement value, JsonTypeInfo<T> type, int line)
        where T : class
    {
        try
        {
            return value.Deserialize(type) ?? throw Damaged(line, "The line is null.");
        }
        catch (JsonException e)
        {
            throw Damaged(line, $"The line is damaged: {JsonFaults.ReasonOf(e)}");
        }
    }

    private RunFileException Damaged(int line, string message) => new(FileHead.Bad(file, line, $"{message} {Remedy}"));
}
