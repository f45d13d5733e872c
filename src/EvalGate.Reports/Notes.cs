using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Reports;

/// <summary>What a reader should know beside the table, a sentence or two each, the most important first; bounded, whatever the verdict holds.</summary>
internal static class Notes
{
    private const int MostOfAKind = 3;
    private const int EvalSetAreas = 5;
    private const int MostLevels = 10;
    private const int MostWaivers = 10;
    private const int NamedCases = 6;
    private const int NamedSlices = 4;

    public static IReadOnlyList<string> Of(SuiteVerdict verdict) => verdict.WholeRun switch
    {
        null => OfComparisons(verdict),
        { Kind: NotJudgedKind.NoBaseline } => [.. Levels(verdict, MostLevels), .. Judges(verdict)],
        _ => [],
    };

    private static IReadOnlyList<string> OfComparisons(SuiteVerdict verdict) =>
    [
        .. Masked(verdict),
        .. TradeOff(verdict),
        .. LostCases.Of(verdict),
        .. Shown(verdict.Findings.Where(f => f.Code is DiagnosticCodes.Waived or DiagnosticCodes.WaiverExpired).Select(f => Phrases.Sentence(f.Message)), MostWaivers),
        .. Reruns(verdict),
        .. Errors(verdict),
        .. NotJudged(verdict),
        .. Shown(verdict.Findings.Where(f => f.Code is DiagnosticCodes.CasesVanished or DiagnosticCodes.AnchorTooOld or DiagnosticCodes.UndeclaredGroups).Select(f => Phrases.Sentence(f.Message))),
        .. Judges(verdict),
        .. EvalSet(verdict),
        .. Stack(verdict),
        .. Unpaired(verdict),
        .. Groups(verdict),
        .. Arms(verdict),
        .. Blind(verdict),
        .. Method(verdict),
        .. Mix(verdict),
        .. verdict.Findings.Where(f => f.Code == DiagnosticCodes.RepetitionAdvice).Select(f => Phrases.Sentence(f.Message)).Take(MostOfAKind),
        .. Shown(verdict.Comparisons.Where(c => c.Rule.Bound is LevelBound && c.Verdict != Verdict.NotJudged && c.Reason is not null)
            .Select(c => $"{Phrases.Within(c)}, {Phrases.Limit(c)}: {c.Reason}.")),
        .. Levels(verdict, MostOfAKind),
    ];

    /// <summary>Averages hide slices: say it when one did.</summary>
    private static IEnumerable<string> Masked(SuiteVerdict verdict) =>
        from slice in verdict.Comparisons.Where(c => c is { Verdict: Verdict.Regressed, Slice.IsOverall: false, Metric.IsQuality: true }).WorstFirst().Take(1)
        from overall in verdict.Comparisons.Where(c => c.Slice.IsOverall && !c.IsAnchored && c.Metric == slice.Metric && c.Rule.Bound is MaxChange)
        where overall.Difference is { } difference && difference * (overall.Metric.Better == Direction.Higher ? 1 : -1) > 0
        select $"The average hides it: overall, {Phrases.Metric(overall.Metric)} got better by {Figures.Amount(overall.Metric, Math.Abs(overall.Difference!.Value))}.";

    /// <summary>What got better and what got worse, side by side, where a suite compares several metrics.</summary>
    private static IEnumerable<string> TradeOff(SuiteVerdict verdict)
    {
        if (verdict.Standings is not [{ Slice.IsOverall: true, Worse: [_, ..] worse } overall, ..] || verdict.Comparisons.DistinctBy(c => c.Metric.Name).Skip(1).Any() is false)
        {
            return [];
        }

        return overall.Standing == Standing.Dominated
            ? [$"Nothing speaks for it: overall, {Names(worse)} got worse and no metric got better."]
            : [$"A trade: overall, {Names(overall.Better)} got better and {Names(worse)} got worse."];
    }

    private static string Names(IReadOnlyList<string> metrics) => Phrases.Some([.. metrics.Select(m => CleanText.Of(m, 30))], NamedCases);

