using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Tokens sent and received, as the subject reported them; not applicable when it did not.</summary>
internal sealed class TokensScorer : IScorer
{
    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "tokens",
        Summary = "Tokens sent and received, as the subject reported them.",
        Settings = [],
        Kind = MetricKind.Count,
        Better = Direction.Lower,
        Range = null,
        Scale = 1_000,
        Unit = "tokens",
        Create = _ => new TokensScorer(),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken) =>
        new(input.Usage?.TotalTokens is { } tokens ? Score.Of(tokens) : Score.NotApplicable);
}
