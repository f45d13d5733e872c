using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges <c>at_least</c> and <c>at_most</c> on one slice.</summary>
internal static class LevelJudge
{
    /// <summary>A ceiling on durations tolerates so many slower cases: it speaks of the 95th percentile.</summary>
    private const double SlowShare = 0.05;

    public static Comparison Judge(MetricContext context, RuleCoverage coverage, PairedTable table) =>
        context.Metric.Kind == MetricKind.Duration ? JudgeDuration(context, coverage, table) : JudgePaired(context, coverage);

    private static Comparison JudgePaired(MetricContext context, RuleCoverage coverage)
    {
        var slice = context.Slices[coverage.Slice];
        var level = ((LevelBound)coverage.Rule.Bound).Value;
        var test = context.Family![coverage.Slice];
        var adjusted = context.Adjusted(test.AdjustedPValue);
        var verdict = VerdictOf(context, coverage, (test.PValue, adjusted));
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

    private static Verdict VerdictOf(MetricContext context, RuleCoverage coverage, (double P, double Adjusted) test)
    {
        var slice = context.Slices[coverage.Slice];
        var level = ((LevelBound)coverage.Rule.Bound).Value;
        if (slice.IsBeyond(level) && coverage.Rule.Decide == Decision.Estimate)
        {
            return Verdict.Regressed;
        }

        if (slice.IsBeyond(level) && slice.MeanDifference < 0)
        {
            return test.Adjusted <= context.Level ? Verdict.Regressed
                : MetricContext.IsProbablyWorse(test.P) ? Verdict.Inconclusive
                : Verdict.Clear;
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

    private static Comparison JudgeDuration(MetricContext context, RuleCoverage coverage, PairedTable table)
    {
        var cases = context.Slices[coverage.Slice].Cases;
        var slow = SlowCases(context, coverage, table);
        var p = BinomialTail.AtLeast(slow, cases, SlowShare);
        var adjusted = context.Adjusted(Math.Min(1, p * context.Slices.Count));
        var beyond = slow > SlowShare * cases;
        var verdict = beyond && (adjusted <= context.Level || coverage.Rule.Decide == Decision.Estimate) ? Verdict.Regressed
            : beyond && MetricContext.IsProbablyWorse(p) ? Verdict.Inconclusive
            : Verdict.Clear;
        return ChangeJudge.Describe(context, coverage) with
        {
            Verdict = verdict,
            Blocks = Blocking.Of(coverage.Rule, context.Gate, verdict),
            PValue = p,
            AdjustedPValue = adjusted,
            Method = "exact binomial, Bonferroni over slices",
            Interval = null,
            Reason = $"{slow} of {cases} cases took longer, 5 % may",
        };
    }

    private static int SlowCases(MetricContext context, RuleCoverage coverage, PairedTable table)
    {
        var limit = ((LevelBound)coverage.Rule.Bound).Value * context.Metric.Scale * context.Sample.Denominator;
        return table.CountBySlice(context.Sample.Pairs().Where(p => -p.Candidate > limit).Select(p => p.Row)).GetValueOrDefault(coverage.Slice);
    }
}
