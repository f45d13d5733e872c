using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>The sums of one metric.</summary>
/// <param name="Denominator">How many steps of a score make one step of the metric's scale: 1, or a common multiple of all repetition counts.</param>
/// <param name="Slices">Sums over the paired cases of each slice; overall is one of them.</param>
public sealed record MetricSums(long Denominator, IReadOnlyDictionary<Slice, SliceStatistics> Slices)
{
    /// <summary>Cases to which the metric applied on one side only, by slice.</summary>
    public IReadOnlyDictionary<Slice, long> OneSided { get; init; } = new Dictionary<Slice, long>();

    /// <summary>The sums of cases that are at hand, over every slice they are in: the same that a database gives for the same rows.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="table">The paired cases.</param>
    /// <exception cref="ArgumentException">Scores are outside the metric's range, or too large to be added exactly.</exception>
    public static MetricSums Of(Metric metric, PairedTable table)
    {
        var sample = MetricSample.Of(metric, table);
        if (sample.Unusable is { } obstacle)
        {
            throw new ArgumentException(obstacle.Reason, nameof(table));
        }

        var slices = StatisticsBySlice.Of(sample, table, table.Cells.SelectMany(c => c).ToHashSet());
        return new(sample.Denominator, slices.ToDictionary(s => s.Key, s => s.Value.Sums))
        {
            OneSided = sample.OneSided.ToDictionary(s => s.Key, s => (long)s.Value),
        };
    }
}
