using EvalGate.Gating;
using EvalGate.Html.Charts;
using EvalGate.Html.Markup;
using EvalGate.Reports;

namespace EvalGate.Html.Sections;

/// <summary>What each slice could have seen.</summary>
internal static class PowerSection
{
    private const int MostRows = 20;

    public static Section Of(SuiteVerdict verdict)
    {
        var planned = verdict.Comparisons.WorstPerSlice().Where(c => c.IsPlain() && c is { Metric.IsQuality: true, Tolerance: not null, Cases: > 0 }).ToLookup(c => c.Metric);
        var plots = planned.Index().Select(m => Plot([.. m.Item], m.Index)).ToArray();
        return new("power", "What could have been seen", plots.Length == 0 ? Fragment.Empty : Fragment.Of($"""
            <p class="muted">The smallest true change for the worse that would turn a slice red four times out of five. Green says no more than that: what is smaller than its bar may be there.</p>{plots}

            """));
    }

    private static Fragment Plot(Comparison[] slices, int index)
    {
        var metric = slices[0].Metric;
        var seeing = slices.Where(c => c.SmallestDetectable is not null).OrderBy(c => !c.Slice.IsOverall).ThenBy(c => c.SmallestDetectable).ThenBy(c => c.Slice).ToArray();
        var blind = slices.Where(c => c.SmallestDetectable is null).OrderBy(c => c.Slice).ToArray();
        var chart = seeing.Length == 0 ? Fragment.Empty : PowerPlot.Of(metric, [.. seeing.Take(MostRows)], $"power-{index}");
        var cannot = blind.Length == 0 ? Fragment.Empty : Fragment.Of($"<p>Too few cases to turn red, whatever happens: {blind.SelectMany((c, i) => new[] { i == 0 ? Fragment.Empty : Fragment.Of($", "), Labels.Link(c.Slice) })}.</p>");
        return Fragment.Of($"""
            <details{(index == 0 ? Fragment.Of($" open") : Fragment.Empty)}><summary><bdi>{metric.Label}</bdi></summary>
            {chart}{cannot}{Wanted(slices)}</details>

            """);
    }

    private static Fragment Wanted(Comparison[] slices) =>
        slices.FirstOrDefault(c => c is { Slice.IsOverall: true, CasesToCatch: > 0 }) is { } overall
            ? Fragment.Of($"<p class=\"muted\">Overall, {Figures.Count(overall.CasesToCatch!.Value, "case")} would catch a true change of {Phrases.Allowed(overall)}.</p>")
            : Fragment.Empty;
}
