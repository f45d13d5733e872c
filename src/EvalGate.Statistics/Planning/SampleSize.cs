namespace EvalGate.Statistics;

/// <summary>Cases needed by the paired tests, and the smallest drop that a number of cases detects, by normal approximation.</summary>
/// <remarks>All levels are one-sided. Assumes independent cases; multiply by the design effect where cases come in groups.</remarks>
public static class SampleSize
{
    /// <summary>Cases for McNemar's test to detect a true drop.</summary>
    /// <remarks>
    /// Formula: n = (z₁₋α·√π + z_power·√(π − θ²))² / θ². Optimistic below about 10 expected flips.
    /// Source: Connor 1987, Biometrics 43:207; Miettinen 1968.
    /// </remarks>
    /// <param name="drop">True drop θ, in (0, <paramref name="flipRate"/>].</param>
    /// <param name="flipRate">Share π of cases on which the arms differ, in (0, 1].</param>
    /// <param name="level">One-sided level in (0, 1).</param>
    /// <param name="power">Wanted power in (0, 1).</param>
    /// <returns>The number of cases, rounded up.</returns>
    public static long PassFailDrop(double drop, double flipRate, double level, double power) =>
        RoundedUp(ExactPassFailDrop(drop, flipRate, level, power));

    /// <summary>Cases for a paired test of means to detect a true drop.</summary>
    /// <remarks>
    /// Formula: n = (z₁₋α + z_power)²·σ²/θ². With repetitions σ² = ω² + σ_C²/K_C + σ_B²/K_B. No variance needs one case.
    /// Source: Miller 2024, arXiv 2411.00640 (969 cases to see 3 points).
    /// </remarks>
    /// <param name="drop">True drop θ, positive.</param>
    /// <param name="variance">Variance σ² of one case's difference, not negative.</param>
    /// <param name="level">One-sided level in (0, 1).</param>
    /// <param name="power">Wanted power in (0, 1).</param>
    /// <returns>The number of cases, rounded up.</returns>
    public static long MeanDrop(double drop, double variance, double level, double power) =>
        RoundedUp(ExactMeanDrop(drop, variance, level, power));

    /// <summary>Cases to show that less than the margin was lost; <see cref="RareLoss.MinimumCases"/> may ask for more.</summary>
    /// <remarks>
    /// Formula: n = (z₁₋α + z_power)²·σ²/(δ + θ₀)²; for pass/fail σ² = flip rate − θ₀². Null when θ₀ ≤ −δ: more cases will not help.
    /// Source: Liu, Hsueh, Hsieh and Chen 2002 for pass/fail, Miller 2024 for means.
    /// </remarks>
    /// <param name="margin">Tolerated drop δ, not negative.</param>
    /// <param name="assumedDifference">Assumed true difference θ₀, 0 for "nothing changed".</param>
    /// <param name="variance">Variance σ² of one case's difference, not negative.</param>
    /// <param name="level">One-sided level in (0, 1).</param>
    /// <param name="power">Wanted power in (0, 1).</param>
    /// <returns>The number of cases, rounded up, or null.</returns>
    public static long? NonInferiority(double margin, double assumedDifference, double variance, double level, double power)
    {
        Guard.NotNegative(margin, nameof(margin));
        return margin + assumedDifference > 0 ? MeanDrop(margin + assumedDifference, variance, level, power) : null;
    }

    /// <summary>The smallest true drop that McNemar's test detects with a number of cases.</summary>
    /// <remarks>Inverse of <see cref="PassFailDrop"/>. Null with no cases, or when even a drop of the whole flip rate would be missed.</remarks>
    /// <param name="cases">Paired cases, not negative.</param>
    /// <param name="flipRate">Share π of cases on which the arms differ, in (0, 1].</param>
    /// <param name="level">One-sided level in (0, 1).</param>
    /// <param name="power">Wanted power in (0, 1).</param>
    /// <returns>The drop, or null.</returns>
    public static double? DetectableDrop(long cases, double flipRate, double level, double power)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        if (ExactPassFailDrop(flipRate, flipRate, level, power) > cases)
            return null;
        return Bisection.FirstTrue(0, flipRate, drop => drop > 0 && ExactPassFailDrop(drop, flipRate, level, power) <= cases);
    }

    internal static double ExactPassFailDrop(double drop, double flipRate, double level, double power)
    {
        Guard.Positive(drop, nameof(drop));
        Guard.UpToOne(flipRate, nameof(flipRate));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drop, flipRate);
        var root = NullQuantile(level) * Math.Sqrt(flipRate) + PowerQuantile(power) * Math.Sqrt(flipRate - drop * drop);
        return root * root / (drop * drop);
    }

    internal static double ExactMeanDrop(double drop, double variance, double level, double power)
    {
        Guard.Positive(drop, nameof(drop));
        Guard.NotNegative(variance, nameof(variance));
        var sum = NullQuantile(level) + PowerQuantile(power);
        return sum * sum * variance / (drop * drop);
    }

    internal static double NullQuantile(double level)
    {
        Guard.InsideUnit(level, nameof(level));
        return -NormalCurve.Quantile(level);
    }

    internal static double PowerQuantile(double power)
    {
        Guard.InsideUnit(power, nameof(power));
        return NormalCurve.Quantile(power);
    }

    internal static long RoundedUp(double cases) => Math.Max(1, (long)Math.Ceiling(cases));
}
