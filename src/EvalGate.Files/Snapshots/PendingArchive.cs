using System.IO.Compression;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>Packs as a build server hands them out: one file, a zip of a run's artifacts, or a folder of either's content.</summary>
public static class PendingArchive
{
    private const string Ending = ".jsonl";
    private const int MostEntries = 100_000;
    private const long MostBytes = 1L << 30;

    /// <summary>Reads every pack in a place. Names inside a zip are looked at, and never become paths.</summary>
    /// <param name="path">A pack, a zip, or a folder.</param>
    /// <returns>Packs in the order of their names; other files are passed over.</returns>
    /// <exception cref="FilesException">The place may not be read, is no zip, or holds more than any run does.</exception>
    /// <exception cref="RunFileException">A single pack that was named is damaged.</exception>
    public static IReadOnlyList<PendingPack> Read(string path) => path switch
    {
        _ when Directory.Exists(path) => [.. Glob.Find(path, ["**/pending/*.jsonl", "pending/*.jsonl", "*.jsonl"]).Select(f => TryRead(Disk.OpenRead(Path.Combine(path, f)), f)).OfType<PendingPack>()],
        _ when path.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) => [PendingPack.Read(path)],
        _ => ReadZip(path),
    };

    private static PendingPack[] ReadZip(string path)
    {
        try
        {
            using var zip = new ZipArchive(Disk.OpenRead(path), ZipArchiveMode.Read);
            var entries = zip.Entries.Where(e => e.FullName.EndsWith(Ending, StringComparison.OrdinalIgnoreCase)).OrderBy(e => e.FullName, StringComparer.Ordinal).ToArray();
            return zip.Entries.Count > MostEntries || entries.Sum(e => e.Length) > MostBytes
                ? throw new FilesException(path, "It holds more than any run leaves.", "Download the artifact of one run.")
                : [.. entries.Select(e => TryRead(new BoundedStream(e.Open(), e.Length), e.FullName)).OfType<PendingPack>()];
        }
        catch (InvalidDataException e)
        {
            throw new FilesException(path, "It is neither a pack (.jsonl) nor a zip.", "Name the artifact as it was downloaded.", e);
        }
    }

    /// <summary>Runs lie beside packs, and are none.</summary>
    private static PendingPack? TryRead(Stream stream, string file)
    {
        using (stream)
        {
            try
            {
                return PendingPack.Read(stream, file);
            }
            catch (RunFileException)
            {
                return null;
            }
        }
    }
}
