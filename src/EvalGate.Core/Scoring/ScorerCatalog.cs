using EvalGate.Judges;

namespace EvalGate.Scoring;

/// <summary>The built-in scorers.</summary>
public static class ScorerCatalog
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<ScorerDefinition> All { get; } =
    [
        ChoiceScorer.Definition,
        ContainsScorer.Definition,
        CostScorer.Definition,
        DurationScorer.Definition,
        ExactScorer.Definition,
        JsonScorer.Definition,
        ModelScorers.JudgeDefinition,
        NumberScorer.Definition,
        ModelScorers.PairwiseDefinition,
        RefusalScorer.Definition,
        RegexScorer.Definition,
        RougeLScorer.Definition,
        ModelScorers.SimilarityDefinition,
        TokenF1Scorer.Definition,
        TokensScorer.Definition,
        WordsScorer.Definition,
    ];

    /// <summary>A scorer by name, or null when there is none.</summary>
    /// <param name="name">The name that suites write.</param>
    public static ScorerDefinition? Find(string name) => All.FirstOrDefault(d => d.Name == name);
}
