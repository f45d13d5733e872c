using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Judges a metric by its mean over the paired cases.</summary>
internal sealed class MeanJudge(MetricSample sample, PairedTable table, IReadOnlyList<RuleCoverage> coverages) : IMetricJudge
{
    public Metric Metric => sample.Metric;

    public IReadOnlyList<RuleCoverage> Coverages => coverages;

    public bool Differs => sample.Differing.Count > 0;

    public bool IsRepeatable => sample.IsRepeatable;

    public bool HasCases => sample.Cases > 0;

    public IEnumerable<Comparison> Judge(Stake stake)
    {
        var context = ContextOf(stake);
        var ceiling = new CeilingJudge(sample, table, stake, context.Slices.Count);
        return new SlicePairing(table, sample).Judge(this, s => context.Slices.GetValueOrDefault(s)?.Cases ?? 0, coverage => coverage.Rule.Bound switch
        {
            MaxChange => ChangeJudge.Judge(context, coverage),
            _ when Metric.Kind == MetricKind.Duration => ceiling.Judge(ChangeJudge.Describe(context, coverage), coverage),
            _ => LevelJudge.Judge(context, coverage),
        });
    }

    /// <summary>The overall rules, once more on the total reweighted to production.</summary>
    public IEnumerable<Comparison> Judge(ProductionMix mix, Stake stake) => coverages.Select(new MixJudge(mix, ContextOf(stake), sample, table).Judge);

    private MetricContext ContextOf(Stake stake)
    {
        var slices = StatisticsBySlice.Of(sample, table, coverages.Select(c => c.Slice).ToHashSet());
        var family = Metric.Kind == MetricKind.Duration || slices.Count == 0 ? null : MetricFamily.Of(sample, table, slices, stake.Level * stake.Share);
        return new() { Stake = stake, Measured = sample.Measured, Slices = slices, Family = family };
    }
}
