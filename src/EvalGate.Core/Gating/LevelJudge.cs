using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges <c>at_least</c> and <c>at_most</c> of a mean on one slice.</summary>
internal static class LevelJudge
{
    /// <summary>What is said of a level that the baseline does not keep.</summary>
    public const string WasBeyond = "the baseline is already beyond this level";

    public static Comparison Judge(MetricContext context, RuleCoverage coverage)
    {
        var slice = context.Slices[coverage.Slice];
        var level = ((LevelBound)coverage.Rule.Bound).Value;
        var test = context.Family![coverage.Slice];
        var shown = ChangeJudge.Describe(context, coverage) with { Reason = slice.WasBeyond(level) ? WasBeyond : ChangeJudge.ReasonOf(slice) };
        return context.Stake.Judged(shown, VerdictOf(context, coverage, test), test, context.Family.Method);
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
}
