namespace EvalGate.Statistics;

/// <summary>What is known about a paired comparison of means before the candidate exists.</summary>
/// <param name="Cases">Paired cases, not negative.</param>
/// <param name="StandardDeviation">Standard deviation of one case's difference, not negative.</param>
/// <param name="Margin">Tolerated drop δ, not negative, in the metric's own unit.</param>
/// <param name="Level">One-sided level of the regression test, in (0, 1).</param>
/// <param name="Power">Wanted chance of seeing a real drop, in (0, 1); 0.8 by default.</param>
public sealed record MeanPlan(long Cases, double StandardDeviation, double Margin, double Level, double Power = 0.8);
