using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges <c>at_least</c> and <c>at_most</c> on one slice.</summary>
internal static class LevelJudge
{
    /// <summary>A ceiling on durations tolerates so many slower cases: it speaks of the 95th percentile.</summary>
    private const double SlowShare = 0.05;

    public static Comparison Judge(MetricContext context, RuleCoverage coverage) =>
        context.Metric.Kind == MetricKind.Duration ? JudgeDuration(context, coverage) : JudgePaired(context, coverage);

    private static Comparison JudgePaired(MetricContext context, RuleCoverage coverage)
    {
        var slice = context.Slices[coverage.Slice];
        var level = ((LevelBound)coverage.Rule.Bound).Value;
        var test = context.Family![coverage.Slice];
        var adjusted = context.Adjusted(test.AdjustedPValue);
        var alreadyBeyond = slice.IsBeyond(level, baseline: true);
        var verdict = VerdictOf(context, slice, level, (test.PValue, adjusted));
        return ChangeJudge.Describe(context, coverage) with
        {
            Verdict = verdict,
            Blocks = Blocking.Of(coverage.Rule, context.Gate, verdict),
            PValue = test.PValue,
            AdjustedPValue = adjusted,
            Reason = alreadyBeyond ? "the baseline is already beyond this level" : slice.IsIdentical ? $"identical on all {slice.Cases} cases" : null,
        };
    }

    private static Verdict VerdictOf(MetricContext context, SliceSample slice, decimal level, (double P, double Adjusted) test)
    {
        var worse = slice.MeanDifference < 0;
        if (slice.IsBeyond(level) && worse)
        {
            return test.Adjusted <= context.Level ? Verdict.Regressed
                : MetricContext.IsProbablyWorse(test.P) ? Verdict.Inconclusive
                : Verdict.Clear;
        }

        return Assurance.IsLevelHeld(context.Metric, slice, level) ? Verdict.Held : Verdict.Clear;
    }

    private static Comparison JudgeDuration(MetricContext context, RuleCoverage coverage)
    {
        var slice = context.Slices[coverage.Slice];
        var limit = ((LevelBound)coverage.Rule.Bound).Value;
        var slow = SlowCases(context, coverage, limit);
        var p = BinomialTail.AtLeast(slow.Length, slice.Cases, SlowShare);
        var slices = context.Slices.Count;
        var adjusted = context.Adjusted(Math.Min(1, p * slices));
        var beyond = slow.Length > SlowShare * slice.Cases;
        var verdict = beyond && adjusted <= context.Level ? Verdict.Regressed
            : beyond && MetricContext.IsProbablyWorse(p) ? Verdict.Inconclusive
            : Verdict.Clear;
        return ChangeJudge.Describe(context, coverage) with
        {
            Verdict = verdict,
            Blocks = Blocking.Of(coverage.Rule, context.Gate, verdict),
            PValue = p,
            AdjustedPValue = adjusted,
            Interval = null,
            Reason = $"{slow.Length} of {slice.Cases} cases took longer, 5 % may; the change is measured elsewhere, not gated",
        };
    }

    private static MetricPair[] SlowCases(MetricContext context, RuleCoverage coverage, decimal limit)
    {
        var steps = (double)limit * context.Metric.Scale;
        return [.. context.Slices[coverage.Slice].Pairs.Where(p => -p.Candidate.Average() > steps)];
    }
}
