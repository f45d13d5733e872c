using System.Globalization;
using EvalGate.Gating;
using EvalGate.Html.Charts;
using EvalGate.Html.Markup;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Html.Sections;

/// <summary>Quality against cost and latency: the candidate, its baseline and what was accepted before.</summary>
internal static class VersionSection
{
    public static Section Of(SuiteVerdict verdict, IReadOnlyList<AcceptedVersion> history)
    {
        var overall = verdict.Comparisons.Where(c => c.IsMain() && c is { Baseline: not null, Candidate: not null }).DistinctBy(c => c.Metric.Name).ToArray();
        var resources = overall.Where(c => !c.Metric.IsQuality && c.Metric.Better == Direction.Lower).OrderBy(c => c.Metric.Unit != "$").ThenBy(c => c.Metric.Kind != MetricKind.Duration).ToArray();
        if (overall.FirstOrDefault(c => c.Metric.IsQuality) is not { } quality || resources is not [var cost, ..])
        {
            return new("versions", "Quality and price", Fragment.Empty);
        }

        var third = resources.Skip(1).FirstOrDefault();
        VersionPoint[] points =
        [
            .. history.SkipLast(1).Select(v => Past(v, cost.Metric, quality.Metric, third?.Metric)).OfType<VersionPoint>(),
            new("baseline", null, cost.Baseline!.Value, quality.Baseline!.Value, third?.Baseline),
            new("candidate", verdict.Verdict, cost.Candidate!.Value, quality.Candidate!.Value, third?.Candidate),
        ];
        var size = third is null ? "" : $" The larger a mark, the higher its {third.Metric.Label}.";
        return new("versions", "Quality and price", Fragment.Of($"""
            <p class="muted"><bdi>{quality.Metric.Label}</bdi> upwards, <bdi>{cost.Metric.Label}</bdi> to the right. Towards the {(quality.Metric.Better == Direction.Higher ? "upper" : "lower")} left is better; the wide line joins the versions that no other beats on both.{size}</p>
            {VersionPlot.Of(cost.Metric, quality.Metric, points)}{Standings(verdict)}

            """));
    }

    private static VersionPoint? Past(AcceptedVersion version, Metric cost, Metric quality, Metric? third) =>
        LevelOf(version, cost) is { } price && LevelOf(version, quality) is { } value
            ? new(version.Date.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, price, value, third is null ? null : LevelOf(version, third))
            : null;

    private static double? LevelOf(AcceptedVersion version, Metric metric) =>
        version.Levels.FirstOrDefault(l => l.Slice.IsOverall && l.Metric.Name == metric.Name)?.Value;

    /// <summary>Which slices won on one metric and lost on another.</summary>
    private static Fragment Standings(SuiteVerdict verdict) => verdict.Standings.Count == 0 ? Fragment.Empty : Fragment.Of($"""
        <div class="scroll"><table><thead><tr><th scope="col">Slice</th><th scope="col">Standing</th><th scope="col">Proven better</th><th scope="col">Proven worse</th></tr></thead>
        <tbody>{verdict.Standings.Select(s => Fragment.Of($"<tr><th scope=\"row\">{Labels.Link(s.Slice)}</th><td>{s.Standing.ToString().ToLowerInvariant()}</td><td dir=\"auto\">{string.Join(", ", s.Better)}</td><td dir=\"auto\">{string.Join(", ", s.Worse)}</td></tr>\n"))}</tbody></table></div>
        """);
}
