namespace EvalGate.Statistics;

/// <summary>Sign-flip test of a mean difference on one slice.</summary>
public static class SignFlip
{
    /// <summary>One-sided p-value of "the candidate is not worse": the share of sign assignments whose sum is at most the observed one.</summary>
    /// <remarks>
    /// Assumes independent differences, symmetric under the null. Exact over all 2ᵐ signs of the m differences that are not 0 while m is at most
    /// <paramref name="exactUpTo"/>, else (1 + hits) / (replicates + 1) with hashed signs. No differences, or all 0: 1. One drop: ½.
    /// Not for several slices together: use <see cref="WestfallYoung"/>. Source: Fisher 1935, Design of Experiments, section 21.
    /// </remarks>
    /// <param name="differences">Candidate − baseline per case, as fixed-point integers.</param>
    /// <param name="keys">Key of each case (<see cref="HashedReplicates.Fnv1A64"/> of its id), all different.</param>
    /// <param name="exactUpTo">Most differing cases to enumerate, 0 to 20; default 13.</param>
    /// <param name="replicates">Hashed replicates beyond that; default 9,999.</param>
    /// <returns>The p-value; small means "worse".</returns>
    public static double PValueWorse(
        IReadOnlyList<long> differences, IReadOnlyList<ulong> keys, int exactUpTo = 13, int replicates = 9999)
    {
        ArgumentNullException.ThrowIfNull(differences);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfNegative(exactUpTo);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(exactUpTo, 20);
        if (differences.Count != keys.Count)
            throw new ArgumentException("Every difference needs a key.", nameof(keys));
        PermutationUnit[] units =
            [.. differences.Zip(keys, (difference, key) => new PermutationUnit(key, [new PermutationCase([0], [difference], [0])]))];
        return WestfallYoung.StepDown(units, 1, FamilyStatistic.MaxT, replicates, 1 << exactUpTo).Slices[0].PValue;
    }
}
