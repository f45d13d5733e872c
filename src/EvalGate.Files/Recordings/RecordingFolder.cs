using EvalGate.Recordings;
using EvalGate.Snapshots;

namespace EvalGate.Files;

/// <summary>The recordings of one suite, <c>NAME.recordings/</c>: one file per case, so that branches rarely edit the same one.</summary>
/// <param name="path">The folder; made with the first recording.</param>
/// <param name="suite">The suite's name, for the head of the files.</param>
public sealed class RecordingFolder(string path, string suite) : IRecordingStore
{
    private const string Ending = ".jsonl";

    /// <summary>The folder.</summary>
    public string Path { get; } = path;

    /// <inheritdoc/>
    /// <exception cref="FilesException">The file is damaged, of another kind, or may not be read.</exception>
    public IReadOnlyList<RecordedCall> Read(string caseId)
    {
        var file = FileOf(caseId);
        return TextFile.Exists(file) ? RecordingFile.Read(file).Calls : [];
    }

    /// <inheritdoc/>
    /// <exception cref="FilesException">The folder may not be written, or the disk is full.</exception>
    public void Write(string caseId, IReadOnlyList<RecordedCall> calls) => RecordingFile.Write(FileOf(caseId), new(suite, caseId, calls));

    /// <summary>Every file of the folder, in the order of names.</summary>
    /// <exception cref="FilesException">The folder may not be read.</exception>
    public IReadOnlyList<string> Files() => Disk.Access<string[]>(Path, () =>
        Directory.Exists(Path) ? [.. Directory.EnumerateFiles(Path, $"*{Ending}").Order(StringComparer.Ordinal)] : []);

    /// <summary>Removes a file.</summary>
    /// <param name="file">One of <see cref="Files"/>.</param>
    /// <exception cref="FilesException">It may not be removed.</exception>
    public void Remove(string file) => Disk.Access(file, () => File.Delete(System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file))));

    private string FileOf(string caseId) => System.IO.Path.Combine(Path, SnapshotName.Of(caseId) + Ending);
}
