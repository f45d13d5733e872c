using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>Snapshots that stand in the way of accepting a run, or that are approved with it.</summary>
/// <param name="State">The suite's snapshots.</param>
/// <param name="Changes">Those that fail tests.</param>
internal sealed record WaitingSnapshots(SnapshotState State, IReadOnlyList<SnapshotChange> Changes)
{
    /// <summary>Those of a suite; null when none fails a test.</summary>
    public static WaitingSnapshots? Of(LoadedSuite loaded)
    {
        if (loaded.Suite.Snapshots is null)
        {
            return null;
        }

        var state = SnapshotState.Of(loaded, GateRunsCommand.ResultsOf(loaded, null));
        return state.Blocking == 0 ? null : new(state, [.. state.Changes.Where(c => c.Policy == SnapshotPolicy.Block)]);
    }

    /// <summary>Why a run is not accepted before they are decided.</summary>
    public Refused Refusal()
    {
        var (suite, count) = (State.Suite, Changes.Count);
        return new([new(
            DiagnosticCodes.NotAcceptable,
            Severity.Error,
            $"{suite} cannot be accepted: {count} {(count == 1 ? "snapshot that blocks waits" : "snapshots that block wait")} for approval ({string.Join(", ", Changes.Take(3).Select(c => ShownText.Of(c.Case.Id)))}{(count > 3 ? ", …" : "")}). "
                + $"Decide them first: evalgate snapshots review {suite}; or approve them with the run: --with-snapshots, -p:EvalGateWithSnapshots=true.",
            State.Loaded.Suite.Snapshots!.Place)]);
    }

    /// <summary>Approves them.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="reason">Why, or null.</param>
    /// <exception cref="FilesException">A file cannot be written.</exception>
    public void Approve(string actor, string? reason) => SnapshotApproval.Execute(
        State.Folder,
        new(State.Suite, TimeProvider.System.GetUtcNow(), actor, "command", reason, [.. Changes.Select(c => c.Run).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
        [.. Changes.Select(c => new ApprovedOutput(c.Case.Id, c.InputHash, c.Received))]);
}
