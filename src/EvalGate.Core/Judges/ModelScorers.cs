using EvalGate.Model;
using EvalGate.Scoring;

namespace EvalGate.Judges;

/// <summary>The built-in scorers that ask a model. What asks it is registered by <c>EvalGate.Chat</c>.</summary>
public static class ModelScorers
{
    /// <summary>The name of the judge.</summary>
    public const string Judge = "judge";

    /// <summary>The name of the similarity of embeddings.</summary>
    public const string Similarity = "similarity";

    /// <summary>The name of the judge that compares two answers.</summary>
    public const string Pairwise = "pairwise";

    /// <summary>What a scorer gives when it cannot say: neither of two answers is better, a similarity is too near its threshold.</summary>
    public const double Neither = 0.5;

    /// <summary>The key that names what the pairwise judge compares with.</summary>
    internal const string Against = "against";

    private const long ScoreScale = 1_000_000;

    /// <summary>
    /// Whether a metric compares with the approved output of each case, which stands for the baseline's: a pairwise judge that names nothing else.
    /// A baseline is by definition as good as itself: <see cref="Neither"/> on every case, whatever it was compared with when it ran.
    /// </summary>
    /// <param name="metric">The metric.</param>
    public static bool ComparesWithApproved(Metric metric) => metric.Scorer is { IsUserType: false, Name: Pairwise } && !metric.Scorer.Settings.ContainsKey(Against);

    internal static ScorerDefinition JudgeDefinition { get; } = new()
    {
        Name = Judge,
        Summary = "A model's grade of the output by a rubric. It informs until it agrees with human labels.",
        Settings =
        [
            new("of", SettingKind.Path, true),
            new("rubric", SettingKind.ProjectFile, true),
            new("model", SettingKind.Text, true),
            new("expected", SettingKind.Path, false),
            new("repeats", SettingKind.Number, false),
        ],
        Kind = MetricKind.Ordinal,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = ScoreScale,
        HasScale = true,
        IsJudge = true,
        AsksModel = true,
        Create = NeedsModel,
    };

    internal static ScorerDefinition PairwiseDefinition { get; } = new()
    {
        Name = Pairwise,
        Summary = "Which of two answers a model finds better, asked in both orders: 1 the output, 0 the other (the approved one unless 'against' names it), 0.5 neither, or what comes first.",
        Settings =
        [
            new("of", SettingKind.Path, true),
            new(Against, SettingKind.Path, false),
            new("rubric", SettingKind.ProjectFile, true),
            new("model", SettingKind.Text, true),
        ],
        Kind = MetricKind.Ordinal,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = ScoreScale,
        IsJudge = true,
        AsksModel = true,
        Create = NeedsModel,
    };

    internal static ScorerDefinition SimilarityDefinition { get; } = new()
    {
        Name = Similarity,
        Summary = "Cosine of the embeddings of two texts, from 0 to 1; what points apart counts 0. With a threshold 1 from there on and 0 below, and 0.5 where it is nearer than the margin.",
        Settings =
        [
            new("of", SettingKind.Path, true),
            new("expected", SettingKind.Path, true),
            new("model", SettingKind.Text, true),
            new("threshold", SettingKind.Number, false) { Most = 1 },
            new("margin", SettingKind.Number, false) { Most = 1, Needs = "threshold" },
        ],
        Kind = MetricKind.Continuous,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = ScoreScale,
        AsksModel = true,
        Create = NeedsModel,
    };

    private static IScorer NeedsModel(ScorerSettings settings) => throw new InvalidOperationException("A scorer that asks a model is made by IModelScorerFactory.");
}
