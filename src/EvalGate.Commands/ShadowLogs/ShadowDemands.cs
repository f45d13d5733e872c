using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.ShadowLogs;

namespace EvalGate.Commands;

/// <summary>What is demanded of pairs: by the suite where it says something, by options, else the usual.</summary>
/// <param name="Metrics">What is compared answer by answer.</param>
/// <param name="Paired">What is demanded of it.</param>
/// <param name="Agreement">What is demanded of agreement.</param>
/// <param name="Problems">Demands that fit no metric.</param>
internal sealed record ShadowDemands(IReadOnlyList<Metric> Metrics, IReadOnlyList<Rule> Paired, IReadOnlyList<Rule> Agreement, IReadOnlyList<Diagnostic> Problems)
{
    public static ShadowDemands Of(ShadowCompareRequest request, Suite? suite, ShadowMetrics all, IReadOnlyList<PairMetric> measured)
    {
        var ofSuite = all.RulesOf(suite).Where(r => measured.Any(m => m.Metric.Name == r.Metric) && !request.Bounds.Any(b => b.Metric == r.Metric)).ToArray();
        PairMetric[] asked = [new(PairMetric.Agreement, PairMetric.AgreementAllowed, (_, _) => null), .. measured.Where(m => ofSuite.All(r => r.Metric != m.Metric.Name))];
        ComparedBound[] bounds =
        [
            .. request.Bounds,
            .. asked.Where(m => !request.Bounds.Any(b => b.Metric == m.Metric.Name)).Select(m => new ComparedBound(BoundText.Fitting("max_drop", m.Metric), m.Metric.Name, m.Allowed)),
        ];
        var rules = ComparedRules.Of(new() { Folder = "", Baseline = "", Candidate = "", Metrics = [], Bounds = bounds }, [.. asked.Select(m => m.Metric)]);
        return new(
            [.. measured.Select(m => m.Metric)],
            [.. ofSuite, .. rules.Rules.Where(r => r.Metric != PairMetric.Agrees)],
            [.. rules.Rules.Where(r => r.Metric == PairMetric.Agrees)],
            rules.Problems);
    }
}
