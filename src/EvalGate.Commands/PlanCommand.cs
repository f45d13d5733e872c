using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>What to plan.</summary>
public sealed record PlanRequest
{
    /// <summary>Where suites are looked for.</summary>
    public required string Folder { get; init; }

    /// <summary>The name of a suite; null for all.</summary>
    public string? Suite { get; init; }

    /// <summary>The folder of results, when it is not <c>TestResults/evalgate</c> of each project.</summary>
    public string? Results { get; init; }
}

/// <summary>Says what the gates of suites can see with the cases they have, and what it takes to see more.</summary>
public static class PlanCommand
{
    private const int Measurements = 2;

    /// <summary>Plans from what was measured already.</summary>
    /// <param name="request">Which suites.</param>
    /// <param name="language">The language of suites.</param>
    /// <returns>One plan per suite, or what stands against planning any.</returns>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static PlanResult Execute(PlanRequest request, ISuiteLanguage language)
    {
        var selection = ProjectSuites.Select(request.Folder, request.Suite, language);
        var unusable = selection.Suites.Select(Baseline).OfType<BaselineUnusable>().Select(b => b.Diagnostic);
        Diagnostic[] problems = [.. selection.Problems, .. unusable];
        return new(problems, problems.Length > 0 ? [] : [.. selection.Suites.Select(s => Plan(s, request))]);
    }

    /// <summary>Runs the tests of the suites' projects twice, unchanged, so that there is noise to plan from. It calls what the evals call, and costs what they cost.</summary>
    /// <param name="request">Which suites.</param>
    /// <param name="language">The language of suites.</param>
    /// <param name="run">Runs the tests of the project in a folder, recording only.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static void Measure(PlanRequest request, ISuiteLanguage language, Action<string> run)
    {
        foreach (var project in ProjectSuites.Select(request.Folder, request.Suite, language).Suites.Select(s => s.Root.Folder).Distinct(StringComparer.Ordinal))
        {
            for (var i = 0; i < Measurements; i++)
            {
                run(project);
            }
        }
    }

    private static SuitePlan Plan(LoadedSuite loaded, PlanRequest request) => Planner.Plan(new()
    {
        Suite = loaded.Suite,
        Cases = loaded.Cases,
        Baseline = (Baseline(loaded) as BaselineFound)?.Baseline,
        Runs = SuiteRuns.All(GateRunsCommand.ResultsOf(loaded, request.Results), loaded.Suite.Name),
    });

    private static BaselineReading Baseline(LoadedSuite loaded) => BaselineFile.Read(Path.Combine(loaded.Root.Folder, loaded.BaselinePath!), loaded.Suite.Name);
}

/// <summary>What came of planning.</summary>
/// <param name="Problems">What stood against it; with any, nothing was planned.</param>
/// <param name="Plans">One per suite, by file.</param>
public sealed record PlanResult(IReadOnlyList<Diagnostic> Problems, IReadOnlyList<SuitePlan> Plans);
