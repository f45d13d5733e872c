namespace EvalGate.Statistics;

/// <summary>The tests of all slices of one metric, adjusted together.</summary>
/// <param name="Slices">One test per slice, in the order of the slice indices.</param>
/// <param name="IsExact">Whether every equally likely assignment was enumerated.</param>
/// <param name="Replicates">The assignments enumerated when exact, else the hashed replicates drawn.</param>
public sealed record FamilyTest(IReadOnlyList<SliceTest> Slices, bool IsExact, int Replicates);
