using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Judges the mean of a metric of which only sums are known: counts as exactly as single cases would, scores by Student's t.</summary>
internal sealed class SumJudge(Metric metric, MetricSums sums, IReadOnlyList<RuleCoverage> coverages) : IMetricJudge
{
    private readonly SliceStatistics _overall = sums.Slices.GetValueOrDefault(Slice.Overall) ?? new();

    /// <summary>Judges a metric by its sums, or says why it cannot.</summary>
    public static IMetricJudge Of(Metric metric, MetricSums sums, IReadOnlyList<RuleCoverage> coverages) => metric is { Quantile: null, Ratio: null, Kind: not MetricKind.Duration }
        ? new SumJudge(metric, sums, coverages)
        : new UnjudgedMetric(metric, coverages, new("it needs single results, and only sums are known"));

    public Metric Metric => metric;

    public IReadOnlyList<RuleCoverage> Coverages => coverages;

    public bool Differs => _overall.Gains + _overall.Losses > 0;

    public bool IsRepeatable => false;

    public IEnumerable<Comparison> Judge(Stake stake)
    {
        var measured = new MeasuredMetric(metric, sums.Denominator, sums.Denominator > 1, _overall.Cases, _overall.Gains + _overall.Losses);
        var slices = coverages.Select(c => c.Slice).Distinct().Where(s => sums.Slices.GetValueOrDefault(s)?.Cases > 0).ToDictionary(s => s, s => new SliceSample(measured, sums.Slices[s], []));
        var context = new MetricContext { Stake = stake, Measured = measured, Slices = slices, Family = slices.Count == 0 ? null : MetricFamily.OfSums(slices, stake.Level * stake.Share) };
        foreach (var coverage in coverages)
        {
            var cases = sums.Slices.GetValueOrDefault(coverage.Slice)?.Cases ?? 0;
            if (SlicePairing.OneSided(sums.OneSided.GetValueOrDefault(coverage.Slice), cases) is { } obstacle)
            {
                yield return Comparison.NotJudged(metric, coverage, obstacle);
            }
            else if (cases > 0)
            {
                yield return coverage.Rule.Bound is MaxChange ? ChangeJudge.Judge(context, coverage) : LevelJudge.Judge(context, coverage);
            }
            else if (coverage.IsNamed)
            {
                yield return Comparison.NotJudged(metric, coverage, new("no paired case is known here, so nothing was measured"));
            }
        }
    }
}
