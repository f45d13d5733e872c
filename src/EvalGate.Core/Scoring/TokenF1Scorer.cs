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

        return new(Score.Of(TextPair.F1(Shared(words.Output, words.Expected), words.Output.Count, words.Expected.Count)));
    }

    private static int Shared(IReadOnlyList<string> output, IReadOnlyList<string> expected)
    {
        var left = new Dictionary<string, int>(expected.Count, StringComparer.Ordinal);
        foreach (var word in expected)
        {
            left[word] = left.GetValueOrDefault(word) + 1;
        }

        var shared = 0;
        foreach (var word in output)
        {
            if (left.TryGetValue(word, out var count) && count > 0)
            {
                left[word] = count - 1;
                shared++;
            }
        }

        return shared;
    }
}
