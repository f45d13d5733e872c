using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Which runs to judge.</summary>
public sealed record GateRunsRequest
{
    /// <summary>Where suites are looked for, and what paths are relative to.</summary>
    public required string Folder { get; init; }

    /// <summary>The name of a suite, or the path of a run; null for all suites.</summary>
    public string? Target { get; init; }

    /// <summary>The folder of results, when it is not <c>TestResults/evalgate</c> of each project.</summary>
    public string? Results { get; init; }

    /// <summary>A baseline to judge against in place of the suite's own; null for that.</summary>
    public string? Baseline { get; init; }
}

/// <summary>Judges the newest run of each suite, or one that is named.</summary>
public static class GateRunsCommand
{
    private const string RunEnding = ".jsonl";
    private const string Remedy = "run the evals: dotnet test";

    /// <summary>Judges and writes <c>verdict.json</c> and <c>report.md</c> beside each run.</summary>
    /// <param name="request">Which runs.</param>
    /// <param name="language">The language of suites.</param>
    /// <returns>One verdict per suite, or why there is none.</returns>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    /// <exception cref="RunFileException">The run that was named cannot be read.</exception>
    public static GateRunsResult Execute(GateRunsRequest request, ISuiteLanguage language)
    {
        var run = request.Target is { } path && path.EndsWith(RunEnding, StringComparison.Ordinal) ? RunReader.Read(Path.GetFullPath(path, request.Folder)) : null;
        var selection = ProjectSuites.Select(request.Folder, run?.Header.Suite ?? request.Target, language);
        return new(selection.Problems, [.. selection.Suites.Select(s => Judge(With(s, request), run, request))]);
    }

    private static JudgedSuite Judge(LoadedSuite loaded, Run? run, GateRunsRequest request)
    {
        try
        {
            run ??= SuiteRuns.Newest(ResultsOf(loaded, request.Results), loaded.Suite.Name);
        }
        catch (RunFileException e)
        {
            return new(loaded.Unjudged($"the newest run cannot be read: {e.Diagnostic.Message} ({e.Diagnostic.Place})", Remedy), null);
        }

        if (run is null)
        {
            return new(loaded.Unjudged("there is no run yet", Remedy), null);
        }

        var result = GateCommand.Execute(loaded, run, Path.GetDirectoryName(run.File)!);
        return new(result.Verdict, result.ReportPath) { Judged = JudgedRun.Of(loaded, run, result) };
    }

    /// <summary>Where the runs of a suite's project are.</summary>
    internal static string ResultsOf(LoadedSuite loaded, string? results) => results ?? Path.Combine(loaded.Root.Folder, "TestResults", "evalgate");

    private static LoadedSuite With(LoadedSuite loaded, GateRunsRequest request)
    {
        if (request.Baseline is not { } file)
        {
            return loaded;
        }

        var path = Path.GetRelativePath(Path.Combine(loaded.Root.Folder, loaded.Suite.Folder), Path.GetFullPath(file, request.Folder));
        return loaded with { Suite = loaded.Suite with { Gate = loaded.Suite.Gate! with { Baseline = path } } };
    }
}

/// <summary>What came of judging.</summary>
/// <param name="Problems">What stood against it; with any, nothing was judged.</param>
/// <param name="Suites">One per suite, by file.</param>
public sealed record GateRunsResult(IReadOnlyList<Diagnostic> Problems, IReadOnlyList<JudgedSuite> Suites);

/// <summary>One suite's verdict.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="ReportPath">Where the report is; null when there was no run to judge.</param>
public sealed record JudgedSuite(SuiteVerdict Verdict, string? ReportPath)
{
    /// <summary>What the verdict was made from; null when there was no run to judge.</summary>
    public JudgedRun? Judged { get; init; }
}
