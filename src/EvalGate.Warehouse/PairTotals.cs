using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Warehouse;

/// <summary>What a log of pairs adds up to: all that judging needs of it, however many rows it has and wherever they are.</summary>
public sealed record PairTotals
{
    /// <summary>How many rows there are.</summary>
    public required long Rows { get; init; }

    /// <summary>The sums of each metric.</summary>
    public required IReadOnlyDictionary<string, MetricSums> Sums { get; init; }

    /// <summary>The quantiles that the map shows, by metric and slice: of all rows and of every value of each column, crosses excepted. None where an imported result was part of it.</summary>
    public IReadOnlyList<PairQuantile> Quantiles { get; init; } = [];

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

/// <summary>A quantile of both sides over the same rows, to within 1 %.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Slice">The slice.</param>
/// <param name="Probability">0.95 for p95.</param>
/// <param name="Baseline">The baseline's.</param>
/// <param name="Candidate">The candidate's.</param>
public sealed record PairQuantile(Metric Metric, Slice Slice, decimal Probability, double Baseline, double Candidate);
