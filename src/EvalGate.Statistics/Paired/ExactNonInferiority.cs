namespace EvalGate.Statistics;

/// <summary>Exact unconditional non-inferiority test for two paired pass rates: the strict option for small slices.</summary>
public static class ExactNonInferiority
{
    /// <summary>Most cases that are enumerated; above, <see cref="TangoScore"/> is close enough and ten thousand times faster.</summary>
    public const int MostCases = 200;

    private const int GridPoints = 400;

    private const int RefinedMaxima = 3;

    // Scores that are equal on paper may differ in the last bits; ties count against the claim.
    private const double Tolerance = 1e-9;

    /// <summary>One-sided p-value of "the candidate lost <paramref name="margin"/> or more"; small means non-inferior.</summary>
    /// <remarks>
    /// Formula: the largest chance, over every loss rate q in [δ, (1 + δ)/2] with gain rate q − δ, of a table whose Tango score is at least the
    /// observed one; found on 400 points of an arcsine scale and by golden section around the three highest. Its level is exact, where Tango's
    /// reaches 5.8 % at a nominal 5 %. Assumes independent cases with one repetition per arm. About 10 ms at 200 cases.
    /// With fewer than two cases, or no flips and margin 0, it is 1. Source: Hsueh, Liu and Chen 2001, Biometrics 57:478; Berger and Sidik 2003.
    /// </remarks>
    /// <param name="gains">Cases that only the candidate passes.</param>
    /// <param name="losses">Cases that only the baseline passes.</param>
    /// <param name="cases">All paired cases, at most <see cref="MostCases"/>.</param>
    /// <param name="margin">Tolerated drop δ, in [0, 1).</param>
    /// <returns>The p-value.</returns>
    public static double PValue(long gains, long losses, long cases, double margin)
    {
        // Also checks the table and the margin.
        var asymptotic = TangoScore.NonInferiorityPValue(gains, losses, cases, margin);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cases, MostCases);
        if (cases < 2)
            return asymptotic;
        var fewest = FewestGains(gains, losses, (int)cases, margin);
        double Chance(double position) => ChanceOf(fewest, margin, (1 - margin) / 2 * Math.Pow(Math.Sin(Math.PI / 2 * position), 2));
        double[] grid = [.. Enumerable.Range(0, GridPoints + 1).Select(point => Chance((double)point / GridPoints))];
        var highest = grid.Index().OrderByDescending(point => point.Item).Take(RefinedMaxima);
        return Math.Min(1, highest.Max(point => Math.Max(point.Item, Maximum(Chance, point.Index))));
    }

    // Entry c is the fewest gains that, beside c losses, score at least as high as the observed table; more than possible when none do.
    private static int[] FewestGains(long gains, long losses, int cases, double margin)
    {
        // Tables of as many cases are in the same order with and without the factor n/(n−1).
        double Score(long b, long c) => TangoScore.Score(b, c, cases, -margin, factor: 1);
        var observed = Score(gains, losses);
        var threshold = observed - Tolerance * Math.Abs(observed);
        var fewest = new int[cases + 1];
        var needed = 0;
        for (var count = 0; count <= cases; count++)
        {
            while (needed <= cases - count && !(Score(needed, count) >= threshold))
                needed++;
            fewest[count] = needed;
        }

        return fewest;
    }

    private static double ChanceOf(int[] fewest, double margin, double gainRate)
    {
        var cases = fewest.Length - 1;
        var lossRate = gainRate + margin;
        var conditional = Math.Min(1, gainRate / (1 - lossRate));
        double chance = 0;
        for (var losses = 0; losses <= cases && fewest[losses] <= cases - losses; losses++)
        {
            var term = losses == 0 ? Math.Pow(1 - lossRate, cases) : lossRate == 0 ? 0 : BinomialTerm.At(losses, cases, lossRate);
            chance += term * BinomialTail.AtLeast(fewest[losses], cases - losses, conditional);
        }

        return chance;
    }

    private static double Maximum(Func<double, double> function, int gridPoint)
    {
        const double Golden = 0.6180339887498949;
        double lower = Math.Max(0, gridPoint - 1.0) / GridPoints, upper = Math.Min(GridPoints, gridPoint + 1.0) / GridPoints;
        double highest = 0;
        while (upper - lower > 1e-7)
        {
            double left = upper - Golden * (upper - lower), right = lower + Golden * (upper - lower);
            double atLeft = function(left), atRight = function(right);
            highest = Math.Max(highest, Math.Max(atLeft, atRight));
            (lower, upper) = atLeft > atRight ? (lower, right) : (left, upper);
        }

        return highest;
    }
}
