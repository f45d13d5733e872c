using EvalGate.Snapshots;

namespace EvalGate;

/// <summary>Where approved outputs are kept. EvalGate's own keeps files in Verify's conventions; register another one to plug in another library.</summary>
/// <remarks>Called from several threads at once, for one case from one thread at a time. EvalGate names and judges; a backend reads, writes and deletes.</remarks>
public interface ISnapshotBackend
{
    /// <summary>Compares an output with the approved one, and leaves it for approval where it is none.</summary>
    /// <param name="request">The output, where it belongs, and who judges.</param>
    /// <param name="cancellationToken">Cancelled when the run stops.</param>
    /// <returns>What <see cref="SnapshotRequest.Judge"/> concluded.</returns>
    ValueTask<SnapshotComparison> VerifyAsync(SnapshotRequest request, CancellationToken cancellationToken);
}

/// <summary>One output to be compared with the approved one.</summary>
public sealed record SnapshotRequest
{
    /// <summary>The folder of the suite's snapshots; need not exist.</summary>
    public required string Folder { get; init; }

    /// <summary>The name of the case's files without endings: safe on every disk, unique in the folder.</summary>
    public required string Name { get; init; }

    /// <summary>What came out.</summary>
    public required SnapshotText Received { get; init; }

    /// <summary>Fingerprint of the case's input: what was approved for another one is stale.</summary>
    public required string InputHash { get; init; }

    /// <summary>Says whether the output stands as approved.</summary>
    public required SnapshotJudge Judge { get; init; }

    /// <summary>False where nothing may be written or deleted: in CI, and while repetitions are only looked at.</summary>
    public required bool MayWrite { get; init; }
}
