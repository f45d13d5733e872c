using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>How long the subject took, in milliseconds; not applicable when recordings answered its model calls.</summary>
internal sealed class DurationScorer : IScorer
{
    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "duration",
        Summary = "How long the subject took, in milliseconds.",
        Settings = [],
        Kind = MetricKind.Duration,
        Better = Direction.Lower,
        Range = null,
        Scale = 1_000,
        Unit = "ms",
        Create = _ => new DurationScorer(),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken) =>
        new(input.IsReplayed ? Score.NotApplicable : Score.Of(input.Duration.TotalMilliseconds));
}
