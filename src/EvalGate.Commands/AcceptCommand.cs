using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Makes the runs of one suite its baseline.</summary>
public static class AcceptCommand
{
    /// <summary>Pools runs, writes the baseline and says what was accepted; or refuses and says why.</summary>
    /// <param name="loaded">The suite with its cases and a gate.</param>
    /// <param name="runs">The runs to pool: all of the same commit and stack, at least one.</param>
    /// <param name="acceptedBy">Who accepts.</param>
    /// <param name="reason">Why, or null.</param>
    /// <param name="withSnapshots">Approves snapshots that block, too; otherwise they stand in the way.</param>
    /// <returns>What happened; a refused acceptance leaves the old baseline as it was.</returns>
    /// <exception cref="FilesException">The baseline cannot be written.</exception>
    public static AcceptResult Execute(LoadedSuite loaded, IReadOnlyList<Run> runs, string acceptedBy, string? reason, bool withSnapshots = false)
    {
        var result = Prepare(loaded, runs, acceptedBy, reason, withSnapshots);
        Write(result);
        return result;
    }

    /// <summary>Does everything but write: for a host that asks first.</summary>
    /// <param name="loaded">The suite with its cases and a gate.</param>
    /// <param name="runs">The runs to pool: all of the same commit and stack, at least one.</param>
    /// <param name="acceptedBy">Who accepts.</param>
    /// <param name="reason">Why, or null.</param>
    /// <param name="withSnapshots">Approves snapshots that block, too; otherwise they stand in the way.</param>
    public static AcceptResult Prepare(LoadedSuite loaded, IReadOnlyList<Run> runs, string acceptedBy, string? reason, bool withSnapshots = false)
    {
        var path = Path.Combine(loaded.Root.Folder, loaded.BaselinePath!);
        var acceptance = Acceptance.Of(new()
        {
            Suite = loaded.Suite,
            Cases = loaded.Cases,
            Runs = runs,
            Components = loaded.Components(),
            AcceptedBy = acceptedBy,
            Reason = reason,
        });
        var waiting = acceptance is Accepted ? WaitingSnapshots.Of(loaded) : null;
        if (waiting is not null && !withSnapshots)
        {
            return new(waiting.Refusal(), path, null);
        }

        var against = acceptance is Accepted && BaselineFile.Read(path) is BaselineFound before
            ? Judge.Decide(new() { Suite = loaded.Suite, Cases = loaded.Cases, Run = runs[^1], Today = loaded.Today, Baseline = before.Baseline })
            : null;
        return new(acceptance, path, against) { Snapshots = waiting };
    }

    /// <summary>Writes the baseline that was prepared, and approves snapshots with it; nothing for a refusal.</summary>
    /// <param name="result">What was prepared.</param>
    /// <exception cref="FilesException">The baseline cannot be written.</exception>
    public static void Write(AcceptResult result)
    {
        if (result.Acceptance is Accepted accepted)
        {
            result.Snapshots?.Approve(accepted.Baseline.Header.AcceptedBy, accepted.Baseline.Header.Reason);
            BaselineFile.Write(result.BaselinePath, accepted.Baseline);
        }
    }
}

/// <summary>What became of an acceptance.</summary>
/// <param name="Acceptance">Accepted or refused.</param>
/// <param name="BaselinePath">The baseline's path.</param>
/// <param name="AgainstOld">The verdict of the newest run against the baseline that was replaced; null without one.</param>
public sealed record AcceptResult(Acceptance Acceptance, string BaselinePath, SuiteVerdict? AgainstOld)
{
    /// <summary>How many snapshots are approved with it.</summary>
    public int ApprovedSnapshots => Snapshots?.Changes.Count ?? 0;

    /// <summary>Snapshots that are approved with it; null when none are.</summary>
    internal WaitingSnapshots? Snapshots { get; init; }
}
