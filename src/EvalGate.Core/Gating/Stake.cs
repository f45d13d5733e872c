using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>What the judgement of one metric may risk.</summary>
/// <param name="Gate">Policies.</param>
/// <param name="Level">Chance of a false alarm for all slices of this metric together.</param>
/// <param name="Share">This metric's share of <paramref name="Level"/>: its weight over the weights of all metrics that differ.</param>
internal sealed record Stake(GateSettings Gate, double Level, double Share)
{
    /// <summary>The unadjusted p up to which a drop beyond the tolerance reads as "probably worse".</summary>
    private const double Probably = 0.10;

    public static bool IsProbablyWorse(double pValue) => pValue <= Probably;

    public double Adjusted(double familyAdjusted) => Math.Min(1, familyAdjusted / Share);

    /// <summary>The verdict on a change, or a level, for the worse that is beyond what a rule allows.</summary>
    /// <param name="rule">Decides what it takes.</param>
    /// <param name="test">p-values, adjusted within the metric.</param>
    public Verdict OfBeyond(Rule rule, SliceTest test) =>
        Adjusted(test.AdjustedPValue) <= Level || rule.Decide == Decision.Estimate ? Verdict.Regressed
        : IsProbablyWorse(test.PValue) ? Verdict.Inconclusive
        : Verdict.Clear;
}
