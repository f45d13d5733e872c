using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>The runs of one suite over all target frameworks: <c>TestResults/evalgate/*/NAME</c>.</summary>
public static class SuiteRuns
{
    /// <summary>The newest run; where failed tests were run again, the whole run before that.</summary>
    /// <param name="results">The folder with one folder per target framework.</param>
    /// <param name="suite">The suite's name.</param>
    /// <returns>The run, which may be cut off; null when there is none.</returns>
    /// <exception cref="RunFileException">The newest run cannot be read. An older one is never returned in its place.</exception>
    /// <exception cref="FilesException">A folder may not be read.</exception>
    public static Run? Newest(string results, string suite)
    {
        var newest = Folders(results, suite).Select(RunFolder.Latest).OfType<Run>().MaxBy(r => r.Header.Started);
        return newest?.Header.Session is { } session
            ? RunFolder.Where(Path.GetDirectoryName(newest.File)!, h => h.Session == session).MaxBy(r => r.Records.Count)
            : newest;
    }

    /// <summary>All runs that can be read.</summary>
    /// <param name="results">The folder with one folder per target framework.</param>
    /// <param name="suite">The suite's name.</param>
    /// <returns>Newest first.</returns>
    /// <exception cref="FilesException">A folder may not be read.</exception>
    public static IReadOnlyList<Run> All(string results, string suite) =>
        [.. Folders(results, suite).SelectMany(f => RunFolder.Where(f, _ => true)).OrderByDescending(r => r.Header.Started).ThenByDescending(r => r.Header.RunId, StringComparer.Ordinal)];

    /// <summary>The run folders of a suite, one per target framework.</summary>
    /// <param name="results">The folder with one folder per target framework; one that is missing has none.</param>
    /// <param name="suite">The suite's name.</param>
    /// <exception cref="FilesException">A folder may not be read.</exception>
    public static IReadOnlyList<string> Folders(string results, string suite) => Disk.Access<string[]>(results, () => !Directory.Exists(results)
        ? []
        : [.. Directory.EnumerateDirectories(results).Order(StringComparer.Ordinal).Select(f => Path.Combine(f, suite))]);
}
