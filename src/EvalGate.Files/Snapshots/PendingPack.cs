using System.Text.Json;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Files;

/// <summary>What a run found out about snapshots, <c>pending/RUN.jsonl</c> beside the run: everything that is needed to approve elsewhere.</summary>
/// <param name="Header">Where it comes from.</param>
/// <param name="Pending">What waits for approval.</param>
/// <param name="End">What was counted at the end; null when the run was cut off.</param>
public sealed record PendingPack(PendingHeader Header, IReadOnlyList<PendingSnapshot> Pending, PendingEnd? End)
{
    internal const string Kind = "pending";
    private const string FolderName = "pending";
    private const int LongestLine = 512 * 1024 * 1024;

    /// <summary>The file.</summary>
    public string File { get; init; } = "";

    /// <summary>What reports say about it.</summary>
    public SnapshotCensus Census => new(End?.Compared ?? Pending.Count, Pending, End?.Orphans ?? []);

    /// <summary>The folder of packs.</summary>
    /// <param name="runFolder">The suite's run folder.</param>
    public static string FolderOf(string runFolder) => Path.Combine(runFolder, FolderName);

    /// <summary>Where the pack of a run is.</summary>
    /// <param name="run">The run's file.</param>
    public static string PathOf(string run) => Path.Combine(FolderOf(Path.GetDirectoryName(run)!), Path.GetFileName(run));

    /// <summary>The pack of one run; null when it left none.</summary>
    /// <param name="run">The run's file.</param>
    /// <exception cref="RunFileException">The pack is damaged, or a newer EvalGate wrote it.</exception>
    /// <exception cref="FilesException">It may not be read.</exception>
    public static PendingPack? OfRun(string run)
    {
        var path = PathOf(run);
        return System.IO.File.Exists(path) ? Read(path) : null;
    }

    /// <summary>All packs in a folder that can be read, newest first.</summary>
    /// <param name="folder">A folder of packs; one that is not there has none.</param>
    /// <exception cref="FilesException">The folder or a file may not be read.</exception>
    public static IReadOnlyList<PendingPack> All(string folder)
    {
        var packs = new List<PendingPack>();
        foreach (var file in Disk.Access<string[]>(folder, () => Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jsonl") : []))
        {
            try
            {
                packs.Add(Read(file));
            }
            catch (RunFileException)
            {
                continue;
            }
        }

        return [.. packs.OrderByDescending(p => p.Header.Started).ThenByDescending(p => p.File, StringComparer.Ordinal)];
    }

    /// <summary>Reads a pack.</summary>
    /// <param name="path">The file; it may still be written to.</param>
    /// <exception cref="RunFileException">It is damaged, of another kind, or written by a newer EvalGate.</exception>
    /// <exception cref="FilesException">There is no such file, or it may not be read.</exception>
    public static PendingPack Read(string path)
    {
        using var stream = Disk.OpenRead(path);
        return Read(stream, path);
    }

    /// <summary>Reads a pack from a stream.</summary>
    /// <param name="stream">The pack.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="RunFileException">It is damaged, of another kind, or written by a newer EvalGate.</exception>
    public static PendingPack Read(Stream stream, string file)
    {
        var lines = new LineReader(stream, LongestLine);
        PendingHeader? header = null;
        PendingEnd? end = null;
        var pending = new List<PendingSnapshot>();
        try
        {
            while (Disk.Access(file, lines.Next) is { IsTerminated: true, IsTooLong: false } line)
            {
                using var document = JsonStyle.Parse(line.Bytes);
                var root = document.RootElement;
                if (header is null)
                {
                    header = FileHead.Refuse(root, Kind, file) is { } refusal ? throw new RunFileException(refusal) : root.Deserialize(FileJson.Lines<PendingHeader>());
                }
                else if (root.TryGetProperty("end", out var last))
                {
                    end = last.Deserialize(FileJson.Lines<PendingEnd>());
                }
                else
                {
                    pending.Add(root.Deserialize(FileJson.Lines<PendingLine>())!.ToPending());
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new RunFileException(FileHead.Bad(file, 0, $"The pack of pending snapshots is damaged: {(e is JsonException json ? JsonFaults.ReasonOf(json) : e.Message)} Run again."));
        }

        return header is null ? throw new RunFileException(FileHead.Bad(file, 1, "The pack of pending snapshots is empty. Run again.")) : new(header, pending, end) { File = file };
    }
}

/// <summary>Where a pack comes from.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Run">The run's id.</param>
/// <param name="Started">When the run started.</param>
/// <param name="Commit">Its commit; null outside a repository.</param>
public sealed record PendingHeader(string Suite, string Run, DateTimeOffset Started, string? Commit);

/// <summary>The last line of a pack.</summary>
/// <param name="Compared">Cases whose outputs were compared.</param>
/// <param name="Orphans">Approved outputs of cases that are gone, when the run was whole.</param>
public sealed record PendingEnd(int Compared, IReadOnlyList<string> Orphans);
