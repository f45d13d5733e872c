using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>The verdict of a suite in one sentence.</summary>
internal static class Headline
{
    public static string Of(SuiteVerdict verdict) => $"{verdict.Suite}: {VerdictWord.Loud(verdict)} – {Reason(verdict)}";

    private static string Reason(SuiteVerdict verdict)
    {
        if (verdict.WholeRun is { } reason)
        {
            return reason.Message;
        }

        var worst = verdict.Comparisons.Where(c => c.Verdict == verdict.Verdict).OrderBy(c => c.AdjustedPValue ?? 1).ThenBy(c => c.Difference is { } d ? -Math.Abs(d) : 0).ThenBy(c => c.Slice).ToArray();
        return verdict.Verdict switch
        {
            Verdict.Regressed => Regressed(worst),
            Verdict.NotJudged => worst is [var first, ..] ? $"{Place(first)}: {first.Reason}" : verdict.Findings is [var finding, ..] ? finding.Message : "nothing could be compared",
            Verdict.Inconclusive => $"{Moved(worst[0])}; too few cases to be sure{More(worst)}",
            Verdict.Held => $"no worse than allowed, shown on {Cases(verdict)} cases",
            _ => Clear(verdict),
        };
    }

    private static string Regressed(Comparison[] worst) => $"{Moved(worst[0])} ({Allowed(worst[0])}){More(worst)}";

    private static string Clear(SuiteVerdict verdict)
    {
        var quality = verdict.Comparisons.Where(c => c.Metric.IsQuality && c.Tolerance is not null).ToArray();
        if (quality.Length > 0 && quality.All(c => c.Gains == 0 && c.Losses == 0))
        {
            return $"identical on all {Cases(verdict)} cases";
        }

        var unseen = quality.Where(c => !c.Slice.IsOverall && c.SmallestDetectable is not null).MaxBy(c => c.SmallestDetectable);
        var limit = unseen is null ? "" : $"; a slice drop under {Figures.Amount(unseen.Metric, unseen.SmallestDetectable!.Value)} might go unseen";
        return $"nothing looks worse than chance on {Cases(verdict)} cases{limit}";
    }

    internal static string Moved(Comparison c)
    {
        if (c.Metric.Kind == MetricKind.Duration)
        {
            return $"{Place(c)} is too long: {c.Reason}";
        }

        var verb = c.Metric.Better == Direction.Higher ? "fell" : "rose";
        return $"{Place(c)} {verb} {Figures.Amount(c.Metric, Math.Abs(c.Difference ?? 0))}, from {Figures.Value(c.Metric, c.Baseline ?? 0)} to {Figures.Value(c.Metric, c.Candidate ?? 0)}";
    }

    internal static string Allowed(Comparison c) => c.Rule.Bound is LevelBound level
        ? $"{(c.Metric.Better == Direction.Higher ? "at least" : "at most")} {Figures.Value(c.Metric, (double)level.Value)}"
        : $"allowed {Figures.Amount(c.Metric, c.Tolerance ?? 0)}";

    private static string Place(Comparison c) => $"{(c.Slice.IsOverall ? "overall" : CleanText.Of(c.Slice.ToString(), 60))}: {c.Metric.Name}";

    private static string More(Comparison[] worst) => worst.Length == 1 ? "" : $", and {worst.Length - 1} more";

    private static int Cases(SuiteVerdict verdict) => verdict.Comparisons.Where(c => c.Slice.IsOverall).Select(c => c.Cases).DefaultIfEmpty(verdict.Cases).Max();
}
