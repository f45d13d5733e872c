namespace EvalGate.Statistics;

/// <summary>Upper tail of the binomial distribution.</summary>
public static class BinomialTail
{
    /// <summary>P(X ≥ <paramref name="successes"/>) for X binomial with <paramref name="trials"/> and <paramref name="probability"/>.</summary>
    /// <remarks>
    /// Formula: saddle-point form of one term (Loader 2000, "Fast and accurate computation of binomial probabilities"), then the
    /// sum of the shorter tail by the ratio of neighbouring terms. Relative accuracy is about 1e-13 in the tail for up to 1e7 trials.
    /// Assumes independent trials of equal probability. With no trials it is 1 for no successes and 0 otherwise;
    /// at most 0 successes give 1, more successes than trials give 0; probabilities 0 and 1 are exact.
    /// </remarks>
    /// <param name="successes">Fewest successes counted.</param>
    /// <param name="trials">Number of trials, not negative.</param>
    /// <param name="probability">Chance of success per trial, in [0, 1].</param>
    /// <returns>The tail probability, in [0, 1].</returns>
    public static double AtLeast(long successes, long trials, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(trials);
        if (!(probability is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies in [0, 1].");
        if (successes <= 0)
            return 1;
        if (successes > trials || probability == 0)
            return 0;
        if (probability == 1)
            return 1;
        var tail = successes > trials * probability
            ? Upwards(successes, trials, probability)
            : 1 - Upwards(trials - successes + 1, trials, 1 - probability);
        return Math.Clamp(tail, 0, 1);
    }

    // P(X ≥ from) / P(X = from), summed upwards: short where the terms fall.
    internal static double SumOverFirstTerm(long from, long trials, double probability)
    {
        var odds = probability / (1 - probability);
        double term = 1, sum = 1;
        for (var k = from; k < trials && term > sum * 1e-17; k++)
        {
            term *= odds * (trials - k) / (k + 1);
            sum += term;
        }

        return sum;
    }

    private static double Upwards(long from, long trials, double probability) =>
        BinomialTerm.At(from, trials, probability) * SumOverFirstTerm(from, trials, probability);
}
