namespace EvalGate.Statistics;

/// <summary>Westfall–Young step-down over overlapping slices, by flipping signs (or shuffling repetitions) of whole units.</summary>
/// <remarks>
/// <para>
/// Null hypothesis: in every unit the two arms are exchangeable. With equal repetition counts in all its cases the unit's differences flip their
/// sign together; otherwise the null shuffles which results are the candidate's, jointly in the unit: in each case the K_C slots with the
/// smallest hashed draws (slots: baseline repetitions, then candidate repetitions). Assumes independent units and differences symmetric
/// under the null, which holds by construction for pass/fail. Controls the chance of any false alarm among all slices under any overlap.
/// </para>
/// <para>
/// maxT: T = −Σd/√Var, Var the exact null variance Σ over units of the variance of the unit's sum; in a slice that holds a group with several
/// repetition patterns, the mean square over the observed and all drawn assignments. minP: the exact McNemar p. Differences are exact integers over
/// one common denominator; ties count as evidence against the alarm (relative tolerance 1e-12 between slices). The order of units never matters.
/// </para>
/// <para>
/// Up to 8,192 equally likely assignments (13 flips) are enumerated, p = hits / assignments; beyond that, and for groups with several repetition
/// patterns, p = (1 + hits) / (replicates + 1). No units, no differences or all equal: every p is 1. One differing unit: p is ½ at best.
/// Source: Westfall and Young 1993, algorithm 2.8 (minP) and its maxT form; Phipson and Smyth 2010 for the added one.
/// </para>
/// </remarks>
public static class WestfallYoung
{
    internal const int ExactAssignments = 8192;

    /// <summary>Tests "not worse" on every slice and adjusts for all of them.</summary>
    /// <param name="units">The units, in any order, each with its own key.</param>
    /// <param name="sliceCount">Number of slices; indices in the cases lie below it.</param>
    /// <param name="statistic">minP for pass/fail with one repetition and one case a unit, else maxT.</param>
    /// <param name="replicates">Hashed replicates to draw where enumeration is too long; default 9,999.</param>
    /// <returns>One test per slice.</returns>
    /// <exception cref="ArgumentException">
    /// Empty arms, unknown slices, repeated keys, scores too large to add exactly, or minP on anything but pass/fail.
    /// </exception>
    public static FamilyTest StepDown(
        IReadOnlyList<PermutationUnit> units, int sliceCount, FamilyStatistic statistic, int replicates = 9999) =>
        StepDown(units, sliceCount, statistic, replicates, ExactAssignments);

    internal static FamilyTest StepDown(
        IReadOnlyList<PermutationUnit> units, int sliceCount, FamilyStatistic statistic, int replicates, int exactAssignments)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentOutOfRangeException.ThrowIfNegative(sliceCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        if (!Enum.IsDefined(statistic))
            throw new ArgumentOutOfRangeException(nameof(statistic), statistic, "The statistic is MinP or MaxT.");
        if (statistic == FamilyStatistic.MinP)
            PassFailUnits.Require(units);
        var family = PermutationFamily.Of(units, sliceCount);
        var sums = SumTable.Enumerate(family, exactAssignments) ?? SumTable.Draw(family, replicates);
        SliceEvidence?[] evidence = [.. Enumerable.Range(0, sliceCount).Select(slice => SliceEvidence.Of(statistic, family, sums, slice))];
        return new(StepDownAdjustment.Apply(sums, evidence), sums.IsExact, sums.Columns);
    }
}
