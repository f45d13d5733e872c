namespace EvalGate.Statistics;

/// <summary>Hall's skewness-corrected t test and interval for a mean difference.</summary>
/// <remarks>
/// Formula: with t = (d̄ − μ)√n/s and a = skewness/√n, T = t + a·t²/3 + a²·t³/27 + a/6 is compared with Student's t
/// on n − 1 degrees of freedom; without skewness this is the paired t test. Assumes independent differences with finite third moment.
/// With n &lt; 2 or no variance nothing can be said: p-values are 1 and the interval is (−∞, +∞).
/// Not for "regressed" in the far tail, where it exceeds its level: use <see cref="WestfallYoung"/>. Source: Hall 1992, JRSS B 54:221.
/// </remarks>
public static class HallT
{
    /// <summary>p-value of θ ≥ <paramref name="mean"/>; small means the true mean difference is below it.</summary>
    /// <remarks>1 with fewer than two differences or when all are equal.</remarks>
    /// <param name="differences">Moments of candidate − baseline.</param>
    /// <param name="mean">The mean under the null hypothesis.</param>
    /// <returns>The one-sided p-value.</returns>
    public static double PValueBelow(Moments differences, double mean) =>
        HasSpread(differences) ? StudentCurve.Below(Statistic(differences, mean), differences.Count - 1) : 1;

    /// <summary>p-value of θ ≤ <paramref name="mean"/>; small means the true mean difference is above it.</summary>
    /// <remarks>The non-inferiority test when <paramref name="mean"/> is −δ. 1 with fewer than two differences or when all are equal.</remarks>
    /// <param name="differences">Moments of candidate − baseline.</param>
    /// <param name="mean">The mean under the null hypothesis.</param>
    /// <returns>The one-sided p-value.</returns>
    public static double PValueAbove(Moments differences, double mean) =>
        HasSpread(differences) ? StudentCurve.Below(-Statistic(differences, mean), differences.Count - 1) : 1;

    /// <summary>Two-sided interval: the means that neither one-sided test rejects, in closed form.</summary>
    /// <remarks>(−∞, +∞) with fewer than two differences or when all are equal.</remarks>
    /// <param name="differences">Moments of candidate − baseline.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <returns>The interval.</returns>
    public static ConfidenceInterval Interval(Moments differences, double confidence)
    {
        Guard.InsideUnit(confidence, nameof(confidence));
        if (!HasSpread(differences))
            return new(double.NegativeInfinity, double.PositiveInfinity, confidence);
        var quantile = StudentCurve.Quantile((1 + confidence) / 2, differences.Count - 1);
        return new(Bound(differences, quantile), Bound(differences, -quantile), confidence);
    }

    internal static double Statistic(Moments differences, double mean)
    {
        var n = (double)differences.Count;
        var t = (differences.Mean - mean) * Math.Sqrt(n / differences.Variance);
        var a = differences.Skewness / Math.Sqrt(n);
        return t + a * t * t / 3 + a * a * t * t * t / 27 + a / 6;
    }

    // (3/a)·(∛(1 + a·q) − 1) written as 3q/(c² + c + 1) with c = ∛(1 + a·q): the same value, and stable when a is tiny or 0.
    private static double Bound(Moments differences, double quantile)
    {
        var a = differences.Skewness / Math.Sqrt(differences.Count);
        var q = quantile - a / 6;
        var c = Math.Cbrt(1 + a * q);
        return differences.Mean - Math.Sqrt(differences.Variance / differences.Count) * 3 * q / (c * c + c + 1);
    }

    private static bool HasSpread(Moments differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        return differences.Count >= 2 && differences.Variance > 0;
    }
}
