using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Which eval sets to lint.</summary>
public sealed record LintRequest
{
    /// <summary>Where suites are looked for; paths in diagnostics are relative to <see cref="From"/>.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the user stands.</summary>
    public required string From { get; init; }

    /// <summary>The name of a suite; null for all.</summary>
    public string? Suite { get; init; }

    /// <summary>The folder of results, when it is not <c>TestResults/evalgate</c> of each project.</summary>
    public string? Results { get; init; }

    /// <summary>Today.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Where lint draws its lines.</summary>
    public LintSettings Settings { get; init; } = new();
}

/// <summary>Finds what is wrong with eval sets that can be read.</summary>
public static class LintCommand
{
    /// <summary>Checks eval sets, with the last runs at hand.</summary>
    /// <param name="request">Which.</param>
    /// <param name="language">The language of suites.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static LintResult Execute(LintRequest request, ISuiteLanguage language)
    {
        var selection = ProjectSuites.Select(request.Folder, request.Suite, language, SuitePart.Any);
        return new(selection.Problems, [.. selection.Suites.SelectMany(s => Of(s, request))], selection.Suites.Sum(s => s.Cases.Count(c => c.Status == CaseStatus.Active)));
    }

    private static IEnumerable<Diagnostic> Of(LoadedSuite loaded, LintRequest request)
    {
        var findings = DatasetLint.Check(new()
        {
            Suite = loaded.Suite,
            Cases = loaded.Cases,
            Today = request.Today,
            Runs = [.. SuiteRuns.All(GateRunsCommand.ResultsOf(loaded, request.Results), loaded.Suite.Name).Take(request.Settings.LastRuns)],
            Settings = request.Settings,
        });
        return findings.Select(d => loaded.From(request.From, d));
    }
}

/// <summary>What lint found.</summary>
/// <param name="Problems">Why nothing could be checked.</param>
/// <param name="Findings">Warnings and notes, by suite and line.</param>
/// <param name="Cases">How many active cases were looked at.</param>
public sealed record LintResult(IReadOnlyList<Diagnostic> Problems, IReadOnlyList<Diagnostic> Findings, int Cases);
