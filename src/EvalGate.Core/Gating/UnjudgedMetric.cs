using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>A metric that nothing can be said of.</summary>
internal sealed record UnjudgedMetric(Metric Metric, IReadOnlyList<RuleCoverage> Coverages, Obstacle Obstacle) : IMetricJudge
{
    public bool Differs => false;

    public bool IsRepeatable => false;

    public IEnumerable<Comparison> Judge(Stake stake) => Coverages.Select(c => Comparison.NotJudged(Metric, c, Obstacle));
}
