namespace EvalGate.Statistics;

/// <summary>Krippendorff's alpha of any number of raters, with missing ratings and on any scale.</summary>
/// <remarks>Usual bars: at least 0.80 to rely on, 0.667 for tentative conclusions only.</remarks>
public static class KrippendorffAlpha
{
    /// <summary>The coefficient.</summary>
    /// <remarks>
    /// Formula: 1 − D_o/D_e over the pairs of values within units, each unit weighing by its ratings. Units with one rating say nothing and are left out.
    /// NaN when no unit has two ratings, and when all ratings are equal: nothing varies, so agreement is unknown. Source: Krippendorff 2011.
    /// </remarks>
    /// <param name="units">Per rated unit the ratings it got, finite, in any order; missing ones are left out.</param>
    /// <param name="level">What the distance between two ratings means.</param>
    /// <returns>The coefficient, at most 1.</returns>
    public static double Of(IReadOnlyList<IReadOnlyList<double>> units, AgreementLevel level)
    {
        var coincidences = Checked(units, level);
        return coincidences.Alpha(Enumerable.Range(0, coincidences.Units));
    }

    /// <summary>Two-sided percentile interval from units drawn again with hashed indices.</summary>
    /// <remarks>
    /// Replicate r takes as its i-th unit the one at ⌊n·u⌋, u the top 53 bits of SplitMix64(seed + r·n + i); replicates in which nothing varies are left out.
    /// Without any other it is [−1, 1]. The result depends on the order of the units: sort them by case id. Source: Krippendorff 2011; Efron 1987.
    /// </remarks>
    /// <param name="units">As for <see cref="Of"/>.</param>
    /// <param name="level">As for <see cref="Of"/>.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <param name="replicates">Number of replicates, at least 1.</param>
    /// <param name="seed">Any number; the same gives the same interval.</param>
    /// <returns>The interval.</returns>
    public static ConfidenceInterval Interval(
        IReadOnlyList<IReadOnlyList<double>> units, AgreementLevel level, double confidence, int replicates = 5000, ulong seed = 0)
    {
        Guard.InsideUnit(confidence, nameof(confidence));
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        var coincidences = Checked(units, level);
        var n = coincidences.Units;
        double[] alphas =
        [
            .. Enumerable.Range(0, replicates)
                .Select(replicate => coincidences.Alpha(Enumerable.Range(0, n).Select(index => Draw(replicate, index))))
                .Where(alpha => !double.IsNaN(alpha))
                .Order(),
        ];
        return alphas.Length == 0
            ? new(-1, 1, confidence)
            : new(SortedQuantile.Interpolated(alphas, (1 - confidence) / 2), SortedQuantile.Interpolated(alphas, (1 + confidence) / 2), confidence);

        int Draw(int replicate, int index)
        {
            var uniform = HashedReplicates.Uniform(unchecked(seed + (ulong)replicate * (ulong)n + (ulong)index), 0);
            return (int)(uniform * n);
        }
    }

    private static Coincidences Checked(IReadOnlyList<IReadOnlyList<double>> units, AgreementLevel level)
    {
        ArgumentNullException.ThrowIfNull(units);
        if (units.Any(unit => unit.Any(value => !double.IsFinite(value) || level == AgreementLevel.Ratio && value <= 0)))
            throw new ArgumentException("Ratings must be finite, and on a ratio scale above 0.", nameof(units));
        return new(units, level);
    }
}
