using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>Longest common subsequence of words as an F-measure with equal weights (Lin 2004, ROUGE-L, sentence level, β = 1).</summary>
internal sealed class RougeLScorer(JsonPath of, JsonPath expected) : IScorer
{
    /// <summary>Words of each text that are compared; the table of the subsequence grows with their product.</summary>
    private const int MostWords = 5000;

    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "rouge-l",
        Summary = "Longest common subsequence of words between output and expected value, as F-measure from 0 to 1.",
        Settings = TextPair.Settings,
        Kind = MetricKind.Continuous,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = 1_000_000,
        Create = s => new RougeLScorer(s.Path("of")!, s.Path("expected")!),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken)
    {
        if (TextPair.Words(input, of, expected) is not { } words)
        {
            return new(Score.NotApplicable);
        }

        if (words.Output.Count > MostWords || words.Expected.Count > MostWords)
        {
            throw new ScorerException($"rouge-l compares at most {MostWords} words; the output has {words.Output.Count}, the expected value {words.Expected.Count}");
        }

        return new(Score.Of(TextPair.F1(CommonSubsequence(words.Output, words.Expected), words.Output.Count, words.Expected.Count)));
    }

    private static int CommonSubsequence(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var row = new int[b.Count + 1];
        foreach (var word in a)
        {
            var diagonal = 0;
            for (var j = 1; j <= b.Count; j++)
            {
                var above = row[j];
                row[j] = word == b[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }

        return row[^1];
    }
}
