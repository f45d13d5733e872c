namespace EvalGate.Statistics;

/// <summary>What is known about a paired pass/fail comparison before the candidate exists.</summary>
/// <param name="Cases">Paired cases, not negative.</param>
/// <param name="FlipRate">Share of cases that neutral noise flips, half of them each way, in [0, 1].</param>
/// <param name="Margin">Tolerated drop δ, in [0, 1].</param>
/// <param name="Level">One-sided level of the regression test, in (0, 1).</param>
/// <param name="Power">Wanted chance of seeing a real drop, in (0, 1); 0.8 by default.</param>
public sealed record PassFailPlan(long Cases, double FlipRate, double Margin, double Level, double Power = 0.8);
