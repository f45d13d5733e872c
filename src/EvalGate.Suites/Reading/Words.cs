using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Suites.Reading;

/// <summary>The words that keys take, for the reader and for the schema alike.</summary>
internal static class Words
{
    public static readonly (string Word, Direction Value)[] Better = [("higher", Direction.Higher), ("lower", Direction.Lower)];

    public static readonly (string Word, decimal? Value)[] Summary = [("p50", 0.5m), ("p90", 0.9m), ("p95", 0.95m), ("p99", 0.99m)];

    public static readonly (string Word, Decision Value)[] Decide = [("evidence", Decision.Evidence), ("estimate", Decision.Estimate), ("proof", Decision.Proof)];

    public static readonly (string Word, InconclusivePolicy Value)[] Inconclusive =
        [("warn", InconclusivePolicy.Warn), ("block", InconclusivePolicy.Block), ("pass", InconclusivePolicy.Pass)];

    public static readonly (string Word, SnapshotPolicy? Value)[] SnapshotPolicies =
        [("block", SnapshotPolicy.Block), ("review", SnapshotPolicy.Review), ("off", SnapshotPolicy.Off)];

    public static readonly (string Word, SnapshotContent Value)[] Store = [("value", SnapshotContent.Value), ("facts", SnapshotContent.Facts)];

    public static readonly (string Word, TextComparison Value)[] TextComparisons =
        [("exact", TextComparison.Exact), ("loose", TextComparison.Loose), ("lines", TextComparison.Lines), ("facts", TextComparison.Facts)];

    public static readonly (string Word, bool Value)[] Layouts = [("flat", false), ("sharded", true)];
}
