using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Judges every covered slice of every metric, sharing the chance of a false alarm between the metrics.</summary>
/// <param name="metrics">The metrics, in the order written.</param>
/// <param name="gate">Levels and policies.</param>
/// <param name="known">What the baseline knows of the metrics.</param>
/// <param name="table">The paired cases.</param>
/// <param name="part">The part of the level that these comparisons may spend; 1 unless there are others.</param>
internal sealed class GateComparisons(IReadOnlyList<Metric> metrics, GateSettings gate, IReadOnlyDictionary<string, BaselineMetric> known, PairedTable table, double part)
{
    private const double SampledLevel = 0.05;
    private const double RepeatableLevel = 0.20;
    private const double ResourceWeight = 0.25;

    /// <summary>One comparison per coverage, by metric as written, then by slice.</summary>
    public IReadOnlyList<Comparison> Of(IReadOnlyList<RuleCoverage> coverages)
    {
        var byMetric = coverages.ToLookup(c => c.Rule.Metric, StringComparer.Ordinal);
        var ruled = metrics.Where(m => byMetric.Contains(m.Name)).ToArray();
        var samples = ruled.Where(m => UnknownReason(m) is null)
            .ToDictionary(m => m.Name, m => MetricSample.Of(m, table, known[m.Name].Repeatable == true), StringComparer.Ordinal);
        var weights = samples.Values.Where(s => s.Differing.Count > 0 && s.Unusable is null).Sum(s => Weight(s.Metric));
        return
        [
            .. ruled.SelectMany(metric => (UnknownReason(metric) ?? samples[metric.Name].Unusable) is { } reason
                ? byMetric[metric.Name].Select(c => Comparison.NotJudged(metric, c, reason))
                : OfMetric(samples[metric.Name], [.. byMetric[metric.Name]], weights)),
        ];
    }

    private static double Weight(Metric metric) => metric.IsQuality ? 1 : ResourceWeight;

    private string? UnknownReason(Metric metric)
    {
        if (!known.TryGetValue(metric.Name, out var before))
        {
            return "the baseline has no scores of this metric: accept a run";
        }

        return before.Fingerprint == metric.Fingerprint ? null : "the metric is defined differently since the baseline was accepted: accept a run";
    }

    private IEnumerable<Comparison> OfMetric(MetricSample sample, RuleCoverage[] coverages, double weights)
    {
        var context = ContextOf(sample, coverages, weights);
        var pairing = new SlicePairing(table, sample);
        foreach (var coverage in coverages)
        {
            if (pairing.ReasonAgainst(coverage, context.Slices.GetValueOrDefault(coverage.Slice)) is { } reason)
            {
                yield return Comparison.NotJudged(sample.Metric, coverage, reason);
            }
            else if (context.Slices.ContainsKey(coverage.Slice))
            {
                yield return coverage.Rule.Bound is MaxChange ? ChangeJudge.Judge(context, coverage) : LevelJudge.Judge(context, coverage, table);
            }
        }
    }

    /// <summary>The rules that cover overall, once more on the total reweighted to production.</summary>
    public IReadOnlyList<Comparison> Of(ProductionMix mix, IReadOnlyList<RuleCoverage> coverages)
    {
        var overall = coverages.Where(c => c.Slice.IsOverall && c.Rule.Bound is MaxChange).ToLookup(c => c.Rule.Metric, StringComparer.Ordinal);
        var samples = metrics.Where(m => overall.Contains(m.Name) && UnknownReason(m) is null)
            .Select(m => MetricSample.Of(m, table, known[m.Name].Repeatable == true)).Where(s => s.Unusable is null && s.Cases > 0).ToArray();
        var weights = samples.Where(s => s.Differing.Count > 0).Sum(s => Weight(s.Metric));
        return [.. samples.SelectMany(s => overall[s.Metric.Name].Select(c => new MixJudge(mix, ContextOf(s, [c], weights), table).Judge(c)))];
    }

    private MetricContext ContextOf(MetricSample sample, RuleCoverage[] coverages, double weights)
    {
        var slices = StatisticsBySlice.Of(sample, table, coverages.Select(c => c.Slice).ToHashSet());
        var level = gate.FalseAlarms ?? (sample.IsRepeatable ? RepeatableLevel : SampledLevel);
        var share = part * (weights == 0 ? 1 : Math.Min(1, Weight(sample.Metric) / weights));
        var family = sample.Metric.Kind == MetricKind.Duration || slices.Count == 0 ? null : MetricFamily.Of(sample, table, slices, level * share);
        return new() { Gate = gate, Sample = sample, Slices = slices, Level = level, Share = share, Family = family };
    }
}
