using EvalGate.Gating;
using EvalGate.Slicing;

namespace EvalGate.GitHub;

/// <summary>A regression that somebody may accept from the pull request.</summary>
/// <param name="Number">How a command names it, from 1.</param>
/// <param name="Suite">The suite.</param>
/// <param name="Comparison">The comparison that blocks.</param>
public sealed record AcceptableItem(int Number, string Suite, Comparison Comparison)
{
    private const int Most = 50;

    /// <summary>How a command may name it instead: <c>language=de</c>, <c>category=refund&amp;language=de</c>, <c>overall</c>; not unique.</summary>
    public string SliceName => Comparison.Slice.IsOverall ? Slice.Overall.ToString() : string.Join('&', Comparison.Slice.Pairs);

    /// <summary>What can be accepted of verdicts: what blocks by its figures, one per suite, metric and slice, and no more than anybody reads.</summary>
    /// <param name="verdicts">The verdicts.</param>
    public static IReadOnlyList<AcceptableItem> Of(IReadOnlyList<SuiteVerdict> verdicts) =>
    [
        .. verdicts.OrderBy(v => v.Suite, StringComparer.Ordinal)
            .SelectMany(v => v.Comparisons.Where(IsAcceptable)
                .GroupBy(c => (c.Metric.Name, c.Slice)).Select(g => (v.Suite, Worst: g.MaxBy(c => Math.Abs(c.Difference!.Value))!)))
            .Take(Most).Select((item, i) => new AcceptableItem(i + 1, item.Suite, item.Worst)),
    ];

    private static bool IsAcceptable(Comparison c) =>
        c is { Blocks: true, SparedShare: null, Verdict: not Verdict.NotJudged, Difference: not null, Baseline: not null }
        && c.Difference * (c.Metric.Better == Model.Direction.Higher ? -1 : 1) > 0;
}
