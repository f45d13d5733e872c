namespace EvalGate.Gating;

/// <summary>One paired case under one metric: sums of its repetitions over the sample's common denominator, oriented so that more is better.</summary>
/// <param name="Row">The case's row in the <see cref="PairedTable"/>.</param>
/// <param name="Baseline">The baseline's score.</param>
/// <param name="Candidate">The candidate's score.</param>
internal readonly record struct PairedRow(int Row, long Baseline, long Candidate)
{
    public long Difference => Candidate - Baseline;
}
