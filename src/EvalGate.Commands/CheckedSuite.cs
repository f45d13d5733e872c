using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Outcomes;

namespace EvalGate.Commands;

/// <summary>A suite as it is written, with its cases and everything that is wrong with either.</summary>
public sealed record CheckedSuite
{
    /// <summary>The file of accepted regressions, beside suites.</summary>
    public const string WaiversFile = "waivers.yaml";

    /// <summary>The folder of its project.</summary>
    public required string ProjectFolder { get; init; }

    /// <summary>The suite; null when it could not be read.</summary>
    public Suite? Suite { get; init; }

    /// <summary>All its cases, retired ones included, in file order.</summary>
    public IReadOnlyList<Case> Cases { get; init; } = [];

    /// <summary>What is wrong with the suite or its cases, each read by itself; places are relative to the project folder.</summary>
    public required IReadOnlyList<Diagnostic> Faults { get; init; }

    /// <summary>Where suite and cases do not fit together: what an edit of the cases may mend.</summary>
    public IReadOnlyList<Diagnostic> Gaps { get; init; } = [];

    /// <summary>All problems.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => [.. Faults, .. Gaps];

    /// <summary>The suites that the waivers beside it are about, and where they are named.</summary>
    internal IReadOnlyList<(string Name, SourcePlace Place)> Waived { get; init; } = [];

    /// <summary>Whether it may not run.</summary>
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>All problems, with paths as short as they read from a folder.</summary>
    /// <param name="folder">Where the reader stands.</param>
    public IEnumerable<Diagnostic> DiagnosticsFrom(string folder) =>
        Diagnostics.Select(d => d with { Place = d.Place with { File = Near.Path(folder, Path.Combine(ProjectFolder, d.Place.File)) } });

    /// <summary>Reads and checks a suite with its cases.</summary>
    /// <param name="projectFolder">The project's folder.</param>
    /// <param name="file">The suite, relative to it, with forward slashes.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static CheckedSuite Read(string projectFolder, string file, ISuiteLanguage language)
    {
        var reading = language.ReadSuite(TextFile.Read(Path.Combine(projectFolder, file)), file);
        if (reading.Suite is not { } written)
        {
            return new() { ProjectFolder = projectFolder, Faults = reading.Diagnostics };
        }

        var mix = MixOf(projectFolder, written, language);
        var (suite, faults) = JudgeFiles.Load(projectFolder, written with { Mix = written.Mix ?? mix.Mix });
        var waived = WaiversOf(projectFolder, suite, language);
        var outcomes = OutcomesOf(projectFolder, suite, language);
        suite = suite with { Outcomes = outcomes.Map };
        suite = suite.Gate is null ? suite : suite with { Gate = suite.Gate with { Waivers = waived.Waivers } };
        Diagnostic[] missing = [.. MissingFiles(projectFolder, suite), .. mix.Diagnostics, .. faults, .. waived.Diagnostics, .. outcomes.Diagnostics];
        var cases = CaseFiles.ReadSources(projectFolder, suite, language);
        var broken = missing.Length > 0 || cases.Diagnostics.Any(d => d.Severity == Severity.Error);
        IReadOnlyList<Diagnostic> checks = broken ? [] : [.. SuiteCheck.Check(suite, cases.Cases), .. JudgeFiles.StrayLabels(suite, cases.Cases)];
        return new() { ProjectFolder = projectFolder, Suite = suite, Cases = cases.Cases, Waived = waived.Suites, Faults = [.. reading.Diagnostics, .. missing, .. cases.Diagnostics], Gaps = checks };
    }

    /// <summary>Waivers of suites that are not there.</summary>
    /// <param name="suites">All suites of a project.</param>
    public static IEnumerable<Diagnostic> StrayWaivers(IReadOnlyList<CheckedSuite> suites)
    {
        string[] names = [.. suites.Select(s => s.Suite?.Name).OfType<string>()];
        return from waived in suites.SelectMany(s => s.Waived).Distinct()
               where suites.All(s => s.Suite is not null) && !names.Contains(waived.Name, StringComparer.Ordinal)
               select new Diagnostic(
                   DiagnosticCodes.UnknownName,
                   Severity.Error,
                   $"there is no suite '{ShownText.Of(waived.Name)}' to waive anything of; there are {string.Join(", ", names)}.{Nearest.Hint(waived.Name, names)}",
                   waived.Place);
    }

    /// <summary>Suites that share a name with an earlier one.</summary>
    /// <param name="suites">All suites.</param>
    public static IEnumerable<Diagnostic> SameNames(IEnumerable<CheckedSuite> suites) =>
        from same in suites.Where(c => c.Suite is not null).GroupBy(c => c.Suite!.Name, StringComparer.OrdinalIgnoreCase)
        from second in same.Skip(1)
        select new Diagnostic(
            DiagnosticCodes.DuplicateSuite,
            Severity.Error,
            $"suite '{second.Suite!.Name}' is there twice: the first is at {same.First().Suite!.Place}. Suite names are unique, whatever their case.",
            second.Suite.Place);

    private static MixReading MixOf(string folder, Suite suite, ISuiteLanguage language)
    {
        if (suite.MixFile is not { } file)
        {
            return new(null, []);
        }

        var path = suite.PathOf(file.Name);
        return TextFile.Exists(Path.Combine(folder, path))
            ? language.ReadMix(TextFile.Read(Path.Combine(folder, path)), path, [.. suite.Attributes.Select(a => a.Name)])
            : new(null, [new(DiagnosticCodes.NoFiles, Severity.Error, $"'weights: {file.Name}' is not there. The file stands beside the suite.", file.Place)]);
    }

    private static WaiversReading WaiversOf(string folder, Suite suite, ISuiteLanguage language)
    {
        var path = suite.PathOf(WaiversFile);
        return TextFile.Exists(Path.Combine(folder, path)) ? language.ReadWaivers(TextFile.Read(Path.Combine(folder, path)), path, suite) : new([], [], []);
    }

    private static OutcomeReading OutcomesOf(string folder, Suite suite, ISuiteLanguage language)
    {
        var path = OutcomeMap.PathOf(suite);
        return TextFile.Exists(Path.Combine(folder, path)) ? language.ReadOutcomes(TextFile.Read(Path.Combine(folder, path)), path) : new(null, []);
    }

    private static IEnumerable<Diagnostic> MissingFiles(string folder, Suite suite)
    {
        foreach (var pattern in CaseFiles.Patterns(suite).Where(p => Glob.Find(folder, [p]).Count == 0))
        {
            yield return new(DiagnosticCodes.NoFiles, Severity.Error, $"'cases: {pattern}' matches no file. Paths are relative to the suite's folder.", suite.Place);
        }

        foreach (var component in suite.Components)
        {
            foreach (var pattern in component.Files.Where(p => Glob.Find(folder, [p]).Count == 0))
            {
                yield return new(DiagnosticCodes.NoFiles, Severity.Error, $"component '{component.Name}': '{pattern}' matches no file. Paths are relative to the project folder.", component.Place);
            }
        }
    }
}
