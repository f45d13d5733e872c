using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges <c>max_drop</c> and <c>max_rise</c> on one slice.</summary>
internal static class ChangeJudge
{
    /// <summary>Why a rule on the plain figure blocks without proof.</summary>
    public const string ByEstimate = "by the plain figure (decide: estimate); chance alone could do this";

    public static Comparison Judge(MetricContext context, RuleCoverage coverage)
    {
        var slice = context.Slices[coverage.Slice];
        var tolerance = coverage.Tolerance!;
        var test = context.Family![coverage.Slice];
        var adjusted = context.Adjusted(test.AdjustedPValue);
        var beyond = slice.IsWorseBy(tolerance);
        var verdict = VerdictOf(context, coverage, test, beyond);
        return Describe(context, coverage) with
        {
            Verdict = verdict,
            Blocks = Blocking.Of(coverage.Rule, context.Gate, verdict),
            PValue = test.PValue,
            AdjustedPValue = adjusted,
            Method = context.Family.Method,
            IsWithinTrade = context.Gate.Trade?.Allow.GetValueOrDefault(context.Metric.Name) is { } price && !slice.IsWorseBy(price),
            Tolerance = slice.InUnits(tolerance),
            Reason = ReasonOf(coverage.Rule, slice, verdict, adjusted <= context.Level),
            SmallestDetectable = SlicePlan.SmallestDetectable(context, slice, slice.InUnits(tolerance)),
            CasesNeeded = verdict == Verdict.Held ? null : SlicePlan.CasesNeeded(context, slice, slice.InUnits(tolerance)),
            CasesToCatch = SlicePlan.CasesToCatch(context, slice, slice.InUnits(tolerance)),
        };
    }

    /// <summary>The figures that every comparison shows, still without a verdict.</summary>
    public static Comparison Describe(MetricContext context, RuleCoverage coverage)
    {
        var slice = context.Slices[coverage.Slice];
        return new()
        {
            Metric = context.Metric,
            Slice = coverage.Slice,
            Rule = coverage.Rule,
            Verdict = Verdict.Clear,
            Blocks = false,
            Cases = slice.Cases,
            Groups = slice.HasGroups ? slice.Independent : null,
            Baseline = slice.Cases == 0 ? null : slice.Baseline,
            Candidate = slice.Cases == 0 ? null : slice.Candidate,
            Difference = slice.Cases == 0 ? null : slice.Difference,
            Interval = Assurance.Interval(context.Metric, slice),
            Level = context.Level,
            Gains = slice.Gains,
            Losses = slice.Losses,
            LosingCases = slice.LosingCases,
            IsBlind = context.IsBlind(slice),
        };
    }

    private static Verdict VerdictOf(MetricContext context, RuleCoverage coverage, SliceTest test, bool beyond)
    {
        var slice = context.Slices[coverage.Slice];
        if (beyond)
        {
            return context.Stake.OfBeyond(coverage.Rule, test);
        }

        var held = !context.IsBlind(slice) && Assurance.IsHeld(context.Metric, slice, slice.InUnits(coverage.Tolerance!));
        return held ? Verdict.Held : Verdict.Clear;
    }

    private static string? ReasonOf(Rule rule, SliceSample slice, Verdict verdict, bool proven) => verdict switch
    {
        Verdict.Regressed when rule.Decide == Decision.Estimate && !proven => ByEstimate,
        _ when slice.IsIdentical => $"identical on all {slice.Cases} cases",
        _ => null,
    };
}
