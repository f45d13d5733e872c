using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges by how much longer the candidate typically takes: the geometric mean of the ratios of an A/B session.</summary>
/// <remarks>A mean of logarithms, tested and bounded as every mean is, and shown in the metric's unit. Source: Fleming and Wallace 1986, CACM 29:218.</remarks>
/// <param name="metric">A duration.</param>
/// <param name="variant">The other variant.</param>
/// <param name="logarithms">The logarithms of both durations.</param>
/// <param name="table">The pairs of the session.</param>
/// <param name="coverages">Rules with relative tolerances.</param>
internal sealed class FactorJudge(Metric metric, string variant, MetricSample logarithms, PairedTable table, IReadOnlyList<RuleCoverage> coverages) : IMetricJudge
{
    /// <summary>Factors that are equal on paper differ in the last bits.</summary>
    private const double Rounding = 1e-9;

    private readonly MeanJudge _means = new(logarithms, table, [.. coverages.Select(OfLogarithm)]);

    public Metric Metric => metric;

    public IReadOnlyList<RuleCoverage> Coverages => coverages;

    public bool Differs => _means.Differs;

    public bool IsRepeatable => false;

    public IEnumerable<Comparison> Judge(Stake stake) => _means.Judge(stake).Select(c => c.Baseline is null ? c with { Metric = metric, Variant = variant } : InUnits(c, stake));

    private static RuleCoverage OfLogarithm(RuleCoverage coverage) =>
        coverage with { Tolerance = new((decimal)Math.Log(1 + (double)coverage.Tolerance!.Value), IsRelative: false) };

    private Comparison InUnits(Comparison c, Stake stake)
    {
        var before = Math.Exp(c.Baseline!.Value);
        double Change(double logarithm) => before * (Math.Exp(logarithm) - 1);
        return c with
        {
            Metric = metric,
            Variant = variant,
            Baseline = before,
            Candidate = Math.Exp(c.Candidate!.Value),
            Difference = Change(c.Difference!.Value),
            Interval = c.Interval is { } i ? new ConfidenceInterval(Change(i.Lower), Change(i.Upper), i.Confidence) : null,
            Tolerance = Change(c.Tolerance!.Value),
            SmallestDetectable = c.SmallestDetectable is { } least ? Change(least) : null,
            Method = $"geometric mean of ratios, {c.Method}",
            IsWithinTrade = stake.IsWithinTrade(metric, IsWorseBy),
            IsWithinWaiver = stake.IsWithinWaiver(c with { Metric = metric }, IsWorseBy),
        };

        bool IsWorseBy(Tolerance price) => c.Difference > Math.Log(1 + (double)price.Value) + Rounding;
    }
}
