using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>Brings what a run elsewhere left for approval into the tree, as if the run had been here.</summary>
public static class PullSnapshotsCommand
{
    /// <summary>Pulls every pack of a place.</summary>
    /// <param name="place">Where the suites are.</param>
    /// <param name="source">A pack, a zip of artifacts, or a folder.</param>
    /// <param name="language">The language of suites.</param>
    /// <returns>What was brought, by pack.</returns>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    /// <exception cref="RunFileException">The pack that was named is damaged.</exception>
    public static PullResult Execute(SnapshotPlace place, string source, ISuiteLanguage language)
    {
        var packs = PendingArchive.Read(source);
        var suites = SnapshotSuites.Read(place, language);
        var known = suites.States.ToDictionary(s => s.Suite, StringComparer.Ordinal);
        string[] problems =
        [
            .. suites.Problems.Select(p => p.ToString()),
            .. packs.Count == 0 ? [$"{source} holds no pack of pending snapshots (TestResults/evalgate/*/SUITE/pending/*.jsonl)."] : Array.Empty<string>(),
            .. packs.Where(p => suites.Problems.Count == 0 && !known.ContainsKey(p.Header.Suite)).Select(p => $"There is no suite '{ShownText.Of(p.Header.Suite)}' with snapshots here."),
        ];
        return problems.Length > 0 ? new(problems, []) : new([], [.. packs.Select(p => Pull(known[p.Header.Suite], p, place.Results))]);
    }

    private static PulledPack Pull(SnapshotState state, PendingPack pack, string? results)
    {
        var cases = state.Loaded.Cases.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var (known, unknown) = (pack.Pending.Where(p => cases.Contains(p.CaseId)).ToArray(), pack.Pending.Where(p => !cases.Contains(p.CaseId)).Select(p => p.CaseId).ToArray());
        PendingPackWriter.Keep(Path.Combine(GateRunsCommand.ResultsOf(state.Loaded, results), PendingRuns.Pulled, state.Suite), pack with { Pending = known });
        foreach (var pending in known.Where(p => p.Received.Text.Length is > 0 and <= SnapshotText.Longest))
        {
            state.Folder.Leave(SnapshotName.Of(pending.CaseId), pending.Received);
        }

        var head = GitHead.Commit(state.Loaded.Root.Folder);
        return new(state.Suite, pack.Header.Run, known.Length, unknown, pack.Header.Commit is { } ran && head is not null && ran != head ? ran : null);
    }
}

/// <summary>What was pulled.</summary>
/// <param name="Problems">Why nothing was; none when it was.</param>
/// <param name="Packs">One per pack.</param>
public sealed record PullResult(IReadOnlyList<string> Problems, IReadOnlyList<PulledPack> Packs);

/// <summary>What one pack brought.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Run">The run it comes from.</param>
/// <param name="Brought">How many outputs wait now.</param>
/// <param name="Unknown">Ids that no case has here.</param>
/// <param name="OtherCommit">The run's commit where another one is checked out; else null.</param>
public sealed record PulledPack(string Suite, string Run, int Brought, IReadOnlyList<string> Unknown, string? OtherCommit);
