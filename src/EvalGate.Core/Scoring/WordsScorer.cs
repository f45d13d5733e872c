using EvalGate.Model;

namespace EvalGate.Scoring;

/// <summary>How many words the output has.</summary>
internal sealed class WordsScorer(JsonPath of) : IScorer
{
    public static ScorerDefinition Definition { get; } = new()
    {
        Name = "words",
        Summary = "How many words the output has.",
        Settings = [new("of", SettingKind.Path, Required: true)],
        Kind = MetricKind.Count,
        Better = Direction.Lower,
        Range = null,
        Scale = 1_000,
        Unit = "words",
        Create = s => new WordsScorer(s.Path("of")!),
    };

    public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken) =>
        new(Score.Of(WordSplitter.Count(ScoredValue.Text(ScoredValue.Required(input, of)))));
}
