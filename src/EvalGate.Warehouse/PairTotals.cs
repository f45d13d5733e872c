using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>What a log of pairs adds up to: all that judging needs of it, however many rows it has and wherever they are.</summary>
public sealed record PairTotals
{
    /// <summary>How many rows there are.</summary>
    public required long Rows { get; init; }

    /// <summary>The sums of each metric.</summary>
    public required IReadOnlyDictionary<string, MetricSums> Sums { get; init; }

    /// <summary>The verdict on the sums.</summary>
    /// <param name="map">The map they were made by.</param>
    /// <param name="gate">What is demanded.</param>
    public SuiteVerdict Judge(PairMap map, GateSettings gate) =>
        Gating.Judge.CompareSums(new() { Name = map.Name, Metrics = [.. map.Metrics.Select(m => m.Metric)], Gate = gate, Sums = Sums });
}

/// <summary>What was read, or why nothing may be judged.</summary>
/// <param name="Totals">The sums; null if and only if there are problems.</param>
/// <param name="Problems">What is wrong with the log or the map.</param>
public sealed record PairReading(PairTotals? Totals, IReadOnlyList<Diagnostic> Problems);
