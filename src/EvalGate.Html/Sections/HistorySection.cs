using System.Globalization;
using EvalGate.Gating;
using EvalGate.Html.Charts;
using EvalGate.Html.Markup;
using EvalGate.Reports;
using EvalGate.Slicing;

namespace EvalGate.Html.Sections;

/// <summary>Each metric over the baselines that were accepted, and now: overall large, slices small.</summary>
internal static class HistorySection
{
    private const int MostSlices = 24;

    public static Section Of(SuiteVerdict verdict, IReadOnlyList<AcceptedVersion> history)
    {
        var parts = history.Count < 2 ? [] : verdict.Comparisons.WorstPerSlice().Where(c => c.IsPlain() && c.Candidate is not null)
            .GroupBy(c => c.Metric).Index().Select(m => Metric([.. m.Item], history, m.Index)).ToArray();
        return new("history", "How it got here", parts.Length == 0 ? Fragment.Empty : Fragment.Of($"""
            <p class="muted">The accepted baselines of the last {history.Count} changes, counted on today's cases, and this run.</p><div class="history">{parts}</div>

            """));
    }

    private static Fragment Metric(Comparison[] comparisons, IReadOnlyList<AcceptedVersion> history, int index)
    {
        string[] names = [.. history.Select(v => v.Date.UtcDateTime.ToString("MM-dd", CultureInfo.InvariantCulture)), "now"];
        var lines = comparisons.OrderBy(c => !c.Slice.IsOverall).ThenByDescending(c => c.Verdict).ThenBy(c => c.Slice)
            .Select(c => Line(c, history)).Where(l => l.Values.Count(v => v is not null) > 1).ToArray();
        var large = lines.Where(l => l.Slice.IsOverall).Select(l => HistoryPlot.Large(l, names, $"history-{index}"));
        var small = lines.Where(l => !l.Slice.IsOverall).Take(MostSlices).Index()
            .Select(l => Fragment.Of($"<li>{Labels.Link(l.Item.Slice)}{HistoryPlot.Small(l.Item, $"history-{index}-{l.Index}")}</li>")).ToArray();
        var slices = small.Length == 0 ? Fragment.Empty : Fragment.Of($"<details><summary>{Figures.Count(small.Length, "slice")}</summary><ul class=\"small\">{small}</ul></details>");
        return Fragment.Of($"<article><h3 dir=\"auto\">{comparisons[0].Metric.Label}</h3>{large}{slices}</article>\n");
    }

    private static HistoryLine Line(Comparison c, IReadOnlyList<AcceptedVersion> history) =>
        new(c.Metric, c.Slice, [.. history.Select(v => LevelOf(v, c.Metric.Name, c.Slice)), c.Candidate], c.Verdict);

    private static double? LevelOf(AcceptedVersion version, string metric, Slice slice) =>
        version.Levels.FirstOrDefault(l => l.Metric.Name == metric && l.Slice == slice)?.Value;
}
