using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>The run of an A/B session, made from the runs of both sides.</summary>
internal static class InterleavedRun
{
    /// <summary>Where the baseline's runs go.</summary>
    public static string BaselineIn(string temporary) => Path.Combine(temporary, "baseline");

    /// <summary>Where the candidate's runs go.</summary>
    public static string CandidateIn(string temporary) => Path.Combine(temporary, "candidate");

    /// <summary>Whether both sides left a run of a suite.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="temporary">Where both sides' runs are.</param>
    public static bool HasBegun(LoadedSuite suite, string temporary) =>
        new[] { CandidateIn(temporary), BaselineIn(temporary) }.All(side => SuiteRuns.Folders(side, suite.Suite.Name).Any(Directory.Exists));

    /// <summary>Writes the run of a suite where its other runs are.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="results">The folder of results, when it is not that of the project.</param>
    /// <param name="side">What people call the baseline.</param>
    /// <param name="temporary">Where both sides' runs are.</param>
    /// <returns>False when a side made no run, or one that was cut off.</returns>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static bool Write(LoadedSuite suite, string? results, string side, string temporary)
    {
        var name = suite.Suite.Name;
        IReadOnlyList<Run> candidate = SuiteRuns.All(CandidateIn(temporary), name), baseline = SuiteRuns.All(BaselineIn(temporary), name);
        if (candidate.Count == 0 || baseline.Count == 0 || candidate.Any(r => r.End is null))
        {
            return false;
        }

        var run = Pair(ShardSet.Merge(candidate), [.. baseline.SelectMany(r => r.Records)], side);
        var framework = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(candidate[0].File)))!;
        RunFile.Write(Path.Combine(GateRunsCommand.ResultsOf(suite, results), framework, name, $"{run.Header.RunId}.jsonl"), run);
        return true;
    }

    /// <summary>The candidate's run with what the baseline's code took for the same case and repetition.</summary>
    /// <param name="candidate">The candidate's run.</param>
    /// <param name="baseline">The baseline's results.</param>
    /// <param name="side">What people call the baseline.</param>
    public static Run Pair(Run candidate, IReadOnlyList<RunRecord> baseline, string side)
    {
        var calls = baseline.DistinctBy(r => (r.CaseId, r.Hash, r.Repetition)).ToDictionary(r => (r.CaseId, r.Hash, r.Repetition), Call);
        return candidate with
        {
            Header = candidate.Header with { Variant = side },
            Records = [.. candidate.Records.Select(r => r with { Reference = calls.GetValueOrDefault((r.CaseId, r.Hash, r.Repetition)) })],
        };
    }

    // It is other code without looking at any switch. How an answer is scored is no matter of how long it took.
    private static ReferenceCall Call(RunRecord record) => new(
        record.DurationMs,
        SawVariant: true,
        record.IsReplayed
            ? new(ErrorKind.Infrastructure, "answered from a recording, which says nothing of durations: run with EVALGATE_RECORDINGS=live")
            : record.Errors.FirstOrDefault(e => e.Metric is null));
}
