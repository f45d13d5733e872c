namespace EvalGate.Statistics;

/// <summary>One part of the production mix and the cases that stand for it.</summary>
/// <param name="Share">Its weight in production, not negative; shares need not add up to 1.</param>
/// <param name="Values">Moments of its cases.</param>
public sealed record Stratum(double Share, Moments Values);
