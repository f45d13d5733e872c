using EvalGate.Gating;
using EvalGate.Html.Markup;
using EvalGate.Reports;

namespace EvalGate.Html.Sections;

/// <summary>Each metric over all cases: where it is, where it was, what that means.</summary>
internal static class MetricCards
{
    public static Fragment Of(SuiteVerdict verdict)
    {
        Fragment[] cards =
        [
            .. verdict.Comparisons.WorstPerSlice().Where(c => c.IsMain()).Select(Card),
            .. verdict.Levels.Where(l => verdict.Comparisons.All(c => c.Metric.Name != l.Metric.Name)).Select(Card),
        ];
        return cards.Length == 0 ? Fragment.Empty : Fragment.Of($"<div class=\"cards\">{cards}</div>\n");
    }

    private static Fragment Card(Comparison c) => Fragment.Of($"""
        <article class="card {Labels.Class(c.Verdict)}"><h3 dir="auto">{c.Metric.Label}</h3><p class="value">{(c.Candidate is { } now ? Figures.Value(c.Metric, now) : "–")}</p>
        <p>{(c.Difference is { } change ? Labels.Whole(Figures.Change(c.Metric, change)) : "–")} <span class="muted">{(c.Interval is { } interval ? Labels.Whole(Figures.Interval(c.Metric, interval)) : "")}</span></p><p class="muted">{(c.Baseline is { } before ? $"{Labels.Whole($"from {Figures.Value(c.Metric, before)}")}, {Labels.Whole(Phrases.Limit(c))}" : Phrases.Limit(c))}</p>{Labels.Badge(c)}</article>
        """);

    private static Fragment Card(MetricLevel level) => Fragment.Of($"""
        <article class="card"><h3 dir="auto">{level.Metric.Label}</h3><p class="value">{Figures.Value(level.Metric, level.Value)}</p>
        <p class="muted">{(level.Baseline is { } before ? $"baseline {Figures.Value(level.Metric, before)}" : $"{level.Cases} cases")}</p><p class="muted">{level.Note ?? "no baseline"}</p></article>
        """);
}
