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
        return [.. input.Suite.Metrics.Where(m => input.Baseline is null || !ruled.Contains(m.Name)).Select(m => Of(m, input, ruled)).OfType<MetricLevel>()];
    }

    private static MetricLevel? Of(Metric metric, JudgeInput input, HashSet<string> ruled)
    {
        var now = input.Run.Records.Where(r => r.Scores.GetValueOrDefault(metric.Name) is not null)
            .GroupBy(r => r.CaseId, r => r.Scores[metric.Name]!.Value, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (IReadOnlyList<double>)[.. g.Order()]).ToArray();
        var before = input.Baseline?.Cases.Select(c => c.Scores.GetValueOrDefault(metric.Name) ?? []).Where(scores => scores.Count > 0).ToArray() ?? [];
        var note = ruled.Contains(metric.Name) ? null : metric.Kind == MetricKind.Duration ? "measured elsewhere, not gated" : "no rule";
        return now.Length == 0 ? null : new(metric, Slice.Overall, now.Length, Value(metric, now), before.Length == 0 ? null : Value(metric, before), note);
    }

    private static double Value(Metric metric, IReadOnlyList<IReadOnlyList<double>> cases) => metric.Quantile is { } quantile
        ? QuantileEstimate.OfCases(cases, (double)quantile, Assurance.Confidence).Value
        : cases.Average(results => results.Average());
}
