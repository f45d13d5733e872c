using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges a metric by a quantile over the paired cases, such as p95.</summary>
/// <remarks>
/// "Rose" is tested by what exceeds the quantile of both arms together: a limit that stays when the arms of a case are exchanged, so that flipping
/// them is exact (Mood 1950, paired). A level is judged by <see cref="CeilingJudge"/>.
/// </remarks>
internal sealed class QuantileJudge(MetricSample sample, PairedTable table, IReadOnlyList<RuleCoverage> coverages) : IMetricJudge
{
    public Metric Metric => sample.Metric;

    public IReadOnlyList<RuleCoverage> Coverages => coverages;

    public bool Differs => sample.Differing.Count > 0;

    public bool IsRepeatable => sample.IsRepeatable;

    public IEnumerable<Comparison> Judge(Stake stake)
    {
        var slices = SlicesOf([.. coverages.Select(c => c.Slice).Distinct()]);
        var family = FamilyOf(slices, stake);
        var ceiling = new CeilingJudge(sample, table, stake, slices.Count);
        return new SlicePairing(table, sample).Judge(this, s => slices.GetValueOrDefault(s)?.Cases ?? 0, coverage =>
        {
            var slice = slices[coverage.Slice];
            return coverage.Rule.Bound is LevelBound ? ceiling.Judge(Describe(slice, coverage, stake), coverage)
                : IsLargeEnough(slice) ? Change(slice, coverage, stake, family)
                : TooSmall(slice, coverage, stake);
        });
    }

    private bool IsLargeEnough(QuantileSlice slice) => slice.Cases >= QuantileSlice.LeastCases(Metric);

    private Dictionary<Slice, QuantileSlice> SlicesOf(IReadOnlyList<Slice> covered)
    {
        var cases = sample.Pairs().Select(p => (p.Row, Case: CaseOf(p.Row))).ToArray();
        return covered.Select(s => (Slice: s, IsInSlice: table.RowsOf(s))).Select(s => (s.Slice, Cases: cases.Where(c => s.IsInSlice(c.Row)).ToArray()))
            .Where(s => s.Cases.Length > 0).ToDictionary(s => s.Slice, s => new QuantileSlice(Metric, table, s.Cases));
    }

    private QuantileCase CaseOf(int row)
    {
        var (before, now) = sample.Results(row);
        return new([.. before.Select(v => (double)-v)], [.. now.Select(v => (double)-v)]);
    }

    private MetricFamily FamilyOf(Dictionary<Slice, QuantileSlice> slices, Stake stake)
    {
        var order = coverages.Where(c => c.Rule.Bound is MaxChange).Select(c => c.Slice).Distinct()
            .Where(s => slices.TryGetValue(s, out var slice) && IsLargeEnough(slice)).ToArray();
        var units = PermutationUnits.Of(table, order.SelectMany((s, i) => slices[s].Evidence(i)));
        return MetricFamily.Of(order, units, stake.Level * stake.Share, s => slices[s].Hypothesis());
    }

    private Comparison Describe(QuantileSlice slice, RuleCoverage coverage, Stake stake) => Comparison.Open(Metric, coverage, stake.Level) with
    {
        Cases = slice.Cases,
        Groups = slice.Groups,
        Baseline = slice.Baseline,
        Candidate = slice.Candidate,
        Difference = slice.Candidate - slice.Baseline,
        Interval = slice.Interval,
        Gains = slice.Moved.Gains,
        Losses = slice.Moved.Losses,
        LosingCases = slice.LosingCases,
    };

    private Comparison Change(QuantileSlice slice, RuleCoverage coverage, Stake stake, MetricFamily family)
    {
        var (test, tolerance) = (family[coverage.Slice], coverage.Tolerance!);
        var verdict = slice.IsWorseBy(tolerance) ? stake.OfBeyond(coverage.Rule, test) : Verdict.Clear;
        var shown = Describe(slice, coverage, stake);
        return stake.Judged(shown, verdict, test, $"pooled limit, {family.Method}") with
        {
            Tolerance = slice.InUnits(tolerance),
            IsWithinTrade = stake.IsWithinTrade(Metric, slice.IsWorseBy),
            IsWithinWaiver = stake.IsWithinWaiver(shown, slice.IsWorseBy),
        };
    }

    /// <summary>A slice that nobody asked for by name is too small to be red, as slices are under other metrics.</summary>
    private Comparison TooSmall(QuantileSlice slice, RuleCoverage coverage, Stake stake)
    {
        var least = QuantileSlice.LeastCases(Metric);
        return coverage.IsNamed
            ? Comparison.NotJudged(Metric, coverage, new($"n < {least}: a change of {Metric.Summary} takes {least} cases, here are {slice.Cases}", "add cases, or bound the level (at_most) instead of the change"))
            : Describe(slice, coverage, stake) with { IsBlind = true, Tolerance = slice.InUnits(coverage.Tolerance!) };
    }
}
