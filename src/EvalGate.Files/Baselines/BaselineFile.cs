using System.Text;
using System.Text.Json;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>The committed baseline of a suite: a header line with a digest of the body, then one line per case, sorted by id.</summary>
public static class BaselineFile
{
    internal const string Kind = "baseline";

    /// <summary>Writes a baseline as a whole.</summary>
    /// <param name="path">Where; an existing baseline is replaced.</param>
    /// <param name="baseline">The baseline; its cases are sorted here.</param>
    /// <exception cref="ArgumentException">Two cases have one id.</exception>
    /// <exception cref="FilesException">The file may not be written, or the disk is full. What was there before is untouched.</exception>
    public static void Write(string path, Baseline baseline)
    {
        var cases = Sorted.ByKey(baseline.Cases.Select(c => KeyValuePair.Create(c.Id, c))).Values;
        var body = string.Concat(cases.Select(Line));
        TextFile.WriteAtomically(path, Header(baseline.Header, cases.Count, body) + body);
    }

    /// <summary>Reads a baseline.</summary>
    /// <param name="path">The file.</param>
    /// <param name="suite">The suite it must belong to; null for any.</param>
    /// <exception cref="FilesException">The file exists and may not be read.</exception>
    public static BaselineReading Read(string path, string? suite = null)
    {
        if (!File.Exists(path))
        {
            return Directory.Exists(path)
                ? new BaselineUnusable(FileHead.Bad(path, 0, "This is a folder, and a baseline is a file: name the file, as in 'baseline: support.baseline.jsonl'."))
                : new BaselineMissing();
        }

        using var stream = Disk.OpenRead(path);
        using var reader = new BaselineLineReader(stream, path);
        return Disk.Access(path, () => reader.Read(suite));
    }

    /// <summary>Reads the baseline that a git revision has at a path, by running git.</summary>
    /// <param name="path">The file's path today.</param>
    /// <param name="revision">A tag, branch or commit; never taken as an option.</param>
    /// <param name="suite">The suite it must belong to; null for any.</param>
    public static BaselineReading ReadRevision(string path, string revision, string? suite = null)
    {
        if (GitBlob.Read(path, revision) is not { } bytes)
        {
            return new BaselineUnusable(FileHead.Bad(path, 0, $"git has no such file at '{revision}'. Fetch the tag (git fetch --tags), or name a baseline file."));
        }

        using var stream = new MemoryStream(bytes);
        using var reader = new BaselineLineReader(stream, $"{revision}:{Path.GetFileName(path)}");
        return reader.Read(suite);
    }

    private static string Header(BaselineHeader header, int cases, string body)
    {
        var sorted = header with
        {
            Date = header.Date.ToUniversalTime(),
            Stack = Sorted.ByKey(header.Stack),
            Metrics = Sorted.ByKey(header.Metrics),
            Slices = Sorted.ByKey(header.Slices),
        };
        return Encoding.UTF8.GetString(JsonLine.Write(json =>
        {
            FileHead.Write(json, Kind);
            FileHead.WriteMembers(json, JsonSerializer.SerializeToElement(sorted, FileJson.Lines<BaselineHeader>()));
            json.WriteNumber("cases", cases);
            json.WriteString("digest", ContentHash.Of(body.TrimEnd('\n')));
        }));
    }

    private static string Line(BaselineCase item)
    {
        var sorted = item with { Scores = Sorted.ByKey(item.Scores) };
        return Encoding.UTF8.GetString(JsonLine.Terminate(JsonSerializer.SerializeToUtf8Bytes(sorted, FileJson.Lines<BaselineCase>())));
    }
}
