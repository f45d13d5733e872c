using EvalGate.Datasets;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>What the cases of a suite ask, so that a new case can be held against them.</summary>
internal sealed class AskedQuestions
{
    private static readonly LintSettings Settings = new();

    private readonly List<(Case Case, Shingles Asked)> _all = [];

    public AskedQuestions(IEnumerable<Case> cases) => _all.AddRange(cases.Select(c => (c, Of(c))));

    public void Add(Case added) => _all.Add((added, Of(added)));

    /// <summary>Cases that ask nearly the same, the nearest first.</summary>
    public IReadOnlyList<LikeCase> Like(Case built)
    {
        var own = Of(built);
        return [.. _all.Select(c => new LikeCase(c.Case.Id, c.Case.Place, own.Similarity(c.Asked)))
            .Where(l => l.Similarity >= Settings.NearDuplicate).OrderByDescending(l => l.Similarity)];
    }

    private static Shingles Of(Case asking) => Shingles.Of(PlainWords.Of(TextLeaf.Prose(asking.Input)), Settings.ShingleWords);
}
