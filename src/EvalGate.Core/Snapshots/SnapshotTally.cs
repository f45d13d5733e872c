using EvalGate.Model;

namespace EvalGate.Snapshots;

/// <summary>How many outputs wait for approval: what a report says of snapshots, without their texts.</summary>
public sealed record SnapshotTally
{
    /// <summary>Cases whose outputs were compared.</summary>
    public required int Compared { get; init; }

    /// <summary>Outputs that wait for approval.</summary>
    public required int Pending { get; init; }

    /// <summary>How many of them fail the test of their case.</summary>
    public required int Blocking { get; init; }

    /// <summary>How many have each verdict, those of <see cref="Verdicts"/> only.</summary>
    public required IReadOnlyDictionary<SnapshotVerdict, int> Counts { get; init; }

    /// <summary>Approved outputs of cases that are gone.</summary>
    public required IReadOnlyList<string> Orphans { get; init; }

    /// <summary>Fingerprint of all that waits: cases, inputs and texts.</summary>
    public required string Digest { get; init; }

    /// <summary>The verdicts of what waits.</summary>
    public static IReadOnlyList<SnapshotVerdict> Verdicts { get; } = [SnapshotVerdict.Changed, SnapshotVerdict.Ambiguous, SnapshotVerdict.New, SnapshotVerdict.Stale];

    /// <summary>Counts a census.</summary>
    /// <param name="census">What a run found.</param>
    public static SnapshotTally Of(SnapshotCensus census) => new()
    {
        Compared = census.Compared,
        Pending = census.Pending.Count,
        Blocking = census.Blocking,
        Counts = Verdicts.ToDictionary(v => v, census.Count),
        Orphans = census.Orphans,
        Digest = ContentHash.Of(string.Join('\n', census.Pending.Select(p => $"{ContentHash.Of(p.CaseId)} {p.InputHash} {p.Received.Hash}").Order(StringComparer.Ordinal))),
    };
}
