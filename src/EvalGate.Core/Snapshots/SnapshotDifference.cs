namespace EvalGate.Snapshots;

/// <summary>One place in which an output is not what was approved.</summary>
/// <param name="Path">The place, as suites write paths: <c>output.sources.0</c>.</param>
/// <param name="Before">What was approved; null where there was nothing.</param>
/// <param name="After">What came out; null where there is nothing.</param>
/// <param name="Policy">What the change does.</param>
public sealed record SnapshotDifference(string Path, string? Before, string? After, SnapshotPolicy Policy)
{
    /// <summary>Whether both sides are texts.</summary>
    public bool IsText { get; init; }
}
