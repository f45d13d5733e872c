namespace EvalGate.Statistics;

/// <summary>Clopper and Pearson's exact interval for a rate, never shorter than promised.</summary>
public static class ClopperPearson
{
    /// <summary>Two-sided interval: the rates that neither exact binomial test rejects.</summary>
    /// <remarks>
    /// Formula: P(Bin(n, lower) ≥ x) = P(Bin(n, upper) ≤ x) = (1 − confidence)/2. Assumes independent cases. Wider than <see cref="Wilson"/>: for
    /// claims that must hold, such as error rates of a simulation. At n = 0 it is [0, 1]; when all cases pass (fail) the upper (lower) end is exactly 1 (0).
    /// Source: Clopper and Pearson 1934, Biometrika 26:404.
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
        var tail = (1 - confidence) / 2;
        return new(LowerEnd(passes, cases, tail), 1 - LowerEnd(cases - passes, cases, tail), confidence);
    }

    private static double LowerEnd(long passes, long cases, double tail) =>
        passes == 0 ? 0 : Bisection.FirstTrue(0, 1, rate => BinomialTail.AtLeast(passes, cases, rate) >= tail);
}
