namespace EvalGate.Statistics;

/// <summary>Evidence that stays honest when someone looks again and again, or runs again until it is green.</summary>
/// <remarks>An e-value is a bet against "not worse" whose expected payout is at most 1: at 20 or more the null hypothesis is rejected at 5 %, at any time.</remarks>
public static class EValue
{
    /// <summary>The e-value of a paired pass/fail comparison in which cases keep arriving.</summary>
    /// <remarks>
    /// Formula: 2^{m+1}·∫_{½}^{1} p^c·(1 − p)^b dp, b gains, c losses, m = b + c: the likelihood ratio of a loss share uniform on (½, 1] against ½.
    /// Assumes independent cases, each flipped case counted once; it may be computed after every case. Not for the same cases run again: use
    /// <see cref="OfRuns"/>. No flips give 1; one loss 1.5; all m flips lost (2^{m+1} − 1)/(m + 1); +∞ beyond the range of numbers.
    /// Source: Robbins 1970; Ville 1939.
    /// </remarks>
    /// <param name="gains">Cases that only the candidate passes.</param>
    /// <param name="losses">Cases that only the baseline passes.</param>
    /// <returns>The e-value; large means "worse".</returns>
    public static double Worse(long gains, long losses)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gains);
        ArgumentOutOfRangeException.ThrowIfNegative(losses);
        var flips = checked(gains + losses);
        // 2^m·B(c + 1, b + 1) is 1/((m + 1)·P(X = c)) and the rest of the integral P(X ≤ c) + P(X ≤ c − 1), X binomial with m fair trials.
        return losses <= gains
            ? (2 * BinomialTail.SumOverFirstTerm(gains, flips, 0.5) - 1) / (flips + 1)
            : (BinomialTail.AtLeast(gains, flips, 0.5) + BinomialTail.AtLeast(gains + 1, flips, 0.5))
                / (BinomialTerm.At(losses, flips, 0.5) * (flips + 1));
    }

    /// <summary>One e-value from the e-values of several runs of the same commit on the same cases.</summary>
    /// <remarks>
    /// Formula: Σ E_r/(r·(r + 1)) in the order of the runs, r from 1. The weights add up to at most 1, so the expected payout stays at most 1 whatever the
    /// dependence between the runs (they share the baseline and the cases), and whenever someone stops running. The first run counts half: that is the price of
    /// being allowed to run again. No runs give 0: no evidence. Source: Vovk and Wang 2021, Ann Stat 49:1736, for averages of dependent e-values.
    /// </remarks>
    /// <param name="eValues">The e-value of every run, oldest first, not negative.</param>
    /// <returns>The e-value of all runs.</returns>
    public static double OfRuns(IReadOnlyList<double> eValues)
    {
        ArgumentNullException.ThrowIfNull(eValues);
        foreach (var eValue in eValues)
            Guard.NotNegative(eValue, nameof(eValues));
        return eValues.Index().Sum(run => run.Item / ((run.Index + 1.0) * (run.Index + 2.0)));
    }

    /// <summary>The p-value that an e-value stands for, valid whenever one stops.</summary>
    /// <remarks>Formula: min(1, 1/E); 1 for no evidence, 0 for infinite.</remarks>
    /// <param name="eValue">The e-value, not negative.</param>
    /// <returns>The p-value.</returns>
    public static double AlwaysValidPValue(double eValue)
    {
        Guard.NotNegative(eValue, nameof(eValue));
        return Math.Min(1, 1 / eValue);
    }
}
