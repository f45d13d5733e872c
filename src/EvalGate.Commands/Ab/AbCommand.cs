using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Which durations to compare.</summary>
public sealed record AbRequest
{
    /// <summary>Which suites, and where.</summary>
    public required GateRunsRequest Suites { get; init; }

    /// <summary>The variant of the subject that stands for the baseline.</summary>
    public required string Variant { get; init; }
}

/// <summary>Lets two variants of the subject answer every case in turn, and judges what came of it.</summary>
public static class AbCommand
{
    /// <summary>Runs the tests of the suites' projects once, as an A/B session, and judges the runs.</summary>
    /// <param name="request">Which suites, and the variant.</param>
    /// <param name="language">The language of suites.</param>
    /// <param name="run">Runs the tests of the project in a folder, recording only, with <c>EVALGATE_AB</c> set to the variant.</param>
    /// <returns>One verdict per suite with a gate, or why nothing was run or nothing came of it.</returns>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static GateRunsResult Execute(AbRequest request, ISuiteLanguage language, Action<string, string> run)
    {
        var timed = TimedSuites.Select(request.Suites, language);
        Diagnostic[] problems = [.. timed.Problems, .. WrongVariant(request)];
        if (problems.Length > 0)
        {
            return new(problems, []);
        }

        foreach (var project in timed.Suites.Select(s => s.Root.Folder).Distinct(StringComparer.Ordinal))
        {
            run(project, request.Variant);
        }

        problems = [.. timed.Suites.Where(s => !HasSession(s, request)).Select(s => TimedSuites.WithoutRun(s, request.Variant))];
        return problems.Length > 0 ? new(problems, []) : GateRunsCommand.Execute(request.Suites, language);
    }

    private static IEnumerable<Diagnostic> WrongVariant(AbRequest request) =>
        EvalEnvironment.Read(name => name == "EVALGATE_AB" ? request.Variant : null, null).Problems
            .Select(p => new Diagnostic(DiagnosticCodes.WrongValue, Severity.Error, p, new(request.Suites.Folder, 0, 0)));

    private static bool HasSession(LoadedSuite suite, AbRequest request) =>
        SuiteRuns.Newest(GateRunsCommand.ResultsOf(suite, request.Suites.Results), suite.Suite.Name)?.Header.Variant == request.Variant;
}
