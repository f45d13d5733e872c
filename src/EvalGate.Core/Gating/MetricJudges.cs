using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Who judges which metric.</summary>
/// <param name="metrics">The metrics, in the order written.</param>
/// <param name="known">What the baseline knows of the metrics.</param>
/// <param name="table">The paired cases.</param>
internal sealed class MetricJudges(IReadOnlyList<Metric> metrics, IReadOnlyDictionary<string, BaselineMetric> known, PairedTable table)
{
    /// <summary>One judge per metric that rules ask something of, in the order written.</summary>
    /// <remarks>A change of a duration is none of theirs: against a baseline from another time it would be judged on another machine.</remarks>
    public IReadOnlyList<IMetricJudge> Of(IEnumerable<RuleCoverage> coverages)
    {
        var byMetric = coverages.ToLookup(c => c.Rule.Metric, StringComparer.Ordinal);
        return
        [
            .. from metric in metrics
               let own = byMetric[metric.Name].Where(c => !IsChangeOfDuration(metric, c.Rule)).ToArray()
               where own.Length > 0
               select Of(metric, own),
        ];
    }

    /// <summary>Whether a rule asks how a duration changed.</summary>
    public static bool IsChangeOfDuration(Metric metric, Rule rule) => metric.Kind == MetricKind.Duration && rule.Bound is MaxChange;

    private IMetricJudge Of(Metric metric, RuleCoverage[] coverages)
    {
        var sources = metric.Sources.Select(name => metrics.First(m => m.Name == name)).ToArray();
        if (sources.Select(Unknown).FirstOrDefault(o => o is not null) is { } unknown)
        {
            return new UnjudgedMetric(metric, coverages, unknown);
        }

        MetricSample[] samples = [.. sources.Select(Sample)];
        if (samples.Select(s => s.Unusable).FirstOrDefault(o => o is not null) is { } unusable)
        {
            return new UnjudgedMetric(metric, coverages, unusable);
        }

        return metric switch
        {
            { Ratio: not null } => new RatioJudge(metric, new(samples[0], samples[1], table), coverages),
            { Quantile: not null } => new QuantileJudge(samples[0], table, coverages),
            _ => new MeanJudge(samples[0], table, coverages),
        };
    }

    private MetricSample Sample(Metric metric) => MetricSample.Of(metric, table, known[metric.Name].Repeatable == true);

    private Obstacle? Unknown(Metric metric)
    {
        if (!known.TryGetValue(metric.Name, out var before))
        {
            return new("the baseline has no scores of this metric: accept a run");
        }

        return before.Fingerprint == metric.Fingerprint ? null : new("the metric is defined differently since the baseline was accepted: accept a run");
    }
}
