namespace EvalGate.Statistics;

/// <summary>Bounds for a mean that hold at every moment at once, so that one may look after every case and stop at will.</summary>
/// <remarks>
/// Formula: mean ± s·√(2(nρ² + 1)/(n²ρ²)·ln(√(nρ² + 1)/α)), one-sided ln(1 + √(nρ² + 1)/(2α)), with
/// ρ² = (−2·ln α + ln(−2·ln α) + 1)/n* for the number of cases n* at which it is tightest. Assumes independent cases and holds asymptotically: not below some
/// dozens of cases. With fewer than two cases or no variance it says nothing: the bounds are infinite.
/// Source: Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas 2024, Ann Stat 52:2613 (arXiv 2103.06476).
/// </remarks>
public static class ConfidenceSequence
{
    /// <summary>Two-sided interval for the mean.</summary>
    /// <param name="differences">Moments of the values so far.</param>
    /// <param name="confidence">Chance that every interval of the sequence holds, in (0, 1).</param>
    /// <param name="tunedFor">The number of cases at which it is tightest, positive.</param>
    /// <returns>The interval.</returns>
    public static ConfidenceInterval Interval(Moments differences, double confidence, long tunedFor)
    {
        Guard.InsideUnit(confidence, nameof(confidence));
        var half = HalfWidth(differences, 1 - confidence, tunedFor, spread => Math.Log(spread / (1 - confidence)));
        return half is { } width
            ? new(differences.Mean - width, differences.Mean + width, confidence)
            : new(double.NegativeInfinity, double.PositiveInfinity, confidence);
    }

    /// <summary>One-sided lower bound for the mean.</summary>
    /// <remarks>−∞ with fewer than two cases or no variance.</remarks>
    /// <param name="differences">Moments of the values so far.</param>
    /// <param name="level">Chance that any bound of the sequence fails, in (0, 1).</param>
    /// <param name="tunedFor">The number of cases at which it is tightest, positive.</param>
    /// <returns>The bound.</returns>
    public static double LowerBound(Moments differences, double level, long tunedFor) =>
        OneSided(differences, level, tunedFor) is { } width ? differences.Mean - width : double.NegativeInfinity;

    /// <summary>One-sided upper bound for the mean.</summary>
    /// <remarks>+∞ with fewer than two cases or no variance.</remarks>
    /// <param name="differences">Moments of the values so far.</param>
    /// <param name="level">Chance that any bound of the sequence fails, in (0, 1).</param>
    /// <param name="tunedFor">The number of cases at which it is tightest, positive.</param>
    /// <returns>The bound.</returns>
    public static double UpperBound(Moments differences, double level, long tunedFor) =>
        OneSided(differences, level, tunedFor) is { } width ? differences.Mean + width : double.PositiveInfinity;

    internal static double Rho(double level, long tunedFor)
    {
        Guard.InsideUnit(level, nameof(level));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tunedFor);
        var twice = -2 * Math.Log(level);
        return Math.Sqrt((twice + Math.Log(twice) + 1) / tunedFor);
    }

    private static double? OneSided(Moments differences, double level, long tunedFor) =>
        HalfWidth(differences, level, tunedFor, spread => Math.Log(1 + spread / (2 * level)));

    private static double? HalfWidth(Moments differences, double level, long tunedFor, Func<double, double> logarithm)
    {
        ArgumentNullException.ThrowIfNull(differences);
        var rho = Rho(level, tunedFor);
        if (differences.Count < 2 || differences.Variance == 0)
            return null;
        double n = differences.Count, growth = n * rho * rho + 1;
        return Math.Sqrt(differences.Variance * 2 * growth / (n * n * rho * rho) * logarithm(Math.Sqrt(growth)));
    }
}
