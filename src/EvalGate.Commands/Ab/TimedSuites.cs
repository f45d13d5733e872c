using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>The suites with a rule on how a duration changed, which alone are worth an A/B session.</summary>
internal static class TimedSuites
{
    /// <summary>Finds them.</summary>
    /// <param name="request">Where to look.</param>
    /// <param name="language">The language of suites.</param>
    /// <returns>At least one, or why there is none.</returns>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static SuiteSelection Select(GateRunsRequest request, ISuiteLanguage language)
    {
        var selection = ProjectSuites.Select(request.Folder, request.Target, language);
        LoadedSuite[] timed = [.. selection.Suites.Where(s => s.Suite.ComparesDurations)];
        return selection.Problems.Count > 0 || timed.Length > 0 ? new(timed, selection.Problems) : new([], [Nothing(request.Folder)]);
    }

    /// <summary>That the tests left no run of a suite.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="against">What it was to be compared with.</param>
    public static Diagnostic WithoutRun(LoadedSuite suite, string against) => new(
        DiagnosticCodes.NotJudged, Severity.Error, $"the tests made no run of '{suite.Suite.Name}' against '{against}'. Build the project first (dotnet build), and see what 'dotnet test' says.", suite.Suite.Gate!.Place);

    private static Diagnostic Nothing(string folder) => new(
        DiagnosticCodes.MissingKey, Severity.Error, "no suite here asks how a duration changed. Add a rule such as { metric: latency_ms, max_rise: 10% }.", new(folder, 0, 0));
}
