using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Overlap of words between output and expected value as F1, each word as often as it occurs (Rajpurkar et al. 2016, SQuAD, section 6.1), without dropping articles, which other languages do not have.</summary>
internal sealed class TokenF1Scorer(JsonPath of, JsonPath expected) : IScorer
{
    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "token-f1",
        Summary = "Overlap of words between output and expected value, as F1 from 0 to 1.",
        Settings = TextPair.Settings,
        Kind = MetricKind.Continuous,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = 1_000_000,
        Create = s => new TokenF1Scorer(s.Path("of")!, s.Path("expected")!),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken)
    {
        if (TextPair.Words(input, of, expected) is not { } words)
        {
            return new(Score.NotApplicable);
        }

        var wanted = words.Expected.CountBy(w => w, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var shared = words.Output.CountBy(w => w, StringComparer.Ordinal).Sum(w => Math.Min(w.Value, wanted.GetValueOrDefault(w.Key)));
        return new(Score.Of(TextPair.F1(shared, words.Output.Count, words.Expected.Count)));
    }
}
