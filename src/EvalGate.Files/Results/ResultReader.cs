using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>What was read from result files: sound rows only, and everything that is wrong with the others.</summary>
/// <param name="Table">The results.</param>
/// <param name="Diagnostics">By file, then in the order found; at most 100 per file, and a note that says how many more there are.</param>
public sealed record ResultReading(ResultTable Table, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Reads plain results of any harness: JSON Lines or CSV, one row per case or repetition.</summary>
public static class ResultReader
{
    /// <summary>Longest line or row, in bytes.</summary>
    internal const int LongestRow = 16 * 1024 * 1024;

    /// <summary>The endings of files that are read, with what they hold.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".jsonl", ".ndjson", ".csv", ".tsv"];

    /// <summary>Reads the files of one side as one table.</summary>
    /// <param name="folder">The folder that <paramref name="files"/> are relative to.</param>
    /// <param name="files">Paths, as diagnostics shall show them; each is read as a stream. The order of files and rows makes no difference but to the order of problems.</param>
    /// <param name="columns">What is read of them.</param>
    /// <exception cref="FilesException">A file is missing or may not be read, or its ending is none of <see cref="Endings"/>.</exception>
    public static ResultReading Read(string folder, IReadOnlyList<string> files, ResultColumns columns)
    {
        var rows = new ResultRows(columns);
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file);
            using var stream = Disk.OpenRead(path);
            rows.BeginFile(file.Replace('\\', '/'));
            Disk.Access(path, () => ReadFile(file, stream, rows));
        }

        return rows.Finish();
    }

    private static void ReadFile(string file, Stream stream, ResultRows rows)
    {
        switch (Path.GetExtension(file).ToLowerInvariant())
        {
            case ".jsonl" or ".ndjson":
                new JsonResults(stream, rows).Read();
                break;
            case ".csv":
                new CsvResults(stream, ',', rows).Read();
                break;
            case ".tsv":
                new CsvResults(stream, '\t', rows).Read();
                break;
            default:
                throw new FilesException(file, "It is no result file by its ending.", $"Results are read from {string.Join(", ", Endings)}: JSON Lines or CSV.");
        }
    }
}
