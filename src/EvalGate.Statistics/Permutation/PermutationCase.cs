namespace EvalGate.Statistics;

/// <summary>One paired case in both arms, as fixed-point scores oriented so that higher is better.</summary>
/// <param name="Baseline">One score per repetition of the baseline; at least one.</param>
/// <param name="Candidate">One score per repetition of the candidate; at least one, and not necessarily as many.</param>
/// <param name="Slices">Indices of the slices that contain the case; repeated indices count once, none is allowed.</param>
public sealed record PermutationCase(IReadOnlyList<long> Baseline, IReadOnlyList<long> Candidate, IReadOnlyList<int> Slices);
