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

        var file = MapFile(loaded.Suite);
        var path = Path.Combine(loaded.Root.Folder, file);
        if (!TextFile.Exists(path))
        {
            return Refuse(loaded, folder, new Diagnostic(DiagnosticCodes.NoFiles, Severity.Error, $"there is no '{Path.GetFileName(file)}' beside the suite: it says where production's signals are and what they mean.", loaded.Suite.Place));
        }

        var reading = language.ReadOutcomes(TextFile.Read(path), file);
        return reading.Map is { } map ? Hold(new OutcomeSources(loaded, map, folder)) : Refuse(loaded, folder, [.. reading.Diagnostics]);
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

    private static string MapFile(Suite suite) => suite.Folder.Length == 0 ? $"{suite.Name}.outcomes.yaml" : $"{suite.Folder}/{suite.Name}.outcomes.yaml";

    private static OutcomesResult Refuse(LoadedSuite loaded, string folder, params Diagnostic[] problems) => new([.. problems.Select(p => loaded.From(folder, p))], null);
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
