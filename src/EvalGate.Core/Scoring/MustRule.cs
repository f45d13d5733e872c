using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>The <c>must</c> of a metric: what fails a case's own test, whatever the baseline.</summary>
public static class MustRule
{
    /// <summary>Whether a score meets the demand.</summary>
    /// <param name="metric">A metric; without a demand everything meets it.</param>
    /// <param name="score">The score, or null when the metric does not apply, which meets it too.</param>
    public static bool Holds(Metric metric, double? score) => (metric.Must, score) switch
    {
        (null, _) or (_, null) => true,
        var (must, value) when metric.Better == Direction.Higher => value >= (double)must,
        var (must, value) => value <= (double)must,
    };
}
