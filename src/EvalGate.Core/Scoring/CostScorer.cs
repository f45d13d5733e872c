using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>What the case cost in US dollars, as the subject reported it; not applicable when it did not.</summary>
internal sealed class CostScorer : IScorer
{
    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "cost",
        Summary = "What the case cost in US dollars, as the subject reported it.",
        Settings = [],
        Kind = MetricKind.Count,
        Better = Direction.Lower,
        Range = null,
        Scale = 1_000_000_000,
        Unit = "$",
        Create = _ => new CostScorer(),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken) =>
        new(input.Usage is { CostUsd: { } cost, UnpricedCalls: null or 0 } ? Score.Of((double)cost) : Score.NotApplicable);
}
