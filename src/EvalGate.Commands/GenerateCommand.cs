using System.Text;
using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>What to generate theories from.</summary>
public sealed record GenerateRequest
{
    /// <summary>Absolute path of the project folder.</summary>
    public required string ProjectFolder { get; init; }

    /// <summary>Suites, relative to the project folder, with forward slashes.</summary>
    public required IReadOnlyList<string> Suites { get; init; }

    /// <summary>Where generated files go.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>Namespace and parallelism of the generated code.</summary>
    public required TheoryOptions Options { get; init; }
}

/// <summary>What was generated, or why it was not.</summary>
/// <param name="Diagnostics">Everything that is wrong, in all suites and cases at once.</param>
/// <param name="Written">How many files changed; 0 when all were as before.</param>
public sealed record GenerateResult(IReadOnlyList<Diagnostic> Diagnostics, int Written);

/// <summary>Turns suites into theories: checks everything, then writes what changed.</summary>
public static class GenerateCommand
{
    /// <summary>Checks suites and cases and writes <c>NAME.g.cs</c>, <c>NAME.suite.json</c> and resolved YAML cases.</summary>
    /// <param name="request">What, from where, to where.</param>
    /// <param name="language">The language of the suites.</param>
    /// <returns>With errors nothing was written.</returns>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static GenerateResult Execute(GenerateRequest request, ISuiteLanguage language)
    {
        var checks = request.Suites.Order(StringComparer.Ordinal).Select(s => Check(request, s, language)).ToArray();
        var diagnostics = checks.SelectMany(c => c.Diagnostics).Concat(SameNames(checks)).Concat(Sequential(request, checks)).ToArray();
        if (diagnostics.Any(d => d.Severity == Severity.Error))
        {
            return new(diagnostics, 0);
        }

        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var threads = checks.Sum(c => c.Suite!.Concurrency);
        foreach (var (suite, cases) in checks.Select(c => (c.Suite!, c.Cases)))
        {
            files[$"{suite.Name}.g.cs"] = language.TheorySource(suite, request.Options);
            files[$"{suite.Name}.suite.json"] = ResolvedSuiteFile.Text(suite);
            foreach (var yaml in cases.Where(c => CaseFiles.IsYaml(c.Place.File)).GroupBy(c => c.Place.File, StringComparer.Ordinal))
            {
                files[$"files/{yaml.Key}{CaseFiles.Resolved}"] = Text(yaml);
            }
        }

        if (checks.Length > 0)
        {
            files["EvalGate.Assembly.g.cs"] = language.AssemblySource(request.Options with { MaxThreads = threads });
        }

        return new(diagnostics, GeneratedFolder.Mirror(request.OutputFolder, files));
    }

    private static SuiteCheckResult Check(GenerateRequest request, string file, ISuiteLanguage language)
    {
        var reading = language.ReadSuite(TextFile.Read(Path.Combine(request.ProjectFolder, file)), file);
        if (reading.Suite is not { } suite)
        {
            return new(null, [], reading.Diagnostics);
        }

        var missing = MissingFiles(request.ProjectFolder, suite).ToArray();
        var cases = CaseFiles.ReadSources(request.ProjectFolder, suite, language);
        var broken = missing.Length > 0 || cases.Diagnostics.Any(d => d.Severity == Severity.Error);
        var checks = broken ? [] : SuiteCheck.Check(suite, cases.Cases);
        return new(suite, cases.Cases, [.. reading.Diagnostics, .. missing, .. cases.Diagnostics, .. checks]);
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

    private static IEnumerable<Diagnostic> SameNames(IReadOnlyList<SuiteCheckResult> checks) =>
        from same in checks.Where(c => c.Suite is not null).GroupBy(c => c.Suite!.Name, StringComparer.OrdinalIgnoreCase)
        from second in same.Skip(1)
        select new Diagnostic(
            DiagnosticCodes.DuplicateSuite,
            Severity.Error,
            $"suite '{second.Suite!.Name}' is there twice: the first is at {same.First().Suite!.Place}. Suite names are unique, whatever their case.",
            second.Suite.Place);

    private static IEnumerable<Diagnostic> Sequential(GenerateRequest request, IReadOnlyList<SuiteCheckResult> checks) =>
        request.Options.Parallel
            ? []
            : checks.Select(c => c.Suite).OfType<Suite>().Where(s => s.Concurrency > 1).Take(1).Select(s => new Diagnostic(
                DiagnosticCodes.NotParallel,
                Severity.Warning,
                $"the cases run one after the other: the suite asks for concurrency {s.Concurrency}, xUnit gives 1. "
                + "Set <EvalGateParallel>true</EvalGateParallel> in the project to let rows run in parallel, or 'concurrency: 1' in the suite.",
                s.Place));

    private static string Text(IEnumerable<Case> cases)
    {
        using var stream = new MemoryStream();
        CaseWriter.Write(stream, cases);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private sealed record SuiteCheckResult(Suite? Suite, IReadOnlyList<Case> Cases, IReadOnlyList<Diagnostic> Diagnostics);
}
