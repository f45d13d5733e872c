namespace EvalGate.Statistics;

/// <summary>McNemar's test for a paired pass/fail metric, exact or mid-p.</summary>
public static class McNemar
{
    /// <summary>One-sided p-value of "the candidate is not worse".</summary>
    /// <remarks>
    /// Formula: P(Bin(m, ½) ≥ losses), m = gains + losses; cases on which both arms agree carry no information.
    /// Assumes independent cases; equals the sign-flip test of whole cases, and stays conservative when flips have unequal chances that average ½
    /// (Hoeffding 1956). No flips give 1; all m flips lost give 2^−m; one flip lost gives ½.
    /// Not for grouped cases or several repetitions: use <see cref="WestfallYoung"/>.
    /// Source: McNemar 1947; Fagerland, Lydersen and Laake 2013.
    /// </remarks>
    /// <param name="gains">Cases that only the candidate passes.</param>
    /// <param name="losses">Cases that only the baseline passes.</param>
    /// <returns>The p-value; small means "worse".</returns>
    public static double PValueWorse(long gains, long losses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gains);
        ArgumentOutOfRangeException.ThrowIfNegative(losses);
        return BinomialTail.AtLeast(losses, checked(gains + losses), 0.5);
    }

    /// <summary>One-sided mid-p value of "the candidate is not worse": the chance of the observed losses counts half.</summary>
    /// <remarks>
    /// Formula: P(Bin(m, ½) &gt; losses) + ½·P(Bin(m, ½) = losses). Less conservative than <see cref="PValueWorse"/> and usual for a single
    /// two-sided 5 % test, but it exceeds small levels by up to 30 %: not for verdicts that adjust for many slices.
    /// Assumes independent cases, one repetition per arm. No flips give ½; all m flips lost give 2^−(m+1).
    /// Source: Fagerland, Lydersen and Laake 2013, BMC Med Res Methodol 13:91.
    /// </remarks>
    /// <param name="gains">Cases that only the candidate passes.</param>
    /// <param name="losses">Cases that only the baseline passes.</param>
    /// <returns>The mid-p value; small means "worse".</returns>
    public static double MidPValueWorse(long gains, long losses)
    {
        var exact = PValueWorse(gains, losses);
        var flips = gains + losses;
        return exact - (losses == 0 ? Math.ScaleB(1, -(int)Math.Min(flips, 1100)) : BinomialTerm.At(losses, flips, 0.5)) / 2;
    }

    // Entry c is the p-value of c losses among the given flips.
    internal static double[] PValuesWorse(int flips)
    {
        var pValues = new double[flips + 1];
        double above = 0;
        for (var losses = flips; 2 * losses > flips; losses--)
            pValues[losses] = above += BinomialTerm.At(losses, flips, 0.5);
        for (var losses = flips / 2; losses >= 0; losses--)
            pValues[losses] = losses == 0 ? 1 : 1 - pValues[flips - losses + 1];
        return pValues;
    }
}
