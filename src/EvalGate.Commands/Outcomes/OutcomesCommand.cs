using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Outcomes;
using EvalGate.Slicing;

namespace EvalGate.Commands;

/// <summary>Holds production's signals against what the eval said of the same releases.</summary>
public static class OutcomesCommand
{
    /// <summary>Reads <c>NAME.outcomes.yaml</c> beside the suite, the files it names, and the eval's figures.</summary>
    /// <param name="folder">Where suites are looked for.</param>
    /// <param name="suite">The suite; null for the only one.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static OutcomesResult Execute(string folder, string? suite, ISuiteLanguage language)
    {
        var sets = CaseSets.Read(folder, suite, language).Only();
        if (sets.Suites is not [var loaded])
        {
            return new(sets.Problems, null);
        }

        return loaded.Suite.Outcomes is { } map ? Hold(new OutcomeSources(loaded, map, folder))
            : new([loaded.From(folder, new(DiagnosticCodes.NoFiles, Severity.Error, $"there is no '{Path.GetFileName(OutcomeMap.PathOf(loaded.Suite))}' beside the suite: it says where production's signals are and what they mean.", loaded.Suite.Place))], null);
    }

    /// <summary>What a verdict is told of production, and the whole of it for the report; a fault in production's files is a warning, for they do not belong to the run.</summary>
    internal static OutcomesResult Of(LoadedSuite loaded)
    {
        if (loaded.Suite.Outcomes is not { } map)
        {
            return new([], null);
        }

        try
        {
            var (problems, report) = Hold(new OutcomeSources(loaded, map, loaded.Root.Folder));
            return new([.. problems, .. report is null ? [] : OutcomeFindings.Of(report, map.Place)], report);
        }
        catch (FilesException e)
        {
            return new([new(DiagnosticCodes.NothingToHoldAgainst, Severity.Warning, $"production's signals were not read: {e.Message}", map.Place)], null);
        }
    }

    private static OutcomesResult Hold(OutcomeSources sources)
    {
        var production = SignalTable.Read(sources);
        var (eval, problems) = EvalReleases.Read(sources);
        Diagnostic[] all = [.. sources.UnknownMetrics(), .. production.Problems, .. problems];
        if (all.Any(p => p.Severity == Severity.Error))
        {
            return new(all, null);
        }

        var releases = eval.Select(e => (Eval: e, Online: production.Of(e.Name))).Where(r => r.Online is not null)
            .Select(r => new Release(r.Online!.Value.Name, r.Eval.Means, r.Online.Value.Sums)).ToArray();
        if (releases.Length == 0)
        {
            return new([sources.Problem(DiagnosticCodes.NotJudged, $"production and the eval have no release in common: production saw {Some(production.Names)}; the eval knows {Some([.. eval.Select(e => e.Name)])}.")], null);
        }

        return new(all, OutcomeReport.Of(new() { Suite = sources.Loaded.Suite.Name, Metrics = sources.Metrics, Signals = sources.Map.Signals, Releases = releases, Requests = production.Requests }));
    }

    private static string Some(IReadOnlyCollection<string> names) => names.Count == 0 ? "none" : Reports.Phrases.Some([.. names.Select(n => $"'{ShownText.Of(n)}'")], 5);

}

/// <summary>What came of it.</summary>
/// <param name="Problems">What is wrong; with any error, nothing was held against anything.</param>
/// <param name="Report">The report; null if and only if there are errors.</param>
public sealed record OutcomesResult(IReadOnlyList<Diagnostic> Problems, OutcomeReport? Report);

/// <summary>A suite, its map, and where the user stands.</summary>
internal sealed record OutcomeSources(LoadedSuite Loaded, OutcomeMap Map, string From)
{
    /// <summary>The folder that the map's paths are relative to.</summary>
    public string Folder => Path.Combine(Loaded.Root.Folder, Loaded.Suite.Folder);

    /// <summary>Columns to slice by, and crosses of them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Slices => Map.Slices ?? [.. Loaded.Suite.Attributes.OfType<DeclaredAttribute>().Select(a => (IReadOnlyList<string>)[a.Name])];

    /// <summary>The metrics that the map names, else those that rules name: those are in baselines, and somebody relies on them.</summary>
    public IReadOnlyList<Metric> Metrics => [.. Loaded.Suite.Metrics.Where(m => Map.Metrics?.Contains(m.Name, StringComparer.Ordinal) ?? Loaded.Suite.Gate?.Rules.Any(r => r.Metric == m.Name) ?? true)];

    /// <summary>Metrics of the map that the suite does not have.</summary>
    public IEnumerable<Diagnostic> UnknownMetrics()
    {
        var known = Loaded.Suite.Metrics.Select(m => m.Name).ToArray();
        return (Map.Metrics ?? []).Except(known, StringComparer.Ordinal)
            .Select(m => Problem(DiagnosticCodes.UnknownName, $"there is no metric '{ShownText.Of(m)}'; there are {string.Join(", ", known)}.{Nearest.Hint(m, known)}"));
    }

    /// <summary>The files that a pattern of the map means, as messages shall show them.</summary>
    public IReadOnlyList<string> Find(string pattern) => [.. FilePattern.Find(Folder, pattern).Select(f => Near.Path(From, Path.GetFullPath(f, Folder)))];

    public Diagnostic Problem(string code, string message) => Loaded.From(From, new(code, Severity.Error, message, Map.Place));
}
