using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>What a reader should know beside the table, a sentence each, the most important first.</summary>
internal static class Notes
{
    private const int NamedCases = 6;

    public static IEnumerable<string> Of(SuiteVerdict verdict) =>
    [
        .. Masked(verdict),
        .. Worst(verdict).Take(3).Select(Lost),
        .. verdict.Comparisons.Where(c => c.Verdict == Verdict.NotJudged).Take(3).Select(c => $"Not judged: {Name(c)}: {c.Reason}."),
        .. verdict.Findings.Where(f => f.Code == DiagnosticCodes.CasesVanished).Select(f => CleanText.Of(f.Message)),
        .. Blind(verdict),
        .. Unpaired(verdict.Unpaired),
        .. Stack(verdict),
        .. verdict.Levels.Select(Level),
    ];

    /// <summary>Averages hide slices: say it when one did.</summary>
    private static IEnumerable<string> Masked(SuiteVerdict verdict) =>
        from slice in verdict.Comparisons.Where(c => c is { Verdict: Verdict.Regressed, Slice.IsOverall: false, Metric.IsQuality: true }).OrderBy(c => c.AdjustedPValue ?? 1).Take(1)
        from overall in verdict.Comparisons.Where(c => c.Slice.IsOverall && c.Metric == slice.Metric && c.Rule.Bound is MaxChange)
        where overall.Difference is { } difference && difference * (overall.Metric.Better == Direction.Higher ? 1 : -1) > 0
        select $"The average hides it: overall, {overall.Metric.Name} got better by {Figures.Amount(overall.Metric, Math.Abs(overall.Difference!.Value))}.";

    /// <summary>Regressions with their lost cases; where there are none, what is probably worse.</summary>
    private static IEnumerable<Comparison> Worst(SuiteVerdict verdict)
    {
        var losing = verdict.Comparisons.Where(c => c.Losses > 0).OrderBy(c => c.AdjustedPValue ?? 1).ThenBy(c => c.Slice).ToLookup(c => c.Verdict);
        return losing[Verdict.Regressed].Any() ? losing[Verdict.Regressed] : losing[Verdict.Inconclusive];
    }

    private static string Lost(Comparison c)
    {
        var more = c.Losses > NamedCases ? $" and {c.Losses - NamedCases} more" : "";
        return $"Lost in {Name(c)} ({c.Losses} of {c.Cases}, {c.Gains} gained; adjusted p {Figures.PValue(c.AdjustedPValue ?? 1)}): "
            + $"{string.Join(", ", c.LosingCases.Take(NamedCases).Select(id => CleanText.Of(id, 40)))}{more}.";
    }

    private static IEnumerable<string> Blind(SuiteVerdict verdict)
    {
        var blind = verdict.Comparisons.Where(c => c.IsBlind && c.Rule.Bound is MaxChange && c.Verdict < Verdict.NotJudged)
            .Select(c => CleanText.Of(c.Slice.ToString(), 30)).Distinct(StringComparer.Ordinal).ToArray();
        if (blind.Length > 0)
        {
            var more = blind.Length > 4 ? ", …" : "";
            yield return $"Too small to ever be red: {blind.Length} {(blind.Length == 1 ? "slice" : "slices")} ({string.Join("; ", blind.Take(4))}{more}).";
        }
    }

    private static IEnumerable<string> Unpaired(Unpaired unpaired)
    {
        (IReadOnlyList<string> Ids, string What)[] kinds =
        [
            (unpaired.Added, "new, judged after the next accept"),
            (unpaired.Changed, "changed since the baseline, not compared"),
            (unpaired.Retired, "retired"),
        ];
        return kinds.Where(k => k.Ids.Count > 0).Select(k => $"{k.Ids.Count} {(k.Ids.Count == 1 ? "case is" : "cases are")} {k.What}: {Some(k.Ids)}.");
    }

    private static string Some(IReadOnlyList<string> ids) =>
        string.Join(", ", ids.Take(NamedCases).Select(id => CleanText.Of(id, 40))) + (ids.Count > NamedCases ? ", …" : "");

    private static IEnumerable<string> Stack(SuiteVerdict verdict)
    {
        var changed = verdict.Stack.Where(s => s.Changed).Select(s => CleanText.Of(s.Name, 30)).ToArray();
        if (changed.Length > 0 && verdict.BaselineDate is not null)
        {
            var several = changed.Length > 1 ? " (several at once: the verdict cannot tell which)" : "";
            yield return $"Changed since the baseline: {string.Join(", ", changed)}{several}.";
        }
    }

    private static string Level(MetricLevel level)
    {
        var before = level.Baseline is { } value ? $", baseline {Figures.Value(level.Metric, value)}" : "";
        return $"{level.Metric.Name}: {Figures.Value(level.Metric, level.Mean)} on {level.Cases} cases{before} ({level.Note}).";
    }

    private static string Name(Comparison c) => $"{CleanText.Of(c.Slice.ToString(), 60)} {c.Metric.Name}";
}
