using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Suites.Reading;

/// <summary>The words that keys take, for the reader and for the schema alike.</summary>
internal static class Words
{
    public static readonly (string Word, Direction Value)[] Better = [("higher", Direction.Higher), ("lower", Direction.Lower)];

    public static readonly (string Word, decimal? Value)[] Summary = [("p50", 0.5m), ("p90", 0.9m), ("p95", 0.95m), ("p99", 0.99m)];

    public static readonly (string Word, Decision Value)[] Decide = [("evidence", Decision.Evidence), ("estimate", Decision.Estimate), ("proof", Decision.Proof)];

    public static readonly (string Word, InconclusivePolicy Value)[] Inconclusive =
        [("warn", InconclusivePolicy.Warn), ("block", InconclusivePolicy.Block), ("pass", InconclusivePolicy.Pass)];
}
