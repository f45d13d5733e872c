using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Judges what rules ask of one metric. How depends on what stands for it: a mean, a quantile, a ratio.</summary>
internal interface IMetricJudge
{
    Metric Metric { get; }

    /// <summary>What rules ask for, by slice.</summary>
    IReadOnlyList<RuleCoverage> Coverages { get; }

    /// <summary>Whether any case differs: a metric that is the same everywhere takes no share of the level.</summary>
    bool Differs { get; }

    /// <summary>Whether an unchanged candidate cannot differ.</summary>
    bool IsRepeatable { get; }

    /// <summary>One comparison per coverage, those left out that nobody asked for by name and nothing is known of.</summary>
    IEnumerable<Comparison> Judge(Stake stake);
}