    /// <summary>How p-values were adjusted, where it is not the usual way.</summary>
    private static IEnumerable<string> Method(SuiteVerdict verdict) => verdict.Comparisons.Select(c => c.Method).OfType<string>()
        .Where(m => m.StartsWith("Tarone", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).Select(m => $"Adjusted for all slices by {m}.");

    /// <summary>Running again until green is no way out, and says so.</summary>
    private static IEnumerable<string> Reruns(SuiteVerdict verdict) => verdict.PooledRuns.Count == 0
        ? []
        : [$"Judged together with {Figures.Count(verdict.PooledRuns.Count, "earlier run")} of the same commit, build and stack: another try does not help. "
            + "If something else changed between them, let the subject name it: context.Component(name, value)."];

    private static IEnumerable<string> Errors(SuiteVerdict verdict) =>
        verdict.Errors == 0 ? [] : [$"{Figures.Count(verdict.Errors, "result")} {(verdict.Errors == 1 ? "is an error" : "are errors")}, which max_errors allows."];

    private static IEnumerable<string> NotJudged(SuiteVerdict verdict) => Shown(
        from alike in verdict.Comparisons.Where(c => c.Verdict == Verdict.NotJudged).GroupBy(c => (c.Metric, c.Reason))
        let slices = Phrases.Some([.. alike.Select(Phrases.Slice)], NamedSlices, "; ")
        select $"Not judged: {Phrases.Metric(alike.Key.Metric)} ({slices}): {alike.Key.Reason}.");

    /// <summary>How far the metrics that a model grades are to be trusted.</summary>
    private static IEnumerable<string> Judges(SuiteVerdict verdict) => Shown(verdict.Judges.Select(j => new JudgeTable(j).Sentence));

    /// <summary>What is wrong with the eval set itself: of lint, leaks, coverage, labels and production the first each.</summary>
    private static IEnumerable<string> EvalSet(SuiteVerdict verdict) => Shown(
        from area in verdict.Findings.Where(f => f is { Code: ['E', 'G', '3', not '0', ..], Severity: >= Severity.Warning }).GroupBy(f => f.Code[..4], StringComparer.Ordinal)
        let first = area.First()
        select $"{first.Place}: {first.Message}{(area.Count() > 1 ? $" … and {area.Count() - 1} more ({area.Key}xx)." : "")}",
        EvalSetAreas);

    private static IEnumerable<string> Stack(SuiteVerdict verdict) =>
        StackWords.Of(verdict) is { Length: > 0 } words && (verdict.Stack.Any(s => s.Changed) || verdict.Verdict >= Verdict.Inconclusive) ? [words] : [];

    private static IEnumerable<string> Unpaired(SuiteVerdict verdict)
    {
        var unpaired = verdict.Unpaired;
        (IReadOnlyList<string> Ids, string What, string Then)[] kinds =
        [
            (unpaired.Added, "new case", Origin.IsOfFiles(verdict) ? ", without a partner in the baseline" : ", judged after the next accept"),
            (unpaired.Changed, "changed case", ", judged again after the next accept"),
            (unpaired.Retired, "retired case", ""),
        ];
        return kinds.Where(k => k.Ids.Count > 0).Select(k =>
            $"{Figures.Count(k.Ids.Count, k.What)}{k.Then}: {Phrases.Some([.. k.Ids.Select(LostCases.Named)], NamedCases)}.");
    }

    private static IEnumerable<string> Groups(SuiteVerdict verdict) =>
        from overall in verdict.Comparisons.Where(c => c is { Slice.IsOverall: true, Groups: not null }).Take(1)
        select $"Cases of one group count once: {overall.Cases} cases are {overall.Groups} independent observations.";

    /// <summary>Beside pairs of the same cases, other cases are there on purpose.</summary>
    private static IEnumerable<string> Arms(SuiteVerdict verdict) => verdict.Comparisons.Any(c => c is { BaselineCases: null, Cases: > 0 }) ? [] :
        from overall in verdict.Comparisons.Where(c => c is { Slice.IsOverall: true, BaselineCases: not null }).Take(1)
        select $"Not paired: {Figures.Count(overall.BaselineCases!.Value, "case")} before, {overall.Cases} after. The same cases on both sides would show smaller changes.";

    private static IEnumerable<string> Blind(SuiteVerdict verdict)
    {
        var blind = verdict.Comparisons.Where(c => c.IsBlind && c.Rule.Bound is MaxChange && c.Verdict < Verdict.NotJudged)
            .Select(Phrases.Slice).Distinct(StringComparer.Ordinal).ToArray();
        return blind.Length == 0 ? [] : [$"Too small to ever turn red: {Phrases.Some(blind, NamedSlices, "; ")}."];
    }

    private static IEnumerable<string> Levels(SuiteVerdict verdict, int most) => Shown(
        from level in verdict.Levels
        let before = level.Baseline is { } value ? $", baseline {Figures.Value(level.Metric, value)}" : ""
        select $"{Phrases.Metric(level.Metric)}: {Figures.Value(level.Metric, level.Value)} on {Figures.Count(level.Cases, "case")}{before}{(level.Note is null ? "" : $" ({level.Note})")}.",
        most);

    /// <summary>A mix far from the cases' own rests on few of them.</summary>
    private static IEnumerable<string> Mix(SuiteVerdict verdict) =>
        from mixed in verdict.Comparisons.Where(c => c.Weighting is { EffectiveCases: > 0 } && c.Weighting.EffectiveCases < c.Cases / 2.0).Take(1)
        select $"The production mix leans on few cases: {mixed.Cases} cases are worth {Figures.Fixed(mixed.Weighting!.EffectiveCases, 0)} there. Add cases where production is.";

    private static IEnumerable<string> Shown(IEnumerable<string> notes, int most = MostOfAKind)
    {
        string[] all = [.. notes];
        return all.Length <= most ? all : all.Take(most).Append($"… and {all.Length - most} more like this.");
    }
}
