using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Judges every covered slice of every metric, sharing the chance of a false alarm between the metrics.</summary>
internal sealed class GateComparisons(Suite suite, Baseline baseline, Pairing pairing)
{
    private const double SampledLevel = 0.05;
    private const double RepeatableLevel = 0.20;
    private const double ResourceWeight = 0.25;

    private readonly GateSettings _gate = suite.Gate!;

    /// <summary>One comparison per coverage, by metric as written, then by slice.</summary>
    public IReadOnlyList<Comparison> Of(IReadOnlyList<RuleCoverage> coverages)
    {
        var byMetric = coverages.ToLookup(c => c.Rule.Metric, StringComparer.Ordinal);
        var ruled = suite.Metrics.Where(m => byMetric.Contains(m.Name)).ToArray();
        var usable = ruled.Where(m => UnusableReason(m) is null)
            .Select(m => MetricSample.Of(m, pairing, baseline.Header.Metrics[m.Name].Repeatable == true)).ToArray();
        var weights = usable.Where(s => s.DiffersAnywhere).Sum(s => Weight(s.Metric));
        var samples = usable.ToDictionary(s => s.Metric.Name, StringComparer.Ordinal);
        return
        [
            .. ruled.SelectMany(metric => samples.TryGetValue(metric.Name, out var sample)
                ? OfMetric(sample, [.. byMetric[metric.Name]], weights)
                : byMetric[metric.Name].Select(c => NotJudged(metric, c, UnusableReason(metric)!))),
        ];
    }

    private static double Weight(Metric metric) => metric.IsQuality ? 1 : ResourceWeight;

    private string? UnusableReason(Metric metric)
    {
        if (!baseline.Header.Metrics.TryGetValue(metric.Name, out var known))
        {
            return "the baseline has no scores of this metric: accept a run";
        }

        return known.Fingerprint == metric.Fingerprint
            ? null
            : "the metric is defined differently since the baseline was accepted: accept a run";
    }

    private IEnumerable<Comparison> OfMetric(MetricSample sample, RuleCoverage[] coverages, double weights)
    {
        var context = ContextOf(sample, coverages, weights);
        foreach (var coverage in coverages)
        {
            if (ReasonAgainst(context, coverage) is { } reason)
            {
                yield return NotJudged(sample.Metric, coverage, reason);
            }
            else if (context.Slices.ContainsKey(coverage.Slice))
            {
                yield return coverage.Rule.Bound is MaxChange ? ChangeJudge.Judge(context, coverage) : LevelJudge.Judge(context, coverage);
            }
        }
    }

    private MetricContext ContextOf(MetricSample sample, RuleCoverage[] coverages, double weights)
    {
        var covered = coverages.Select(c => c.Slice).ToHashSet();
        var slices = sample.Pairs.SelectMany(p => p.Slices.Where(covered.Contains).Select(s => (Slice: s, Pair: p)))
            .GroupBy(p => p.Slice, p => p.Pair)
            .ToDictionary(g => g.Key, g => new SliceSample(sample.Metric, [.. g]));
        var level = _gate.FalseAlarms ?? (sample.IsRepeatable ? RepeatableLevel : SampledLevel);
        var share = weights == 0 ? 1 : Math.Min(1, Weight(sample.Metric) / weights);
        var family = sample.Metric.Kind == MetricKind.Duration || slices.Count == 0 ? null : MetricFamily.Of(sample, slices, level * share);
        return new() { Gate = _gate, Sample = sample, Slices = slices, Level = level, Share = share, Family = family };
    }

    /// <summary>Why one slice is not judged; null when it is, or when the baseline knows none of its cases.</summary>
    private string? ReasonAgainst(MetricContext context, RuleCoverage coverage)
    {
        var slice = coverage.Slice;
        var before = slice.IsOverall ? pairing.BaselineCases : pairing.BaselineCasesBySlice.GetValueOrDefault(slice);
        if (before == 0)
        {
            return coverage.Rule.Scope is NamedSlices ? "the baseline has no case in this slice: accept a run" : null;
        }

        var pairs = context.Slices.TryGetValue(slice, out var sample) ? sample.Cases : 0;
        var oneSided = context.Sample.OneSided.GetValueOrDefault(slice);
        if (oneSided > 1 && oneSided > 0.02m * (pairs + oneSided))
        {
            return $"the metric applies on one side only for {oneSided} of {pairs + oneSided} cases";
        }

        var paired = pairing.Pairs.Count(p => p.Slices.Contains(slice)) - context.Sample.Unmeasured.GetValueOrDefault(slice);
        return paired < Pairing.LeastShare * before
            ? $"only {paired} of the baseline's {before} cases can be compared (80 % needed): accept a run"
            : null;
    }

    private static Comparison NotJudged(Metric metric, RuleCoverage coverage, string reason) => new()
    {
        Metric = metric,
        Slice = coverage.Slice,
        Rule = coverage.Rule,
        Verdict = Verdict.NotJudged,
        Blocks = true,
        Reason = reason,
        Cases = 0,
    };
}
