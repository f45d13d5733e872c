using EvalGate.Gating;
using EvalGate.Html.Charts;
using EvalGate.Html.Markup;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Html.Sections;

/// <summary>Where each metric moved: one forest plot per metric, the first and every one with something to see opened.</summary>
internal static class ForestSection
{
    private const int MostRows = 20;

    public static Section Of(SuiteVerdict verdict)
    {
        var plots = verdict.Comparisons.WorstPerSlice().Where(c => c is { Difference: not null, IsAnchored: false, Weighting: null } && (c.Metric.Kind != MetricKind.Duration || c.Variant is not null))
            .GroupBy(c => (c.Metric, c.Variant)).Index().Select(m => Plot(m.Item.Key.Metric, [.. m.Item], m.Index)).ToArray();
        return new("slices", "Where it moved", plots.Length == 0 ? Fragment.Empty : Fragment.Of($"{Labels.Legend}{plots}"));
    }

    private static Fragment Plot(Metric metric, Comparison[] all, int index)
    {
        var shown = all.OrderBy(c => !c.Slice.IsOverall).ThenByDescending(c => c.Verdict).ThenBy(c => Oriented(c)).ThenBy(c => c.Slice).Take(MostRows).ToArray();
        var open = index == 0 || all.Any(c => c.IsBad()) ? Fragment.Of($" open") : Fragment.Empty;
        var more = all.Length > shown.Length ? Fragment.Of($"<p class=\"muted\">The worst {shown.Length} of {all.Length} slices; all of them are in the table below.</p>") : Fragment.Empty;
        return Fragment.Of($"""
            <details{open}><summary><bdi>{metric.Label}</bdi> <span class="muted">{(all[0].Variant is { } variant ? $"against '{variant}' in one session, " : "")}change with its 90 % interval; {(metric.Better == Direction.Higher ? "left is worse" : "right is worse")}</span></summary>
            {ForestPlot.Of(metric, shown, $"forest-{index}")}{more}</details>

            """);
    }

    private static double Oriented(Comparison c) => (c.Metric.Better == Direction.Higher ? 1 : -1) * c.Difference!.Value;
}
