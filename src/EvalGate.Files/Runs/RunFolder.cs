using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Files;

/// <summary>What was read from the run folder of a suite.</summary>
/// <param name="Runs">Newest first by start, then by file name; cut-off runs included.</param>
/// <param name="Diagnostics">One per file that could not be read.</param>
public sealed record RunsReading(IReadOnlyList<Run> Runs, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>The runs of one suite: <c>TestResults/evalgate/&lt;tfm&gt;/NAME/</c>.</summary>
public static class RunFolder
{
    /// <summary>How file names of runs start: UTC to the millisecond.</summary>
    internal const string TimeFormat = "yyyyMMdd'T'HHmmssfff'Z'";

    private const int TimeLength = 19;

    /// <summary>The newest run.</summary>
    /// <param name="folder">The suite's run folder.</param>
    /// <returns>The run, which may be cut off; null when there is none.</returns>
    /// <exception cref="RunFileException">The newest run cannot be read. An older one is never returned in its place.</exception>
    /// <exception cref="FilesException">The folder may not be read.</exception>
    public static Run? Latest(string folder) => NewestFirst(folder).FirstOrDefault() is { } newest ? RunReader.Read(newest) : null;

    /// <summary>All runs.</summary>
    /// <param name="folder">The suite's run folder; one that is missing has no runs.</param>
    /// <exception cref="FilesException">The folder or a file may not be read.</exception>
    public static RunsReading All(string folder)
    {
        var runs = new List<Run>();
        var problems = new List<Diagnostic>();
        foreach (var path in NewestFirst(folder))
        {
            try
            {
                runs.Add(RunReader.Read(path));
            }
            catch (RunFileException e)
            {
                problems.Add(e.Diagnostic);
            }
        }

        return new RunsReading(runs, problems);
    }

    /// <summary>Runs whose headers fit; others are not read any further.</summary>
    /// <param name="folder">The suite's run folder; one that is missing has no runs.</param>
    /// <param name="fits">Whether a run is wanted.</param>
    /// <returns>Newest first. Runs that cannot be read are left out.</returns>
    /// <exception cref="FilesException">The folder or a file may not be read.</exception>
    public static IReadOnlyList<Run> Where(string folder, Predicate<RunHeader> fits)
    {
        var runs = new List<Run>();
        foreach (var path in NewestFirst(folder))
        {
            try
            {
                if (fits(RunReader.ReadHeader(path)))
                {
                    runs.Add(RunReader.Read(path));
                }
            }
            catch (RunFileException)
            {
                continue;
            }
        }

        return runs;
    }

    private static List<string> NewestFirst(string folder) => Disk.Access<List<string>>(folder, () => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder, "*.jsonl").OrderByDescending(Started).ThenByDescending(Path.GetFileName, StringComparer.Ordinal)]
        : []);

    // A header that cannot be read still has its time in the file's name.
    private static DateTimeOffset Started(string path)
    {
        try
        {
            return RunReader.ReadHeader(path).Started;
        }
        catch (RunFileException)
        {
            var name = Path.GetFileName(path);
            return name.Length > TimeLength && DateTimeOffset.TryParseExact(
                name.AsSpan(0, TimeLength), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.MinValue;
        }
    }
}
