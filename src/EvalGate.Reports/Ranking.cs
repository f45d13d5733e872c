using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>Which comparisons are worth a reader's time, and in which order.</summary>
public static class Ranking
{
    /// <summary>A metric overall, against the baseline: shown whatever its verdict.</summary>
    /// <param name="c">A comparison.</param>
    public static bool IsMain(this Comparison c) => c is { Slice.IsOverall: true, IsAnchored: false, Weighting: null };

    /// <summary>Against the accepted run, every case counted once: not the anchor, not the mix of production, not a variant in the same session.</summary>
    /// <param name="c">A comparison.</param>
    public static bool IsPlain(this Comparison c) => c is { IsAnchored: false, Weighting: null, Variant: null };

    /// <summary>A metric overall, weighted as in production: shown below it.</summary>
    /// <param name="c">A comparison.</param>
    public static bool IsMix(this Comparison c) => c.Weighting is not null;

    /// <summary>Not simply fine.</summary>
    /// <param name="c">A comparison.</param>
    public static bool IsBad(this Comparison c) => c.Blocks || c.Verdict >= Verdict.Inconclusive;

    /// <summary>What blocks first, then the worst, then the surest, then the largest.</summary>
    /// <param name="comparisons">Any comparisons.</param>
    public static IEnumerable<Comparison> WorstFirst(this IEnumerable<Comparison> comparisons) => comparisons
        .OrderByDescending(c => c.Blocks).ThenByDescending(c => c.Verdict).ThenBy(c => c.AdjustedPValue ?? 1)
        .ThenBy(c => -Math.Abs(c.Difference ?? 0)).ThenBy(c => c.Slice);

    /// <summary>Several rules may look at one slice of a metric: the one that decides, in the order given.</summary>
    /// <param name="comparisons">Any comparisons.</param>
    public static Comparison[] WorstPerSlice(this IEnumerable<Comparison> comparisons) =>
        [.. comparisons.GroupBy(c => (c.Metric.Name, c.Slice, c.IsAnchored, c.Variant, c.IsMix())).Select(g => g.WorstFirst().First())];
}
