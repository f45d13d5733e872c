using System.IO.Compression;
using System.Text;

namespace EvalGate.Files;

/// <summary>Texts in a zip that a stranger may have made: bounded, and no name in it becomes a path.</summary>
public static class ZippedTexts
{
    private const int MostEntries = 100_000;

    /// <summary>Reads them, by their names in the zip.</summary>
    /// <param name="path">The zip.</param>
    /// <param name="isWanted">Which files, by their names without folders.</param>
    /// <param name="largest">The most bytes that one may have.</param>
    /// <param name="most">The most files there may be.</param>
    /// <exception cref="FilesException">It is no zip, or holds more than that.</exception>
    public static IReadOnlyList<(string Name, string Text)> Read(string path, Predicate<string> isWanted, long largest, int most)
    {
        try
        {
            using var zip = new ZipArchive(Disk.OpenRead(path), ZipArchiveMode.Read);
            var entries = zip.Entries.Where(e => isWanted(e.Name)).OrderBy(e => e.FullName, StringComparer.Ordinal).ToArray();
            return zip.Entries.Count > MostEntries || entries.Length > most || entries.Any(e => e.Length > largest)
                ? throw new FilesException(path, $"It holds more than {most} such files, or one of more than {largest} bytes.", "Upload the results of one run.")
                : [.. entries.Select(e => (e.FullName, Text(e)))];
        }
        catch (InvalidDataException e)
        {
            throw new FilesException(path, "It is no zip.", "Name the artifact as it was downloaded.", e);
        }
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(new BoundedStream(entry.Open(), entry.Length), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
