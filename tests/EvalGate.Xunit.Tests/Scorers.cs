namespace EvalGate.Xunit.Tests;

/// <summary>A user's scorer.</summary>
internal abstract class Scorer : IScorer
{
    public abstract ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken);
}

internal sealed class Answered : Scorer
{
    public override ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken) => new(Score.Of(input.OutputAs<Reply>() is not null));
}

internal sealed class Mumbling : Scorer
{
    public override ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken) => throw new FormatException("the judge mumbles");
}

internal sealed class RateLimited : Scorer
{
    public override ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken) => throw new EvalInfrastructureException("too many requests");
}
