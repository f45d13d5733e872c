namespace EvalGate.Statistics;

/// <summary>The repetitions of one case in both arms.</summary>
/// <param name="Baseline">Moments of the baseline's repetitions; at least one.</param>
/// <param name="Candidate">Moments of the candidate's repetitions; at least one, and not necessarily as many.</param>
public sealed record RepeatedCase(Moments Baseline, Moments Candidate);
