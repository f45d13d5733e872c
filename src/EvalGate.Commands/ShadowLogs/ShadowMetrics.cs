using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.ShadowLogs;

namespace EvalGate.Commands;

/// <summary>What pairs are measured by: what two answers always tell, and what a suite can score without an expected value.</summary>
/// <param name="Metrics">Agreement excepted.</param>
internal sealed record ShadowMetrics(IReadOnlyList<PairMetric> Metrics)
{
    /// <summary>The metrics of a suite take the place of the usual ones of the same name.</summary>
    /// <param name="suite">Null for none.</param>
    public static ShadowMetrics Of(Suite? suite)
    {
        var own = (suite?.Scored ?? []).Where(NeedsNoExpectation).Select(m => Of(MetricScorer.BuiltIn(m))).ToArray();
        return new([.. PairMetric.All.Where(p => own.All(o => o.Metric.Name != p.Metric.Name)), .. own]);
    }

    /// <summary>Rules that a suite has for these metrics; elsewhere what is usual is demanded.</summary>
    public IReadOnlyList<Rule> RulesOf(Suite? suite) => suite?.Gate is not { } gate ? [] :
        [.. gate.Rules.Where(r => r.Bound is MaxChange && Metrics.Any(m => m.Metric.Name == r.Metric && m.Metric.Kind != MetricKind.Duration))];

    private static bool NeedsNoExpectation(Metric metric) =>
        !metric.Scorer.IsUserType && metric.Kind != MetricKind.Duration && metric.Quantile is null
        && ScorerCatalog.Find(metric.Scorer.Name) is { AsksModel: false }
        && !metric.Scorer.Settings.ContainsKey("expected") && metric.Scorer.Settings.Values.All(v => !v.StartsWith("expected", StringComparison.Ordinal));

    private static PairMetric Of(MetricScorer scorer) =>
        new(scorer.Metric, scorer.Metric.IsShare ? "2pp" : "10%", (pair, answer) => Score(scorer, pair, answer));

    private static double? Score(MetricScorer scorer, ShadowPair pair, ShadowAnswer answer)
    {
        var input = new ScorerInput
        {
            CaseId = pair.Id,
            Input = pair.Input,
            Expected = default,
            Output = answer.Output,
            Duration = answer.Duration,
            Usage = answer.Usage,
        };
        try
        {
            // Built-in scorers that ask no model never wait.
            return scorer.ScoreAsync(input, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }
        catch (ScorerException)
        {
            return null;
        }
    }
}
