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

    /// <summary>Today, for what lint warns of in the cases; null to leave lint to <c>evalgate cases lint</c>.</summary>
    public DateOnly? LintedOn { get; init; }
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
        var checks = request.Suites.Order(StringComparer.Ordinal).Select(s => CheckedSuite.Read(request.ProjectFolder, s, language)).ToArray();
        var diagnostics = checks.SelectMany(c => c.Diagnostics).Concat(CheckedSuite.SameNames(checks)).Concat(CheckedSuite.StrayWaivers(checks)).Concat(Sequential(request, checks)).Distinct().ToArray();
        if (diagnostics.Any(d => d.Severity == Severity.Error))
        {
            return new(diagnostics, 0);
        }

        Diagnostic[] lint = request.LintedOn is { } today ? [.. checks.SelectMany(c => Lint(c, today))] : [];
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

        return new([.. diagnostics, .. lint], GeneratedFolder.Mirror(request.OutputFolder, files));
    }

    /// <summary>Warnings; notes would be noise in a build.</summary>
    private static IEnumerable<Diagnostic> Lint(CheckedSuite check, DateOnly today) =>
        DatasetLint.Check(new() { Suite = check.Suite!, Cases = check.Cases, Today = today }).Where(d => d.Severity == Severity.Warning);

    private static IEnumerable<Diagnostic> Sequential(GenerateRequest request, IReadOnlyList<CheckedSuite> checks) =>
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
}
