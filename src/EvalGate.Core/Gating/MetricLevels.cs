using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>What metrics came out at overall where no rule compares them: in the run, and beside it in the baseline where it knows them.</summary>
internal static class MetricLevels
{
    /// <summary>One per metric that no rule compares; of all metrics when there is no baseline.</summary>
    public static IReadOnlyList<MetricLevel> Of(JudgeInput input)
    {
        var ruled = input.Suite.Gate!.Rules.Select(r => r.Metric).ToHashSet(StringComparer.Ordinal);
        var counted = LeftOutCases.Counted(input);
        return [.. input.Suite.Metrics.Where(m => input.Baseline is null || !ruled.Contains(m.Name) || IsWithoutSession(m, input)).Select(m => Of(m, counted, ruled)).OfType<MetricLevel>()];
    }

    private static MetricLevel? Of(Metric metric, JudgeInput input, HashSet<string> ruled)
    {
        if (metric.Ratio is { } ratio)
        {
            return OfRatio(metric, ratio, input, ruled);
        }

        var now = input.Run.Records.Where(r => r.Scores.GetValueOrDefault(metric.Name) is not null)
            .GroupBy(r => r.CaseId, r => r.Scores[metric.Name]!.Value, StringComparer.Ordinal).Select(g => (IReadOnlyList<double>)[.. g]).ToArray();
        var before = input.Baseline?.Cases.Select(c => c.Scores.GetValueOrDefault(metric.Name) ?? []).Where(scores => scores.Count > 0).ToArray() ?? [];
        var note = IsWithoutSession(metric, input) ? "measured elsewhere, not gated: its change takes an A/B session"
            : ruled.Contains(metric.Name) ? null
            : metric.Kind == MetricKind.Duration ? "measured elsewhere, not gated" : "no rule";
        return now.Length == 0 ? null : new(metric, Slice.Overall, now.Length, Value(metric, now), before.Length == 0 ? null : Value(metric, before), note);
    }

    /// <summary>Whether a rule asks how a duration changed, and nothing was measured that could tell.</summary>
    private static bool IsWithoutSession(Metric metric, JudgeInput input) => input.Run.Header.Variant is null
        && metric.Kind == MetricKind.Duration && input.Suite.Gate!.Rules.Any(r => r.Metric == metric.Name && r.Bound is MaxChange);

    private static MetricLevel? OfRatio(Metric metric, MetricRatio ratio, JudgeInput input, HashSet<string> ruled)
    {
        var now = input.Run.Records.Where(r => r.Scores.GetValueOrDefault(ratio.Of) is not null && r.Scores.GetValueOrDefault(ratio.Per) is not null)
            .GroupBy(r => r.CaseId, StringComparer.Ordinal).Select(g => (ScoresOf(ratio.Of, g), ScoresOf(ratio.Per, g))).ToArray();
        var before = (input.Baseline?.Cases ?? []).Select(c => (Of: c.Scores.GetValueOrDefault(ratio.Of) ?? [], Per: c.Scores.GetValueOrDefault(ratio.Per) ?? []))
            .Where(c => c is { Of.Count: > 0, Per.Count: > 0 }).ToArray();
        return Share(now) is { } value ? new(metric, Slice.Overall, now.Length, value, Share(before), ruled.Contains(metric.Name) ? null : "no rule") : null;
    }

    private static IReadOnlyList<double> ScoresOf(string metric, IEnumerable<RunRecord> results) => [.. results.Select(r => r.Scores[metric]!.Value)];

    /// <summary>The sum of the cases' means of one metric over that of the other; null where there is nothing to divide by.</summary>
    internal static double? Share(IReadOnlyList<(IReadOnlyList<double> Of, IReadOnlyList<double> Per)> cases) =>
        StableSum.Of(cases.Select(c => StableSum.Mean(c.Per))) is > 0 and var per ? StableSum.Of(cases.Select(c => StableSum.Mean(c.Of))) / per : null;

    /// <summary>What stands for a metric: the mean of the cases' means, or its quantile.</summary>
    internal static double Value(Metric metric, IReadOnlyList<IReadOnlyList<double>> cases) => metric.Quantile is { } quantile
        ? QuantileEstimate.OfCases(cases, (double)quantile, Assurance.Confidence).Value
        : StableSum.Mean(cases.Select(StableSum.Mean));
}
