using EvalGate.Gating;
using EvalGate.Html.Markup;
using EvalGate.Outcomes;
using EvalGate.Reports;

namespace EvalGate.Html.Sections;

/// <summary>How the last release did in production, and which metrics had said so.</summary>
internal static class OutcomeSection
{
    private const int MostRows = 30;

    public static Section Of(OutcomeReport? report) => new("production", "What production says", report is not { Releases: [.., var before, var now] } ? Fragment.Empty : Fragment.Of($"""
        <p class="muted"><bdi>{now}</bdi> against <bdi>{before}</bdi>, over {Figures.Count(report.Joined, "request")} of {Figures.Count(report.Releases.Count, "release")}. A change is marked at a false discovery rate of 5 %.</p>
        {Trends(report)}{Links(report)}

        """));

    private static Fragment Trends(OutcomeReport report) => Fragment.Of($"""
        <div class="scroll"><table><thead><tr><th scope="col">Signal</th><th scope="col">Slice</th><th scope="col">Requests</th><th scope="col">Before</th><th scope="col">Now</th><th scope="col">90 % interval of the change</th><th scope="col"></th></tr></thead>
        <tbody>{report.Trends.Where(t => t.Slice.IsOverall || t.Moved).Take(MostRows).Select(Row)}</tbody></table></div>

        """);

    private static Fragment Row(SignalTrend trend)
    {
        var (before, now) = (trend.Points[^2], trend.Points[^1]);
        return Fragment.Of($"""
            <tr><th scope="row" dir="auto">{trend.Signal.Name}</th><td>{(trend.Slice.IsOverall ? Fragment.Of($"overall") : Labels.Link(trend.Slice))}</td><td>{Figures.Fixed(now.Requests, 0)}</td><td>{Level(trend, before)}</td><td>{Level(trend, now)}</td><td>{OutcomesText.Interval(trend)}</td><td>{(trend.IsWorse ? "WORSE" : trend.Moved ? "better" : "")}</td></tr>

            """);
    }

    private static string Level(SignalTrend trend, SignalPoint point) => point.Requests == 0 ? "–" : Figures.Value(trend.Signal, point.Mean);

    private static Fragment Links(OutcomeReport report) => report.Links.Count == 0 ? Fragment.Empty : Fragment.Of($"""
        <h3>Does the eval predict production?</h3>
        <div class="scroll"><table><thead><tr><th scope="col">Metric</th><th scope="col">Signal</th><th scope="col">Pairs</th><th scope="col">Rank correlation</th><th scope="col">95 % interval</th><th scope="col"></th></tr></thead>
        <tbody>{report.Links.Select(Row)}</tbody></table></div>

        """);

    private static Fragment Row(EvalLink link) => Fragment.Of($"""
        <tr><th scope="row" dir="auto">{link.Metric.Label}</th><td dir="auto">{link.Signal.Name}</td><td>{Figures.Fixed(link.Pairs.Count, 0)}</td><td>{(link.Rho is { } rho ? Figures.Fixed(rho, 2) : "–")}</td><td>{(link.Interval is { } interval ? $"{Figures.Fixed(interval.Lower, 2)} to {Figures.Fixed(interval.Upper, 2)}" : "")}</td><td>{OutcomesText.Word(link)}</td></tr>

        """);
}
