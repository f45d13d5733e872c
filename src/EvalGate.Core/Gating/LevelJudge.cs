using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges <c>at_least</c> and <c>at_most</c> of a mean on one slice.</summary>
internal static class LevelJudge
{
    public static Comparison Judge(MetricContext context, RuleCoverage coverage)
    {
        var slice = context.Slices[coverage.Slice];
        var level = ((LevelBound)coverage.Rule.Bound).Value;
        var test = context.Family![coverage.Slice];
        var adjusted = context.Adjusted(test.AdjustedPValue);
        var verdict = VerdictOf(context, coverage, test);
        return ChangeJudge.Describe(context, coverage) with
        {
            Verdict = verdict,
            Blocks = Blocking.Of(coverage.Rule, context.Gate, verdict),
            PValue = test.PValue,
            AdjustedPValue = adjusted,
            Method = context.Family.Method,
            Reason = ReasonOf(coverage.Rule, slice, level, verdict, adjusted <= context.Level),
        };
    }

    private static Verdict VerdictOf(MetricContext context, RuleCoverage coverage, SliceTest test)
    {
        var slice = context.Slices[coverage.Slice];
        var level = ((LevelBound)coverage.Rule.Bound).Value;
        if (slice.IsBeyond(level) && (slice.MeanDifference < 0 || coverage.Rule.Decide == Decision.Estimate))
        {
            return context.Stake.OfBeyond(coverage.Rule, test);
        }

        return Assurance.IsLevelHeld(context.Metric, slice, level) ? Verdict.Held : Verdict.Clear;
    }

    private static string? ReasonOf(Rule rule, SliceSample slice, decimal level, Verdict verdict, bool proven)
    {
        if (verdict == Verdict.Regressed && rule.Decide == Decision.Estimate && !proven)
        {
            return ChangeJudge.ByEstimate;
        }

        return slice.WasBeyond(level) ? "the baseline is already beyond this level"
            : slice.IsIdentical ? $"identical on all {slice.Cases} cases"
            : null;
    }
}
