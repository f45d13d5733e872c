namespace EvalGate.Statistics;

/// <summary>What the null hypothesis flips together: one case, or all cases of one group.</summary>
/// <param name="Key">Key of the unit's id (<see cref="HashedReplicates.Fnv1A64"/>); different for every unit.</param>
/// <param name="Cases">The unit's cases; a unit without cases changes nothing.</param>
public sealed record PermutationUnit(ulong Key, IReadOnlyList<PermutationCase> Cases);
