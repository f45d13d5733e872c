using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Two sets of results of which only sums are known: added up where the cases are, by a database or on many machines.</summary>
public sealed record SumsInput
{
    /// <summary>What the verdict is called.</summary>
    public required string Name { get; init; }

    /// <summary>What is compared: means. Quantiles and ratios need single results.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>What is demanded. Its baseline is never read.</summary>
    public required GateSettings Gate { get; init; }

    /// <summary>The sums of each metric.</summary>
    public required IReadOnlyDictionary<string, MetricSums> Sums { get; init; }
}
