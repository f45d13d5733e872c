using System.Globalization;
using System.Text;
using System.Text.Json;
using EvalGate.Model;
using EvalGate.Recordings;

namespace EvalGate.Files;

/// <summary>The recorded calls of one case.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Calls">In the order of their keys.</param>
public sealed record RecordedCase(string Suite, string CaseId, IReadOnlyList<RecordedCall> Calls);

/// <summary>One file of recordings: a head, then one call per line, in the order of their keys.</summary>
public static class RecordingFile
{
    private const string Kind = "recordings";
    private const string Day = "yyyy-MM-dd";
    private const int LongestLine = 64 * 1024 * 1024;
    private const string Remedy = "Restore it, or remove it and record again.";

    /// <summary>Writes a file as a whole.</summary>
    /// <param name="path">Where; an existing file is replaced.</param>
    /// <param name="recorded">The calls.</param>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full.</exception>
    public static void Write(string path, RecordedCase recorded)
    {
        var text = new StringBuilder(Encoding.UTF8.GetString(JsonLine.Write(json =>
        {
            FileHead.Write(json, Kind);
            json.WriteString("suite", recorded.Suite);
            json.WriteString("case", recorded.CaseId);
        })));
        foreach (var call in recorded.Calls)
        {
            text.Append(Encoding.UTF8.GetString(JsonLine.Write(json => Write(json, call))));
        }

        TextFile.WriteQuickly(path, text.ToString());
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FilesException">It is damaged, of another kind, written by a newer EvalGate, or may not be read.</exception>
    public static RecordedCase Read(string path)
    {
        using var stream = Disk.OpenRead(path);
        var lines = new LineReader(stream, LongestLine);
        RecordedCase? head = null;
        var calls = new List<RecordedCall>();
        while (Disk.Access(path, lines.Next) is { } line)
        {
            if (line.IsTooLong)
            {
                throw Damaged(path, line.Number, "it is longer than 64 MB.");
            }

            try
            {
                using var document = JsonStyle.Parse(line.Bytes);
                if (head is null)
                {
                    head = Head(document.RootElement, path);
                }
                else
                {
                    calls.Add(Call(document.RootElement));
                }
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw Damaged(path, line.Number, e.Message);
            }
        }

        return (head ?? throw Damaged(path, 1, "it is missing.")) with { Calls = calls };
    }

    private static void Write(Utf8JsonWriter json, RecordedCall call)
    {
        json.WriteNumber("rep", call.Key.Repetition);
        json.WriteString("hash", call.Key.Hash);
        json.WriteNumber("n", call.Key.Occurrence);
        json.WriteString("recorded", call.Recorded.ToString(Day, CultureInfo.InvariantCulture));
        json.WritePropertyName("request");
        call.Request.WriteTo(json);
        json.WritePropertyName("response");
        call.Response.WriteTo(json);
    }

    private static RecordedCase Head(JsonElement head, string path) => FileHead.Refuse(head, Kind, path) is { } refusal
        ? throw new FilesException(path, refusal.Message, Remedy)
        : new(head.GetProperty("suite").GetString() ?? "", head.GetProperty("case").GetString() ?? "", []);

    private static RecordedCall Call(JsonElement line)
    {
        var request = line.GetProperty("request").Clone();
        var hash = line.GetProperty("hash").GetString()!;
        return hash == RecordedCall.HashOf(request)
            ? new(
                new(line.GetProperty("rep").GetInt32(), hash, line.GetProperty("n").GetInt32()),
                request,
                line.GetProperty("response").Clone(),
                DateOnly.ParseExact(line.GetProperty("recorded").GetString()!, Day, CultureInfo.InvariantCulture))
            : throw new FormatException("the request is not the one that was recorded: it has another hash.");
    }

    private static FilesException Damaged(string path, int line, string reason) =>
        new(path, string.Create(CultureInfo.InvariantCulture, $"Line {line} is damaged: {reason}"), Remedy);
}
