using EvalGate.Snapshots;

namespace EvalGate.Tool.Review;

/// <summary>What was decided so far. Nothing of it is done before the end, so that everything can be taken back.</summary>
internal sealed class ReviewDecisions
{
    private readonly Stack<IReadOnlyList<(SnapshotChange Change, Decision Decision)>> _steps = new();

    /// <summary>Changes that are approved.</summary>
    public IReadOnlyList<SnapshotChange> Accepted => Of(Decision.Accept);

    /// <summary>Changes that are rejected.</summary>
    public IReadOnlyList<SnapshotChange> Rejected => Of(Decision.Reject);

    /// <summary>Decides some changes at once.</summary>
    public void Add(Decision decision, IEnumerable<SnapshotChange> changes) => _steps.Push([.. changes.Select(c => (c, decision))]);

    /// <summary>Takes the last step back.</summary>
    /// <returns>False when there is none.</returns>
    public bool Undo() => _steps.TryPop(out _);

    /// <summary>Whether a change is decided, or skipped.</summary>
    public bool Has(SnapshotChange change) => _steps.Any(s => s.Any(d => d.Change == change));

    private SnapshotChange[] Of(Decision decision) => [.. _steps.Reverse().SelectMany(s => s).Where(d => d.Decision == decision).Select(d => d.Change)];
}

/// <summary>What is done with a change.</summary>
internal enum Decision
{
    /// <summary>It is approved.</summary>
    Accept,

    /// <summary>It is deleted; what was approved stays.</summary>
    Reject,

    /// <summary>It goes on waiting.</summary>
    Skip,
}
