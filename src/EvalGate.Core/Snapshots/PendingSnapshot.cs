namespace EvalGate.Snapshots;

/// <summary>An output that waits for approval, as a run leaves it.</summary>
public sealed record PendingSnapshot
{
    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>New, changed, stale or ambiguous.</summary>
    public required SnapshotVerdict Verdict { get; init; }

    /// <summary>Whether it fails the test of its case.</summary>
    public required SnapshotPolicy Policy { get; init; }

    /// <summary>Fingerprint of the input it answers.</summary>
    public required string InputHash { get; init; }

    /// <summary>What came out.</summary>
    public required SnapshotText Received { get; init; }

    /// <summary>Mean scores of the case in the run, by metric.</summary>
    public IReadOnlyDictionary<string, double> Scores { get; init; } = new Dictionary<string, double>();

    /// <summary>How many repetitions the case has.</summary>
    public int Results { get; init; } = 1;

    /// <summary>How many of them came out like this.</summary>
    public int Agreeing { get; init; } = 1;
}

/// <summary>What a run found out about snapshots.</summary>
/// <param name="Compared">Cases whose outputs were compared.</param>
/// <param name="Pending">Outputs that wait for approval.</param>
/// <param name="Orphans">Approved outputs of cases that are gone; none after a run of some cases only.</param>
public sealed record SnapshotCensus(int Compared, IReadOnlyList<PendingSnapshot> Pending, IReadOnlyList<string> Orphans)
{
    /// <summary>How many fail the test of their case.</summary>
    public int Blocking => Pending.Count(p => p.Policy == SnapshotPolicy.Block);

    /// <summary>Whether an output is not what was approved; one of which nothing was approved yet is merely new.</summary>
    public bool IsChanged => Pending.Any(p => p.Verdict != SnapshotVerdict.New);

    /// <summary>How many have one verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int Count(SnapshotVerdict verdict) => Pending.Count(p => p.Verdict == verdict);
}
