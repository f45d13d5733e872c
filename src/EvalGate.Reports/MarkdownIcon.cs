using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>Signs before words, so that what matters is found at a glance; none stands without its word.</summary>
internal static class MarkdownIcon
{
    public static string Of(SuiteVerdict verdict) => verdict switch
    {
        { Blocks: true, Verdict: Verdict.NotJudged } => "⛔",
        { Blocks: true } => "❌",
        { Verdict: Verdict.Inconclusive or Verdict.NotJudged } => "⚠️",
        _ => "✅",
    };

    public static string Of(SuiteVerdict verdict, Comparison c) => c switch
    {
        { Blocks: true, Verdict: Verdict.NotJudged } => "⛔",
        { Blocks: true } => "❌",
        { IsExcused: true } or { Verdict: Verdict.Inconclusive or Verdict.NotJudged } => "⚠️",
        _ when IsImproved(verdict, c) || c.Verdict == Verdict.Held => "✅",
        _ => "➖",
    };

    /// <summary>Whether a metric is proven better on a slice.</summary>
    public static bool IsImproved(SuiteVerdict verdict, Comparison c) =>
        c is { IsAnchored: false, Weighting: null } && verdict.Standings.Any(s => s.Slice == c.Slice && s.Better.Contains(c.Metric.Name));
}
