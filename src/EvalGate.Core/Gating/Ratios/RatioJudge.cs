using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges a ratio of two metrics, such as the cost per solved case.</summary>
internal sealed class RatioJudge(Metric metric, RatioSample sample, IReadOnlyList<RuleCoverage> coverages) : IMetricJudge
{
    public Metric Metric => metric;

    public IReadOnlyList<RuleCoverage> Coverages => coverages;

    public bool Differs => sample.Differs;

    public bool IsRepeatable => sample.IsRepeatable;

    public IEnumerable<Comparison> Judge(Stake stake)
    {
        var covered = coverages.Select(c => c.Slice).Distinct().ToArray();
        var slices = covered.ToDictionary(s => s, SliceOf);
        var order = covered.Where(s => slices[s].EmptyArm is null).ToArray();
        var units = PermutationUnits.Of(sample.Table, order.SelectMany((s, i) => slices[s].Evidence(i)));
        var family = MetricFamily.Of(order, units, stake.Level * stake.Share, s => slices[s].Hypothesis());
        return new SlicePairing(sample.Table, sample.OneSided, sample.Unmeasured)
            .Judge(this, s => slices.GetValueOrDefault(s)?.Cases ?? 0, coverage => Judge(slices[coverage.Slice], coverage, stake, family));
    }

    private RatioSlice SliceOf(Slice slice)
    {
        var isInSlice = sample.Table.RowsOf(slice);
        return new(metric, sample.Table, [.. sample.Rows.Where(r => isInSlice(r.Row))]);
    }

    private Comparison Judge(RatioSlice slice, RuleCoverage coverage, Stake stake, MetricFamily family)
    {
        if (slice.EmptyArm is { } arm)
        {
            return Comparison.NotJudged(metric, coverage, new(
                $"'{metric.Ratio!.Per}' adds up to 0 in the {arm}, so there is nothing to divide by",
                arm == "candidate" ? $"mend '{metric.Ratio.Per}'" : null));
        }

        var test = family[coverage.Slice];
        var shown = Describe(slice, coverage, stake) with { Reason = coverage.Rule.Bound is LevelBound level && slice.WasBeyond(level.Value) ? LevelJudge.WasBeyond : null };
        var isBeyond = coverage.Rule.Bound is LevelBound bound
            ? slice.IsBeyond(bound.Value) && (slice.Gain < 0 || coverage.Rule.Decide == Decision.Estimate)
            : slice.IsWorseBy(coverage.Tolerance!);
        var verdict = isBeyond ? stake.OfBeyond(coverage.Rule, test) : Verdict.Clear;
        return stake.Judged(shown, verdict, test, $"linearised, {family.Method}") with
        {
            Tolerance = coverage.Tolerance is { } tolerance ? slice.InUnits(tolerance) : null,
            IsWithinTrade = coverage.Tolerance is not null && stake.IsWithinTrade(metric, slice.IsWorseBy),
            IsWithinWaiver = stake.IsWithinWaiver(shown, slice.IsWorseBy),
        };
    }

    private Comparison Describe(RatioSlice slice, RuleCoverage coverage, Stake stake)
    {
        var (gains, losses, losing) = slice.Moved();
        return Comparison.Open(metric, coverage, stake.Level) with
        {
            Cases = slice.Cases,
            Groups = slice.Groups,
            Baseline = slice.Baseline,
            Candidate = slice.Candidate,
            Difference = slice.Candidate - slice.Baseline,
            Interval = slice.Interval,
            Gains = gains,
            Losses = losses,
            LosingCases = losing,
        };
    }
}
