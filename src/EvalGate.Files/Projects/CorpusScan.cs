using System.Text;
using EvalGate.Datasets;

namespace EvalGate.Files;

/// <summary>Scans files for sought texts: one pass, no more than a block of a file in memory.</summary>
public static class CorpusScan
{
    private const int Block = 1 << 20;
    private const int LongestExcerpt = 1 << 16;
    private static readonly string[] JsonLines = [".jsonl", ".ndjson"];
    private static readonly string[] Lines = [".jsonl", ".ndjson", ".csv", ".tsv"];

    /// <summary>Scans one file.</summary>
    /// <param name="scanner">The scanner; used by one thread at a time.</param>
    /// <param name="index">What it seeks.</param>
    /// <param name="path">The file, UTF-8. JSON is known by its ending; in JSON Lines, CSV and TSV each line is a document.</param>
    /// <param name="file">The file as messages shall show it.</param>
    /// <returns>What was found, and how many bytes were read.</returns>
    /// <exception cref="FilesException">The file may not be read.</exception>
    public static (IReadOnlyList<Leak> Leaks, long Bytes) Scan(LeakScanner scanner, LeakIndex index, string path, string file) => Disk.Access(path, () =>
    {
        using var stream = Disk.OpenRead(path);
        var ending = Path.GetExtension(path).ToLowerInvariant();
        scanner.Begin(ending == ".json" || JsonLines.Contains(ending), Lines.Contains(ending));
        var bytes = Feed(scanner, stream);
        Leak[] leaks = [.. scanner.Finish().Select(m => Leak.Of(index, m, file, Excerpt(stream, m)))];
        return ((IReadOnlyList<Leak>)leaks, bytes);
    });

    private static long Feed(LeakScanner scanner, Stream stream)
    {
        var (buffer, kept, total) = (new byte[Block], 0, 0L);
        while (true)
        {
            var read = stream.Read(buffer, kept, buffer.Length - kept);
            total += read;
            var filled = kept + read;
            var used = scanner.Feed(buffer.AsSpan(0, filled), isLast: read == 0);
            if (read == 0)
            {
                return total;
            }

            kept = filled - used;
            buffer.AsSpan(used, kept).CopyTo(buffer);
        }
    }

    private static string Excerpt(FileStream stream, LeakMatch match)
    {
        var bytes = new byte[Math.Min(match.End - match.Start, LongestExcerpt)];
        stream.Seek(match.Start, SeekOrigin.Begin);
        stream.ReadExactly(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
