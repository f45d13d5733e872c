using EvalGate.Snapshots;

namespace EvalGate.Files;

/// <summary>One file of a snapshot folder: <c>NAME.verified.md</c>, <c>NAME.received.json</c> and their like.</summary>
/// <param name="Name">The case's name, or that of an alternative.</param>
/// <param name="IsVerified">Approved, or waiting for approval.</param>
/// <param name="Extension"><c>md</c> or <c>json</c>.</param>
/// <param name="Path">Where it is.</param>
internal sealed record SnapshotFile(string Name, bool IsVerified, string Extension, string Path)
{
    public const string Verified = ".verified.";
    public const string Received = ".received.";

    /// <summary>Longer files are not ours.</summary>
    private const long LongestBytes = 4L * SnapshotText.Longest;

    public bool IsAlternative => SnapshotName.WithoutAlternative(Name) != Name;

    /// <summary>The file of a path; null for one that is no snapshot.</summary>
    public static SnapshotFile? Of(string path)
    {
        var file = System.IO.Path.GetFileName(path);
        var (mark, isVerified) = file.Contains(Verified, StringComparison.Ordinal) ? (Verified, true) : (Received, false);
        var at = file.LastIndexOf(mark, StringComparison.Ordinal);
        return at > 0 && file[(at + mark.Length)..] is SnapshotText.Markdown or SnapshotText.Json
            ? new(file[..at], isVerified, file[(at + mark.Length)..], path)
            : null;
    }

    /// <summary>What it holds; null when it holds nothing, as diff tools leave it, or is gone.</summary>
    /// <exception cref="FilesException">It may not be read, or is larger than any snapshot.</exception>
    public SnapshotText? Read() => Disk.Access(Path, () =>
    {
        var info = new FileInfo(Path);
        if (!info.Exists)
        {
            return null;
        }

        if (info.Length > LongestBytes)
        {
            throw new FilesException(Path, "It is larger than any snapshot.", "Delete it, and approve the output again.");
        }

        var text = SnapshotText.Normal(TextFile.Utf8.GetString(File.ReadAllBytes(Path)));
        return text.Length == 0 ? null : new SnapshotText(text, Extension);
    });
}
