using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Outcomes;

/// <summary>What a verdict says of production: whether the last release did worse, and which metrics tell nothing of it.</summary>
public static class OutcomeFindings
{
    private const int MostNamed = 3;

    /// <summary>Warnings; the release is out, so nothing is blocked by them.</summary>
    /// <param name="report">How releases did.</param>
    /// <param name="place">Where the map begins.</param>
    public static IReadOnlyList<Diagnostic> Of(OutcomeReport report, SourcePlace place)
    {
        var misleading = report.Links.Where(l => l.Finding == LinkFinding.Contradicts).ToArray();
        var comforting = report.ComfortMetrics.Except(misleading.Select(l => l.Metric.Name), StringComparer.Ordinal)
            .Select(name => report.Links.First(l => l.Metric.Name == name).Metric);
        return [.. Worse(report, place), .. misleading.Select(Contradiction), .. comforting.Select(m => Comfort(m, report))];
    }

    private static IEnumerable<Diagnostic> Worse(OutcomeReport report, SourcePlace place)
    {
        var worse = report.Trends.Where(t => t.IsWorse).OrderBy(t => t.AdjustedPValue).ThenBy(t => t.Slice).ToArray();
        if (worse.Length == 0)
        {
            yield break;
        }

        var more = worse.Length > MostNamed ? $" and in {Figures.Count(worse.Length - MostNamed, "further place")}" : "";
        yield return new(
            DiagnosticCodes.ProductionWorse,
            Severity.Warning,
            $"production did worse with release '{ShownText.Of(report.Releases[^1])}' than with '{ShownText.Of(report.Releases[^2])}': {string.Join("; ", worse.Take(MostNamed).Select(Words))}{more}. 'evalgate outcomes {report.Suite}' shows all; make such requests cases.",
            place);
    }

    private static string Words(SignalTrend trend) =>
        $"{ShownText.Of(trend.Signal.Name)} {(trend.Slice.IsOverall ? "overall" : $"in {ShownText.Of(trend.Slice.ToString())}")} {Figures.Value(trend.Signal, trend.Points[^2].Mean)} → {Figures.Value(trend.Signal, trend.Points[^1].Mean)}";

    private static Diagnostic Contradiction(EvalLink link) => new(
        DiagnosticCodes.MetricMisleads,
        Severity.Warning,
        $"when '{link.Metric.Name}' got better, production's '{ShownText.Of(link.Signal.Name)}' got worse: rank correlation {Figures.Fixed(link.Rho!.Value, 2)}, 95 % interval {Figures.Fixed(link.Interval!.Value.Lower, 2)} to {Figures.Fixed(link.Interval.Value.Upper, 2)}, over {Figures.Count(link.Pairs.Count, "pair")} of slice and release. Do not steer by it.",
        link.Metric.Place);

    private static Diagnostic Comfort(Metric metric, OutcomeReport report) => new(
        DiagnosticCodes.ComfortMetric,
        Severity.Warning,
        $"'{metric.Name}' went together with no signal of production over {Figures.Count(report.Releases.Count, "release")}: a rule on it guards nothing that users were seen to feel. Drop the rule, or find what users feel.",
        metric.Place);
}
