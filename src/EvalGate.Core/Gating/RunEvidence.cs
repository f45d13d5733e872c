using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>What pooled runs of a candidate say together, by a measure that stays valid however often somebody runs again.</summary>
internal static class RunEvidence
{
    /// <summary>The comparisons with the e-value of all runs, where they are about pass/fail without groups.</summary>
    /// <param name="comparisons">With the baseline, the candidate pooled.</param>
    /// <param name="pairings">The pairing of each run alone, oldest first.</param>
    public static IReadOnlyList<Comparison> Of(IReadOnlyList<Comparison> comparisons, IReadOnlyList<Pairing> pairings)
    {
        if (pairings.Count < 2)
        {
            return comparisons;
        }

        var metrics = comparisons.Select(c => c.Metric).Where(m => m.Kind == MetricKind.Binary).Distinct().ToArray();
        var slices = comparisons.Select(c => c.Slice).ToHashSet();
        var runs = pairings.Select(p => BySlice(p.Table(metrics), metrics, slices)).ToArray();
        return [.. comparisons.Select(c => runs.All(r => r.ContainsKey((c.Metric.Name, c.Slice)))
            ? c with { EValue = EValue.OfRuns([.. runs.Select(r => r[(c.Metric.Name, c.Slice)])]) }
            : c)];
    }

    private static Dictionary<(string Metric, Slice Slice), double> BySlice(PairedTable table, IEnumerable<Metric> metrics, IReadOnlySet<Slice> slices) => (
        from metric in metrics
        let sample = MetricSample.Of(metric, table)
        where sample.Unusable is null
        from slice in StatisticsBySlice.Of(sample, table, slices)
        where !slice.Value.HasGroups
        select (Key: (metric.Name, slice.Key), Value: EValue.Worse(slice.Value.Gains, slice.Value.Losses))).ToDictionary(e => e.Key, e => e.Value);
}
