using EvalGate.Gating;

namespace EvalGate.Reports;

/// <summary>The order in which comparisons are worth a reader's time: what blocks first, then the worst, then the surest, then the largest.</summary>
internal static class Ranking
{
    public static IEnumerable<Comparison> WorstFirst(this IEnumerable<Comparison> comparisons) => comparisons
        .OrderByDescending(c => c.Blocks).ThenByDescending(c => c.Verdict).ThenBy(c => c.AdjustedPValue ?? 1)
        .ThenBy(c => -Math.Abs(c.Difference ?? 0)).ThenBy(c => c.Slice);
}
