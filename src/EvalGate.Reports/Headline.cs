using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>The verdict of a suite in one sentence.</summary>
internal static class Headline
{
    public static string Of(SuiteVerdict verdict) => CleanText.Of($"{verdict.Suite}: {VerdictWord.Loud(verdict)} – {Reason(verdict)}");

    public static string Reason(SuiteVerdict verdict) => verdict switch
    {
        { WholeRun: { } reason } => reason.Message,
        { IsBlockedByWaiver: true } => verdict.Findings.First(f => f.Code == DiagnosticCodes.WaiverExpired).Message,
        { Verdict: Verdict.Regressed } => Regressed(Worst(verdict)),
        { Verdict: Verdict.NotJudged } => NotJudged(verdict),
        { Verdict: Verdict.Inconclusive } => Inconclusive(Worst(verdict)),
        { Blocks: true } => NotHeld(Worst(verdict)),
        _ when verdict.Comparisons.Where(c => c.IsExcused).WorstFirst().ToArray() is [_, ..] excused => $"{Phrases.Moved(excused[0])}, {excused[0].Reason}{More(excused)}",
        { Verdict: Verdict.Held } => $"no worse than allowed, shown on {Figures.Count(Cases(verdict), "case")}",
        _ => Clear(verdict),
    };

    /// <summary>What made the verdict, worst first.</summary>
    private static Comparison[] Worst(SuiteVerdict verdict) =>
        [.. verdict.Comparisons.Where(c => c.Verdict == verdict.Verdict && (c.Blocks || !verdict.Blocks)).WorstFirst()];

    private static string Regressed(Comparison[] worst)
    {
        var first = worst[0];
        var what = first.SparedShare is not null
            ? $"{Phrases.Place(first)} is over its limit ({Phrases.Limit(first)}): {first.Reason}"
            : $"{Phrases.Moved(first)} ({Phrases.Limit(first)}){(first.Rule.Bound is MaxChange && first.Reason is { } reason ? $", {reason}" : "")}";
        return what + More(worst);
    }

    private static string NotJudged(SuiteVerdict verdict)
    {
        if (Worst(verdict) is [var first, ..] worst)
        {
            var like = worst.Count(c => c.Reason == first.Reason && c.Metric == first.Metric);
            return $"{Phrases.Place(first)}: {first.Reason}{(like < worst.Length ? $", and {worst.Length - like} more" : "")}";
        }

        return verdict switch
        {
            { Unpaired.Vanished: [_, ..] vanished } => $"{Figures.Count(vanished.Count, "case")} of the baseline {(vanished.Count == 1 ? "is" : "are")} gone from the cases file",
            _ when verdict.Findings.Count(f => f.Code == DiagnosticCodes.CasesVanished) is > 0 and var slices =>
                $"{Figures.Count(slices, "slice")} lost cases since the baseline was accepted",
            { Findings: [var finding, ..] } => finding.Message,
            _ => "nothing could be compared",
        };
    }

    private static string Inconclusive(Comparison[] worst) =>
        $"{Phrases.Moved(worst[0])} ({Phrases.Limit(worst[0])}); too few cases to be sure{(worst[0].Blocks ? ", and that blocks here" : "")}{More(worst)}";

    private static string NotHeld(Comparison[] worst) =>
        $"{Phrases.Place(worst[0])} is not proven to hold ({Phrases.Limit(worst[0])}), and its rule demands proof{More(worst)}";

    private static string Clear(SuiteVerdict verdict)
    {
        var quality = verdict.Comparisons.Where(c => c.Metric.IsQuality && c.Tolerance is not null).ToArray();
        if (quality.Length > 0 && quality.All(c => c is { Gains: 0, Losses: 0, BaselineCases: null }))
        {
            return $"identical on all {Figures.Count(Cases(verdict), "case")}";
        }

        return $"nothing looks worse than chance on {Figures.Count(Cases(verdict), "case")}{Unseen(quality)}";
    }

    /// <summary>What the slices of the first metric could have hidden, from the least to the most.</summary>
    private static string Unseen(Comparison[] quality)
    {
        var slices = quality.Where(c => !c.Slice.IsOverall && c.SmallestDetectable is not null).GroupBy(c => c.Metric).FirstOrDefault();
        if (slices is null)
        {
            return "";
        }

        var drop = slices.Key.Better == Direction.Higher ? "drop" : "rise";
        var (least, most) = (Amount(slices.Min(c => c.SmallestDetectable)), Amount(slices.Max(c => c.SmallestDetectable)));
        return least == most
            ? $"; a slice {drop} of {Phrases.Metric(slices.Key)} under {most} might go unseen"
            : $"; slice {drop}s of {Phrases.Metric(slices.Key)} under {least} to {most} might go unseen";

        string Amount(double? change) => Figures.Amount(slices.Key, change!.Value);
    }

    private static string More(Comparison[] worst) => worst.Length == 1 ? "" : $", and {worst.Length - 1} more";

    private static int Cases(SuiteVerdict verdict) => verdict.Comparisons.Where(c => c.Slice.IsOverall).Select(c => c.Cases).DefaultIfEmpty(verdict.Cases).Max();
}
