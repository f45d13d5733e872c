using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Commands;

/// <summary>Which session of the test program to judge.</summary>
public sealed record GateSessionRequest
{
    /// <summary>The folder with the resolved suites.</summary>
    public required string SuitesFolder { get; init; }

    /// <summary>Where the suites' files are read from.</summary>
    public required EvalRoot Root { get; init; }

    /// <summary>The folder with one folder of runs per suite.</summary>
    public required string RunsFolder { get; init; }

    /// <summary>What the program was told to call its session: an older run is never judged in place of one that was not made.</summary>
    public required string Session { get; init; }

    /// <summary>The suites to judge.</summary>
    public required IReadOnlyList<string> Suites { get; init; }

    /// <summary>Where this is: mode, shard, build server or desk.</summary>
    public required EvalEnvironment Environment { get; init; }

    /// <summary>Writes the page of a run.</summary>
    public required PageWriter Page { get; init; }
}

/// <summary>Judges the runs that one session of the test program has made, and says what each verdict does to the build.</summary>
public static class GateSessionCommand
{
    /// <summary>Judges and writes all reports beside each run.</summary>
    /// <param name="request">Which session.</param>
    /// <returns>One verdict per suite that has a gate and cases to run.</returns>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static IReadOnlyList<GatedSuite> Execute(GateSessionRequest request)
    {
        var loaded = request.Suites.Select(name => LoadedSuite.Load(GeneratedFolder.SuitePath(request.SuitesFolder, name), request.Root));
        return [.. loaded.Where(l => l.Suite.Gate is not null && l.Expected(request.Environment.Shard).Any()).Select(l => Judge(l, request))];
    }

    private static GatedSuite Judge(LoadedSuite loaded, GateSessionRequest request)
    {
        var folder = Path.Combine(request.RunsFolder, loaded.Suite.Name);
        if (RunFolder.Where(folder, header => header.Session == request.Session) is not [var run, ..])
        {
            return new(loaded.Unjudged("no run was made", "see what the test program said"), Effect.Blocks, loaded.Suite.Gate!.Place);
        }

        var result = GateCommand.Execute(loaded, run, folder);
        var effect = Enforcement.Of(result.Verdict, loaded.Suite.Gate!.Inconclusive, request.Environment);
        return new(result.Verdict, effect, loaded.Suite.Gate.Place)
        {
            ReportPath = ReportCommand.Write(JudgedRun.Of(loaded, run, result), null, request.Page),
            Note = StepSummary.Append(result.Report, request.Environment),
        };
    }
}

/// <summary>One suite's verdict and what it does.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Effect">What it does to the build.</param>
/// <param name="Gate">Where the suite's gate stands.</param>
public sealed record GatedSuite(SuiteVerdict Verdict, Effect Effect, SourcePlace Gate)
{
    /// <summary>Where the report is; null when there was no run to judge.</summary>
    public string? ReportPath { get; init; }

    /// <summary>What went wrong beside the verdict, in a sentence; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>What stops the build, each at its place; none for a verdict that does not.</summary>
    public IReadOnlyList<Diagnostic> Errors => Effect != Effect.Blocks ? []
        : Verdict.Findings.Any(f => f.Severity == Severity.Error) ? [.. Verdict.Findings.Where(f => f.Severity == Severity.Error)]
        : [new(DiagnosticCodes.NotJudged, Severity.Error, TextReport.Headline(Verdict), Gate)];

    /// <summary>What is worth knowing and stops nothing.</summary>
    public IEnumerable<Diagnostic> Remarks => Effect == Effect.Blocks ? Verdict.Findings.Where(f => f.Severity != Severity.Error) : Verdict.Findings;
}
