namespace EvalGate.Statistics;

/// <summary>One hypothesis of a family whose smallest possible p-value is known beforehand.</summary>
/// <param name="PValue">Observed p-value in [0, 1].</param>
/// <param name="SmallestPossiblePValue">The p-value had everything gone wrong, 2^−flips for McNemar; must not depend on which way flips went.</param>
/// <param name="Weight">Positive weight fixed beforehand; 1 by default.</param>
public readonly record struct TaroneHypothesis(double PValue, double SmallestPossiblePValue, double Weight = 1);
