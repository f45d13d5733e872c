namespace EvalGate.Statistics;

/// <summary>Spearman's rank correlation: whether two quantities rise and fall together, however curved.</summary>
/// <remarks>Undefined, and null, with fewer than two pairs or where a side is all equal. Source: Spearman 1904.</remarks>
public static class RankCorrelation
{
    private const int FewestForInterval = 4;

    /// <summary>Spearman's ρ, from −1 to 1.</summary>
    /// <remarks>Formula: Pearson's correlation of the ranks; equal values share their mean rank.</remarks>
    /// <param name="pairs">The pairs, finite, in any order.</param>
    /// <returns>ρ; null where it is undefined.</returns>
    public static double? Rho(IReadOnlyList<(double X, double Y)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count < 2)
            return null;
        double[] x = Ranks([.. pairs.Select(pair => pair.X)]), y = Ranks([.. pairs.Select(pair => pair.Y)]);
        var middle = (pairs.Count + 1) / 2.0;
        double xx = 0, yy = 0, xy = 0;
        for (var index = 0; index < x.Length; index++)
        {
            double dx = x[index] - middle, dy = y[index] - middle;
            (xx, yy, xy) = (xx + dx * dx, yy + dy * dy, xy + dx * dy);
        }

        return xx == 0 || yy == 0 ? null : Math.Clamp(xy / Math.Sqrt(xx * yy), -1, 1);
    }

    /// <summary>Two-sided p-value of "they do not go together".</summary>
    /// <remarks>Formula: ρ·√((n − 2)/(1 − ρ²)) against Student's t with n − 2 degrees of freedom. Assumes independent pairs. With fewer than three pairs it is 1. Source: Kendall and Stuart 1973.</remarks>
    /// <param name="rho">Spearman's ρ.</param>
    /// <param name="pairs">How many pairs it rests on.</param>
    /// <returns>The p-value.</returns>
    public static double PValueTwoSided(double rho, int pairs)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(rho), 1, nameof(rho));
        ArgumentOutOfRangeException.ThrowIfNegative(pairs);
        if (pairs < 3)
            return 1;
        var t = Math.Abs(rho) * Math.Sqrt((pairs - 2) / (1 - rho * rho));
        return 2 * StudentCurve.Below(-t, pairs - 2);
    }

    /// <summary>Two-sided interval for ρ of independent pairs.</summary>
    /// <remarks>Formula: Fisher's z with standard error √((1 + ρ²/2)/(n − 3)). With fewer than four pairs it is [−1, 1]. Source: Bonett and Wright 2000, Psychometrika 65:23.</remarks>
    /// <param name="rho">Spearman's ρ.</param>
    /// <param name="pairs">How many pairs it rests on.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <returns>The interval, inside [−1, 1].</returns>
    public static ConfidenceInterval Interval(double rho, int pairs, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(rho), 1, nameof(rho));
        ArgumentOutOfRangeException.ThrowIfNegative(pairs);
        Guard.InsideUnit(confidence, nameof(confidence));
        if (pairs < FewestForInterval)
            return new(-1, 1, confidence);
        var half = NormalCurve.Quantile((1 + confidence) / 2) * Math.Sqrt((1 + rho * rho / 2) / (pairs - 3));
        return new(Math.Tanh(Math.Atanh(rho) - half), Math.Tanh(Math.Atanh(rho) + half), confidence);
    }

    /// <summary>Two-sided interval for ρ where pairs of one cluster, such as the slices of one release, depend on each other.</summary>
    /// <remarks>
    /// Formula: percentiles (type 7) of ρ over bootstrap samples of whole clusters; replicate r takes as its i-th cluster the one at ⌊k·u⌋, u the top 53 bits
    /// of SplitMix64(seed + r·k + i). Replicates without a ρ are left out. Assumes independent clusters; below some ten it is too narrow. With fewer than two clusters,
    /// or without any replicate that has a ρ, it is [−1, 1]. Depends on the order of clusters: sort them. Source: Davison and Hinkley 1997, section 3.8.
    /// </remarks>
    /// <param name="clusters">The pairs of each cluster, in a fixed order.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <param name="replicates">Number of replicates, at least 1.</param>
    /// <param name="seed">Any number; the same gives the same interval.</param>
    /// <returns>The interval, inside [−1, 1].</returns>
    public static ConfidenceInterval ClusterInterval(IReadOnlyList<IReadOnlyList<(double X, double Y)>> clusters, double confidence, int replicates = 2000, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        Guard.InsideUnit(confidence, nameof(confidence));
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        if (clusters.Count < 2)
            return new(-1, 1, confidence);
        double[] found = [.. Enumerable.Range(0, replicates).Select(replicate => Rho(Resampled(clusters, replicate, seed))).OfType<double>().Order()];
        return found.Length == 0 ? new(-1, 1, confidence)
            : new(SortedQuantile.Interpolated(found, (1 - confidence) / 2), SortedQuantile.Interpolated(found, (1 + confidence) / 2), confidence);
    }

    private static List<(double X, double Y)> Resampled(IReadOnlyList<IReadOnlyList<(double X, double Y)>> clusters, int replicate, ulong seed)
    {
        var pairs = new List<(double X, double Y)>();
        var first = unchecked(seed + (ulong)replicate * (ulong)clusters.Count);
        for (var index = 0; index < clusters.Count; index++)
            pairs.AddRange(clusters[(int)(Math.ScaleB(HashedReplicates.SplitMix64(unchecked(first + (ulong)index)) >> 11, -53) * clusters.Count)]);
        return pairs;
    }

    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).OrderBy(index => values[index]).ToArray();
        var ranks = new double[values.Length];
        for (int first = 0, next; first < order.Length; first = next)
        {
            next = first + 1;
            while (next < order.Length && values[order[next]] == values[order[first]])
                next++;
            for (var index = first; index < next; index++)
                ranks[order[index]] = (first + 1 + next) / 2.0;
        }

        return ranks;
    }
}
