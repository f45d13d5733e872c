namespace EvalGate.Statistics;

/// <summary>Tango's score test and interval for the difference of two paired pass rates, with the variance factor n/(n−1).</summary>
/// <remarks>
/// Formula: Z(D) = (b − c − nD) / √(n·(2q + D(1 − D))·n/(n−1)), with b gains, c losses and q the loss probability estimated under θ = D.
/// Assumes independent cases with one repetition per arm. Source: Tango 1998, Stat Med 17:891; Liu, Hsueh, Hsieh and Chen 2002;
/// the factor n/(n−1) is Laud's bias correction.
/// </remarks>
public static class TangoScore
{
    /// <summary>One-sided p-value of "the candidate lost <paramref name="margin"/> or more" (θ ≤ −margin); small means non-inferior.</summary>
    /// <remarks>
    /// With fewer than two cases it is 1: nothing can be shown. With no flips it still falls as n grows (but see <see cref="RareLoss"/>).
    /// With no flips and margin 0 it is 1. Not for grouped cases or several repetitions.
    /// </remarks>
    /// <param name="gains">Cases that only the candidate passes.</param>
    /// <param name="losses">Cases that only the baseline passes.</param>
    /// <param name="cases">All paired cases.</param>
    /// <param name="margin">Tolerated drop, in [0, 1).</param>
    /// <returns>The p-value.</returns>
    public static double NonInferiorityPValue(long gains, long losses, long cases, double margin)
    {
        Check(gains, losses, cases);
        if (!(margin is >= 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin lies in [0, 1).");
        return cases < 2 ? 1 : NormalCurve.Below(-Score(gains, losses, cases, -margin, Factor(cases)));
    }

    /// <summary>Two-sided interval for candidate minus baseline: all D with |Z(D)| below the normal quantile.</summary>
    /// <remarks>
    /// With fewer than two cases it is [−1, 1]. When all cases were lost (gained) the lower (upper) end is exactly −1 (1).
    /// With no flips at all it is symmetric around 0 and shrinks with n.
    /// </remarks>
    /// <param name="gains">Cases that only the candidate passes.</param>
    /// <param name="losses">Cases that only the baseline passes.</param>
    /// <param name="cases">All paired cases.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <returns>The interval, inside [−1, 1].</returns>
    public static ConfidenceInterval Interval(long gains, long losses, long cases, double confidence)
    {
        Check(gains, losses, cases);
        Guard.InsideUnit(confidence, nameof(confidence));
        return cases < 2 ? new(-1, 1, confidence) : Interval(gains, losses, cases, confidence, Factor(cases));
    }

    internal static ConfidenceInterval Interval(long gains, long losses, long cases, double confidence, double factor)
    {
        var z = NormalCurve.Quantile((1 + confidence) / 2);
        var estimate = (double)(gains - losses) / cases;
        return new(
            losses == cases ? -1 : Bisection.FirstTrue(-1, estimate, difference => Score(gains, losses, cases, difference, factor) <= z),
            gains == cases ? 1 : Bisection.FirstTrue(estimate, 1, difference => Score(gains, losses, cases, difference, factor) <= -z),
            confidence);
    }

    internal static double Score(long gains, long losses, long cases, double difference, double factor)
    {
        double n = cases;
        var distance = gains - losses - n * difference;
        var variance = n * NullVariance(gains / n, losses / n, difference) * factor;
        return variance > 0 ? distance / Math.Sqrt(variance)
            : distance > 0 ? double.PositiveInfinity
            : double.NegativeInfinity;
    }

    // Variance of one case's difference when its mean is forced to be `difference`.
    internal static double NullVariance(double gainRate, double lossRate, double difference)
    {
        var b = -gainRate - lossRate + (2 - gainRate + lossRate) * difference;
        var c = -lossRate * difference * (1 - difference);
        var root = Math.Sqrt(Math.Max(0, b * b - 8 * c));
        var lossProbability = (root - b) / 4;
        return 2 * lossProbability + difference * (1 - difference);
    }

    private static double Factor(long cases) => (double)cases / (cases - 1);

    private static void Check(long gains, long losses, long cases)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gains);
        ArgumentOutOfRangeException.ThrowIfNegative(losses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(losses, cases - gains);
    }
}
