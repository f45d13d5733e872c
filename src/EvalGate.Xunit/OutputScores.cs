using EvalGate.Model;

namespace EvalGate.Xunit;

/// <summary>The scores of one output by metric, and the errors of the metrics that have none.</summary>
internal sealed class OutputScores(int metrics)
{
    public Dictionary<string, double?> Scores { get; } = new(metrics, StringComparer.Ordinal);

    public List<EvalError> Errors { get; } = [];
}
