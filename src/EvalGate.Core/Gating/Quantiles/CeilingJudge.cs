using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges <c>at_most</c> where it speaks of single cases: no more than a share of them may lie above, 5 % for p95 and for durations.</summary>
/// <param name="sample">The metric's results.</param>
/// <param name="table">The paired cases.</param>
/// <param name="stake">What may be risked.</param>
/// <param name="slices">How many slices are looked at.</param>
internal sealed class CeilingJudge(MetricSample sample, PairedTable table, Stake stake, int slices)
{
    private const decimal UsualShare = 0.05m;

    private readonly Metric _metric = sample.Metric;
    private readonly decimal _share = 1 - sample.Metric.Quantile ?? UsualShare;

    /// <summary>The comparison with its verdict.</summary>
    /// <param name="shown">The figures that stand beside it.</param>
    /// <param name="coverage">A rule with a level.</param>
    public Comparison Judge(Comparison shown, RuleCoverage coverage)
    {
        var above = SharesAbove(coverage);
        var (sum, cases) = (above.Sum(c => c.Share), above.Length);
        var p = PValue(above, (long)Math.Floor(sum * (1 + 1e-12)));
        var test = new SliceTest(p, Math.Min(1, p * slices));
        var verdict = sum > (double)_share * cases * (1 + 1e-12) ? stake.OfBeyond(coverage.Rule, test) : Verdict.Clear;
        return stake.Judged(shown, verdict, test, $"{(table.Groups.Count > 0 ? "cluster-robust t" : "exact binomial")}, Bonferroni over slices") with
        {
            SparedShare = _share,
            Interval = null,
            Reason = $"{Figures.Fixed(sum, sum % 1 == 0 ? 0 : 1)} of {cases} cases {(_metric.Kind == MetricKind.Duration ? "took longer" : "are above it")}, {Quantity.Text(100 * _share)} % may",
        };
    }

    /// <summary>Of each case in the slice, the share of the candidate's results that is above the level.</summary>
    private (int Row, double Share)[] SharesAbove(RuleCoverage coverage)
    {
        // Less is better, and results are oriented.
        var limit = -((LevelBound)coverage.Rule.Bound).Value * _metric.Scale;
        var isInSlice = table.RowsOf(coverage.Slice);
        return [.. sample.Pairs().Select(p => p.Row).Where(row => isInSlice(row))
            .Select(row => (row, sample.Results(row).Candidate)).Select(r => (r.row, r.Candidate.Count(x => x < limit) / (double)r.Candidate.Length))];
    }

    private double PValue((int Row, double Share)[] above, long cases)
    {
        if (table.Groups.Count == 0)
        {
            return BinomialTail.AtLeast(cases, above.Length, (double)_share);
        }

        return ClusterRobustMean.Of(UnitKeys.Sums(table, above)).PValueAbove((double)_share);
    }
}
