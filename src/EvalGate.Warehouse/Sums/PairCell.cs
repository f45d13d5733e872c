namespace EvalGate.Warehouse;

/// <summary>All that is known of the rows of one slice, or of one bucket of a slice.</summary>
/// <param name="Rows">How many rows there are.</param>
/// <param name="Metrics">One per metric of the map.</param>
internal sealed record PairCell(long Rows, IReadOnlyList<MetricCell> Metrics)
{
    /// <summary>The same of more rows.</summary>
    public PairCell Plus(PairCell other) => new(Rows + other.Rows, [.. Metrics.Zip(other.Metrics, (a, b) => a.Plus(b))]);
}
