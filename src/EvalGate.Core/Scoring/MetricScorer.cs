using System.Globalization;
using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Scores outputs under one metric.</summary>
/// <param name="metric">The metric.</param>
/// <param name="scorer">The scorer it names.</param>
public sealed class MetricScorer(Metric metric, IScorer scorer)
{
    /// <summary>The metric.</summary>
    public Metric Metric { get; } = metric;

    /// <summary>A metric whose scorer is built in.</summary>
    /// <param name="metric">The metric; its settings were checked when the suite was read.</param>
    /// <exception cref="ArgumentException">There is no such scorer.</exception>
    public static MetricScorer BuiltIn(Metric metric)
    {
        var definition = ScorerCatalog.Find(metric.Scorer.Name)
            ?? throw new ArgumentException($"There is no scorer '{metric.Scorer.Name}'.", nameof(metric));
        return new(metric, definition.Create(new(metric.Scorer.Settings)));
    }

    /// <summary>Scores one output.</summary>
    /// <param name="input">The case and the output.</param>
    /// <param name="cancellationToken">Cancelled when the run stops.</param>
    /// <returns>The metric's number, or null when the metric does not apply.</returns>
    /// <exception cref="ScorerException">The output cannot be scored, or the score is out of the metric's range.</exception>
    public async ValueTask<double?> ScoreAsync(ScorerInput input, CancellationToken cancellationToken)
    {
        var score = await scorer.ScoreAsync(input, cancellationToken);
        if (!score.Applies)
        {
            return null;
        }

        if ((Metric.Pass is null ? Metric.Range : Metric.ScoreRange) is { } range && (score.Value < (double)range.Minimum || score.Value > (double)range.Maximum))
        {
            throw new ScorerException(string.Create(
                CultureInfo.InvariantCulture, $"the scorer gave {score.Value}, outside the metric's range {range.Minimum}..{range.Maximum}"));
        }

        return Metric.Pass is { } mark ? mark.Passes(score.Value) ? 1 : 0 : score.Value;
    }
}
