using EvalGate.Slicing;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>Which changes a command is about: those that fit everything that is said.</summary>
public sealed record ChangeFilter
{
    /// <summary>Slices, of which a change is in all.</summary>
    public IReadOnlyList<SlicePair> Slices { get; init; } = [];

    /// <summary>Kinds of edits, of which a change is one; none for any.</summary>
    public IReadOnlyList<EditKind> Kinds { get; init; } = [];

    /// <summary>Letters of groups, of which a change is in one; none for any.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Ids of cases, of which a change's is one; none for any.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];

    /// <summary>Only changes of which every quality metric is known before and after, and none fell.</summary>
    public bool OnlyNotWorse { get; init; }

    /// <summary>At least so many results, all of which came out like this; 0 for no such demand.</summary>
    public int Stability { get; init; }

    /// <summary>Whether nothing is said.</summary>
    public bool IsEmpty => this is { Slices.Count: 0, Kinds.Count: 0, Groups.Count: 0, Cases.Count: 0, OnlyNotWorse: false };

    /// <summary>The changes that fit.</summary>
    /// <param name="state">A suite's.</param>
    public IReadOnlyList<SnapshotChange> Of(SnapshotState state) =>
        [.. state.Groups.Where(g => Groups.Count == 0 || Groups.Contains(g.Letter, StringComparer.OrdinalIgnoreCase)).SelectMany(g => g.Changes).Where(Fits)];

    /// <summary>Changes that would fit, had they come out the same in enough results.</summary>
    /// <param name="state">A suite's.</param>
    public IReadOnlyList<SnapshotChange> Unstable(SnapshotState state) => Stability == 0 ? [] : [.. (this with { Stability = 0 }).Of(state).Where(c => !IsStable(c))];

    private bool Fits(SnapshotChange change) =>
        Slices.All(p => change.Slices.Any(s => s.Pairs is [var only] && only == p))
        && (Kinds.Count == 0 || Kinds.Contains(change.Kind))
        && (Cases.Count == 0 || Cases.Contains(change.Case.Id, StringComparer.Ordinal))
        && (!OnlyNotWorse || change.IsNotWorse)
        && IsStable(change);

    private bool IsStable(SnapshotChange change) => Stability == 0 || (change.Seen.Results >= Stability && change.Seen.Agreeing == change.Seen.Results);
}
