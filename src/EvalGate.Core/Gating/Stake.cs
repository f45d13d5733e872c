using EvalGate.Model;
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

    /// <summary>Why a rule on the plain figure blocks without proof.</summary>
    private const string ByEstimate = "by the plain figure (decide: estimate); chance alone could do this";

    public double Adjusted(double familyAdjusted) => Math.Min(1, familyAdjusted / Share);

    /// <summary>The verdict on a change, or a level, for the worse that is beyond what a rule allows.</summary>
    /// <param name="rule">Decides what it takes.</param>
    /// <param name="test">p-values, adjusted within the metric.</param>
    public Verdict OfBeyond(Rule rule, SliceTest test) =>
        Adjusted(test.AdjustedPValue) <= Level || rule.Decide == Decision.Estimate ? Verdict.Regressed
        : test.PValue <= Probably ? Verdict.Inconclusive
        : Verdict.Clear;

    /// <summary>The comparison with its verdict and the figures of its test.</summary>
    /// <param name="shown">The figures that stand beside it.</param>
    /// <param name="verdict">What was concluded.</param>
    /// <param name="test">p-values, adjusted within the metric.</param>
    /// <param name="method">How they came about.</param>
    public Comparison Judged(Comparison shown, Verdict verdict, SliceTest test, string method) => shown with
    {
        Verdict = verdict,
        Blocks = Blocking.Of(shown.Rule, Gate, verdict),
        PValue = test.PValue,
        AdjustedPValue = Adjusted(test.AdjustedPValue),
        Method = method,
        Reason = verdict == Verdict.Regressed && Adjusted(test.AdjustedPValue) > Level ? ByEstimate : shown.Reason,
    };

    /// <summary>Whether a change is within what <c>trade:</c> allows the metric.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="isWorseBy">Whether the change exceeds a tolerance.</param>
    public bool IsWithinTrade(Metric metric, Func<Tolerance, bool> isWorseBy) => Gate.Trade?.Allow.GetValueOrDefault(metric.Name) is { } price && !isWorseBy(price);

    /// <summary>Whether a change is within the ceiling of a waiver.</summary>
    /// <param name="shown">What is compared.</param>
    /// <param name="isWorseBy">Whether the change exceeds a tolerance.</param>
    public bool IsWithinWaiver(Comparison shown, Func<Tolerance, bool> isWorseBy) => Gate.Waivers.Any(w => w.Covers(shown) && !isWorseBy(w.Ceiling));
}
