using EvalGate.Gating;

namespace EvalGate.Warehouse;

/// <summary>What is known of one metric in one cell.</summary>
/// <param name="Pairs">The sums over rows with a sound score on both sides.</param>
/// <param name="Singles">Rows with a score on one side only.</param>
/// <param name="Unsound">Rows with a score that is no number, or outside of what it can be.</param>
internal sealed record MetricCell(PairSums Pairs, long Singles, long Unsound)
{
    public MetricCell Plus(MetricCell other) => new(Pairs.Plus(other.Pairs), Singles + other.Singles, Unsound + other.Unsound);
}
