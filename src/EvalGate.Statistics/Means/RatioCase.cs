namespace EvalGate.Statistics;

/// <summary>What one case adds to a ratio metric such as cost per solved case, in both arms.</summary>
/// <param name="BaselineNumerator">The baseline's part of ΣY.</param>
/// <param name="BaselineDenominator">The baseline's part of ΣX.</param>
/// <param name="CandidateNumerator">The candidate's part of ΣY.</param>
/// <param name="CandidateDenominator">The candidate's part of ΣX.</param>
public readonly record struct RatioCase(
    double BaselineNumerator, double BaselineDenominator, double CandidateNumerator, double CandidateDenominator);
