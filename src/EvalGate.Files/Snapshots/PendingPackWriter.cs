using System.Text.Json;
using EvalGate.Snapshots;

namespace EvalGate.Files;

/// <summary>Writes a pack while its run goes on, a line per output that waits for approval.</summary>
/// <remarks>Safe to call from several threads at once.</remarks>
public sealed class PendingPackWriter : IDisposable
{
    private readonly AppendedLines _lines;

    private PendingPackWriter(FileStream stream)
    {
        Path = stream.Name;
        _lines = new(stream, Path);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Starts the pack of a run.</summary>
    /// <param name="run">The run's file.</param>
    /// <param name="header">Where it comes from.</param>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full.</exception>
    public static PendingPackWriter Create(string run, PendingHeader header)
    {
        var path = PendingPack.PathOf(run);
        var writer = Disk.Access(path, () =>
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            return new PendingPackWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0));
        });
        writer.Start(header);
        return writer;
    }

    /// <summary>Keeps a pack from elsewhere among the runs.</summary>
    /// <param name="runFolder">The suite's run folder.</param>
    /// <param name="pack">The pack; its run names the file, which is replaced.</param>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full.</exception>
    public static void Keep(string runFolder, PendingPack pack)
    {
        using var writer = Create(System.IO.Path.Combine(runFolder, SnapshotName.Of(pack.Header.Run) + ".jsonl"), pack.Header);
        foreach (var pending in pack.Pending)
        {
            writer.Append(pending);
        }

        writer.Finish(pack.End ?? new(pack.Pending.Count, []));
    }

    /// <summary>Writes one output that waits.</summary>
    /// <param name="pending">The output.</param>
    /// <exception cref="FilesException">The disk is full, or the file is gone.</exception>
    public void Append(PendingSnapshot pending) => _lines.Append(JsonLine.Terminate(JsonSerializer.SerializeToUtf8Bytes(PendingLine.Of(pending), FileJson.Lines<PendingLine>())));

    /// <summary>Writes the end line.</summary>
    /// <param name="end">What was counted.</param>
    /// <exception cref="FilesException">The disk is full, or the file is gone.</exception>
    /// <exception cref="InvalidOperationException">A write failed before.</exception>
    public void Finish(PendingEnd end) => _lines.Close(
        JsonLine.Write(json =>
        {
            json.WritePropertyName("end");
            JsonSerializer.Serialize(json, end, FileJson.Lines<PendingEnd>());
        }),
        _lines.Count);

    /// <summary>Closes the file.</summary>
    public void Dispose() => _lines.Dispose();

    private void Start(PendingHeader header)
    {
        try
        {
            _lines.Append(JsonLine.Write(json =>
            {
                FileHead.Write(json, PendingPack.Kind);
                FileHead.WriteMembers(json, JsonSerializer.SerializeToElement(header, FileJson.Lines<PendingHeader>()));
            }));
        }
        catch (FilesException)
        {
            Dispose();
            File.Delete(Path);
            throw;
        }
    }
}
