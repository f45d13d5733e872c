namespace EvalGate.Statistics;

/// <summary>Wilson's score interval for a pass rate.</summary>
public static class Wilson
{
    /// <summary>Two-sided score interval for the true pass rate.</summary>
    /// <remarks>
    /// Formula: (p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n). Assumes independent cases.
    /// At n = 0 it is [0, 1]; at n = 1 and when all cases pass (fail) the upper (lower) end is exactly 1 (0).
    /// For a one-sided 95 % bound ask for confidence 0.9. Not for grouped cases: use <see cref="ClusterRobustMean"/>.
    /// Source: Wilson 1927; worked values in Newcombe 1998, Stat Med 17:857.
    /// </remarks>
    /// <param name="passes">Passed cases, at most <paramref name="cases"/>.</param>
    /// <param name="cases">All cases.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <returns>The interval, inside [0, 1].</returns>
    public static ConfidenceInterval Interval(long passes, long cases, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(passes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(passes, cases);
        Guard.InsideUnit(confidence, nameof(confidence));
        if (cases == 0)
            return new(0, 1, confidence);
        var z = NormalCurve.Quantile((1 + confidence) / 2);
        double n = cases, rate = passes / n, scale = 1 + z * z / n;
        var centre = (rate + z * z / (2 * n)) / scale;
        var half = z * Math.Sqrt(rate * (1 - rate) / n + z * z / (4 * n * n)) / scale;
        return new(
            passes == 0 ? 0 : Math.Max(0, centre - half),
            passes == cases ? 1 : Math.Min(1, centre + half),
            confidence);
    }
}
