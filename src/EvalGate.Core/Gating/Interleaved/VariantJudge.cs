using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Judges against the other variant of an A/B session, and says so.</summary>
/// <param name="variant">The other variant.</param>
/// <param name="judge">Judges the pairs of the session.</param>
internal sealed class VariantJudge(string variant, IMetricJudge judge) : IMetricJudge
{
    public Metric Metric => judge.Metric;

    public IReadOnlyList<RuleCoverage> Coverages => judge.Coverages;

    public bool Differs => judge.Differs;

    public bool IsRepeatable => false;

    public IEnumerable<Comparison> Judge(Stake stake) => judge.Judge(stake).Select(c => c with { Variant = variant });
}
