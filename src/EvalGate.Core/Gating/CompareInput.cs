using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Two sets of results that are compared without a suite, a run or a committed baseline.</summary>
public sealed record CompareInput
{
    /// <summary>What the verdict is called.</summary>
    public required string Name { get; init; }

    /// <summary>What is compared.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    /// <summary>What is demanded. Its baseline is never read.</summary>
    public required GateSettings Gate { get; init; }

    /// <summary>The paired cases.</summary>
    public required PairedTable Table { get; init; }

    /// <summary>The mix of production that overall is judged by once more; null for none.</summary>
    public ProductionMix? Mix { get; init; }

    /// <summary>Cases that only one side has. Those that only the baseline has are told, and do not block.</summary>
    public Unpaired Unpaired { get; init; } = new();
}
