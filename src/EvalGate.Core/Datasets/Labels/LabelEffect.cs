using EvalGate.Model;

namespace EvalGate.Datasets;

/// <summary>What changed labels make of a metric that compares an output with them.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Stored">Share of the run's results that match the stored labels.</param>
/// <param name="New">Share that match once the changed labels are.</param>
public sealed record LabelEffect(string Metric, double Stored, double New)
{
    /// <summary>Scores the outputs of a run anew under each metric that is <c>exact</c> on the label.</summary>
    /// <param name="suite">Says which metrics there are.</param>
    /// <param name="cases">All cases.</param>
    /// <param name="of">Where the label is.</param>
    /// <param name="changed">Changed labels.</param>
    /// <param name="run">A run with outputs.</param>
    public static IReadOnlyList<LabelEffect> Of(Suite suite, IReadOnlyList<Case> cases, JsonPath of, IReadOnlyList<ChangedLabel> changed, Run run)
    {
        var labels = cases.Where(c => of.Find(c.Expected) is not null).ToDictionary(c => c.Id, c => LabelComparison.Text(of.Find(c.Expected)!.Value), StringComparer.Ordinal);
        var now = changed.ToDictionary(c => c.Id, c => c.New, StringComparer.Ordinal);
        return
        [
            .. from metric in suite.Metrics
               where metric.Scorer.Name == "exact" && metric.Scorer.Settings.GetValueOrDefault("expected") == of.ToString()
               let path = JsonPath.TryParse(metric.Scorer.Settings.GetValueOrDefault("of", ""), out var found) ? found : null
               where path is not null
               let results = run.Records.Where(r => labels.ContainsKey(r.CaseId)).Select(r => (r.CaseId, Output: path.Find(r.Output) is { } value ? LabelComparison.Text(value) : null)).ToArray()
               where results.Any(r => r.Output is not null)
               select new LabelEffect(
                   metric.Name,
                   results.Average(r => r.Output == labels[r.CaseId] ? 1.0 : 0),
                   results.Average(r => r.Output == now.GetValueOrDefault(r.CaseId, labels[r.CaseId]) ? 1.0 : 0)),
        ];
    }
}
