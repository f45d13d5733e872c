using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Commands;

/// <summary>One release as the eval saw it.</summary>
/// <param name="Name">Its name, or the commit of its baseline.</param>
/// <param name="Means">Means by metric and slice.</param>
internal sealed record EvalRelease(string Name, IReadOnlyDictionary<(string Metric, Slice Slice), double> Means);

/// <summary>What the eval said of releases: result files that are named like them, or the accepted baselines in git's history.</summary>
internal static class EvalReleases
{
    private const int MostReleases = 200;

    /// <summary>Oldest first: by the date of baselines, or by name.</summary>
    /// <exception cref="FilesException">A file is missing or cannot be read.</exception>
    public static (IReadOnlyList<EvalRelease> Releases, IReadOnlyList<Diagnostic> Problems) Read(OutcomeSources sources) =>
        sources.Map.Releases is { } pattern ? OfFiles(sources, sources.Find(pattern)) : (OfHistory(sources), []);

    private static EvalRelease[] OfHistory(OutcomeSources sources)
    {
        var loaded = sources.Loaded;
        return loaded.BaselinePath is not { } path ? [] :
        [
            .. BaselineHistory.Read(Path.Combine(loaded.Root.Folder, path), loaded.Suite.Name, MostReleases)
                .Select(b => AcceptedVersion.Of(loaded.Suite, loaded.Cases, b)).Where(v => v.Commit is not null).OrderBy(v => v.Date)
                .Select(v => new EvalRelease(v.Commit!, v.Levels.ToDictionary(l => (l.Metric.Name, l.Slice), l => l.Value))),
        ];
    }

    private static (IReadOnlyList<EvalRelease> Releases, IReadOnlyList<Diagnostic> Problems) OfFiles(OutcomeSources sources, IReadOnlyList<string> files)
    {
        var columns = new ResultColumns
        {
            Scores = [.. sources.Metrics.Select(m => new ScoreColumnName(m.Name, m.Range))],
            Slices = ComparedSlices.Columns(sources.Slices),
            Repetitions = true,
        };
        var read = files.OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal).Select(f => (File: f, Reading: ResultReader.Read(sources.From, [f], columns))).ToArray();
        return ([.. read.Select(r => new EvalRelease(Path.GetFileNameWithoutExtension(r.File), Means(r.Reading.Table, sources)))], [.. read.SelectMany(r => r.Reading.Diagnostics)]);
    }

    private static Dictionary<(string Metric, Slice Slice), double> Means(ResultTable table, OutcomeSources sources)
    {
        var cells = new List<IReadOnlyList<Slice>>();
        var cellOf = new SliceCells(table.Slices, new(sources.Slices), cells);
        var rows =
            from row in Enumerable.Range(0, table.Cases.Count)
            from metric in sources.Metrics.Zip(table.Scores)
            where !double.IsNaN(metric.Second.Values[row])
            from slice in cells[cellOf.Of(table.Cases[row])]
            select (Key: (metric.First.Name, slice), Score: metric.Second.Values[row]);
        return rows.GroupBy(r => r.Key, r => r.Score).ToDictionary(g => g.Key, StableSum.Mean);
    }
}
