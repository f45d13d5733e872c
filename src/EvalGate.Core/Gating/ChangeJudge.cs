using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges <c>max_drop</c> and <c>max_rise</c> on one slice.</summary>
internal static class ChangeJudge
{
    public static Comparison Judge(MetricContext context, RuleCoverage coverage)
    {
        var slice = context.Slices[coverage.Slice];
        var tolerance = coverage.Tolerance!;
        var test = context.Family![coverage.Slice];
        var verdict = VerdictOf(context, coverage, test);
        return context.Stake.Judged(Describe(context, coverage) with { Reason = ReasonOf(slice) }, verdict, test, context.Family.Method) with
        {
            IsWithinTrade = context.Stake.IsWithinTrade(context.Metric, slice.IsWorseBy),
            Tolerance = slice.InUnits(tolerance),
            SmallestDetectable = SlicePlan.SmallestDetectable(context, slice, slice.InUnits(tolerance)),
            CasesNeeded = verdict == Verdict.Held ? null : SlicePlan.CasesNeeded(context, slice, slice.InUnits(tolerance)),
            CasesToCatch = SlicePlan.CasesToCatch(context, slice, slice.InUnits(tolerance)),
        };
    }

    /// <summary>The figures that every comparison shows, still without a verdict.</summary>
    public static Comparison Describe(MetricContext context, RuleCoverage coverage)
    {
        var slice = context.Slices[coverage.Slice];
        var open = Comparison.Open(context.Metric, coverage, context.Level);
        return open with
        {
            IsWithinWaiver = context.Stake.IsWithinWaiver(open, slice.IsWorseBy),
            Cases = slice.Cases,
            Groups = slice.HasGroups ? slice.Independent : null,
            Baseline = slice.Baseline,
            Candidate = slice.Candidate,
            Difference = slice.Difference,
            Interval = Assurance.Interval(context.Metric, slice),
            Gains = slice.Gains,
            Losses = slice.Losses,
            LosingCases = slice.LosingCases,
            IsBlind = context.IsBlind(slice),
        };
    }

    /// <summary>What is worth saying of a slice that did not change.</summary>
    public static string? ReasonOf(SliceSample slice) => slice.IsIdentical ? $"identical on all {slice.Cases} cases" : null;

    private static Verdict VerdictOf(MetricContext context, RuleCoverage coverage, SliceTest test)
    {
        var slice = context.Slices[coverage.Slice];
        if (slice.IsWorseBy(coverage.Tolerance!))
        {
            return context.Stake.OfBeyond(coverage.Rule, test);
        }

        var held = !context.IsBlind(slice) && Assurance.IsHeld(context.Metric, slice, slice.InUnits(coverage.Tolerance!));
        return held ? Verdict.Held : Verdict.Clear;
    }
}
