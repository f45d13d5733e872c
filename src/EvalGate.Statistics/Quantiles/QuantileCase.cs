namespace EvalGate.Statistics;

/// <summary>One paired case as a quantile sees it: its results in both arms, which share the weight of one case.</summary>
/// <param name="Baseline">One value per repetition of the baseline; at least one.</param>
/// <param name="Candidate">One value per repetition of the candidate; at least one, and not necessarily as many.</param>
public sealed record QuantileCase(IReadOnlyList<double> Baseline, IReadOnlyList<double> Candidate);
