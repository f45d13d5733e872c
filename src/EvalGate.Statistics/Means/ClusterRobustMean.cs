using System.Numerics;

namespace EvalGate.Statistics;

/// <summary>The mean over cases that come in clusters, with the bias-reduced CR2 standard error and Bell–McCaffrey degrees of freedom.</summary>
/// <remarks>
/// Formula: with N cases, h = n_g/N and r_g = S_g − mean·n_g, SE² = Σ r_g²/(1 − h) / N² and, with q = h²/(1 − h),
/// df = 1 / (Σh² + (Σq)² − Σq²). Equal clusters give G − 1.
/// Assumes independent clusters; anything may happen inside one. Below about 4 degrees of freedom do not claim that a slice held.
/// Source: Bell and McCaffrey 2002; closed form of their definition for a plain mean.
/// </remarks>
public sealed record ClusterRobustMean
{
    private ClusterRobustMean() { }

    /// <summary>Mean over all cases; NaN when there are none.</summary>
    public required double Mean { get; init; }

    /// <summary>CR2 standard error of the mean; +∞ with fewer than two clusters, 0 when all clusters have the same mean.</summary>
    public required double StandardError { get; init; }

    /// <summary>Bell–McCaffrey degrees of freedom; 0 with fewer than two clusters, else from 1 (one cluster dominates) to G − 1 (equal sizes).</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>Number of clusters that have cases.</summary>
    public required long Clusters { get; init; }

    /// <summary>Number of cases over all clusters.</summary>
    public required long Cases { get; init; }

    private StudentEstimate Estimate => new(Mean, StandardError, DegreesOfFreedom);

    /// <summary>Estimates the mean and its standard error from cluster sums.</summary>
    /// <remarks>
    /// No clusters give a NaN mean; fewer than two give an infinite standard error and 0 degrees of freedom.
    /// A spread within rounding error of the sums is returned as 0.
    /// </remarks>
    /// <param name="clusters">One sum per cluster, in any order.</param>
    /// <returns>The estimate.</returns>
    public static ClusterRobustMean Of(IReadOnlyList<ClusterSum> clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        if (clusters.Any(cluster => cluster.Cases < 0))
            throw new ArgumentException("A cluster cannot have a negative number of cases.", nameof(clusters));
        ClusterSum[] filled = [.. clusters.Where(cluster => cluster.Cases > 0)];
        var sizes = ClusterSizes.Of(filled.Select(cluster => (cluster.Cases, Clusters: 1L)));
        var mean = filled.Sum(cluster => cluster.Sum) / sizes.Cases;
        return From(sizes, mean, ErrorOf(filled, sizes.Cases, mean));
    }

    /// <summary>Estimates the same from exact sums per cluster size: leverages depend on the size alone, so nothing else is needed.</summary>
    /// <remarks>
    /// With T = ΣS over all clusters, Σ(N·S − T·size)² is formed in whole numbers, so that nothing cancels: without spread the standard error is exactly 0.
    /// No clusters give a NaN mean; fewer than two give an infinite standard error and 0 degrees of freedom.
    /// </remarks>
    /// <param name="sizes">One entry per size, in any order; a size may stand several times.</param>
    /// <param name="scale">Steps per unit, positive.</param>
    /// <returns>The estimate, in units.</returns>
    public static ClusterRobustMean Of(IReadOnlyList<ClusterSizeSum> sizes, double scale)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        Guard.Positive(scale, nameof(scale));
        if (sizes.Any(size => size.Size <= 0 || size.Clusters < 0))
            throw new ArgumentException("A cluster has cases, and not a negative number of clusters has a size.", nameof(sizes));
        ClusterSizeSum[] filled = [.. sizes.Where(size => size.Clusters > 0).OrderBy(size => size.Size)];
        var counts = ClusterSizes.Of(filled.Select(size => (size.Size, size.Clusters)));
        var total = filled.Aggregate(BigInteger.Zero, (sum, size) => sum + size.Sum);
        return From(counts, (double)total / counts.Cases / scale, ErrorOf(filled, counts.Cases, total) / scale);
    }

    /// <summary>p-value of θ ≤ <paramref name="mean"/>, the non-inferiority test when it is −δ; small means above.</summary>
    /// <remarks>1 with fewer than two clusters or no spread between them.</remarks>
    /// <param name="mean">The mean under the null hypothesis.</param>
    /// <returns>The one-sided p-value.</returns>
    public double PValueAbove(double mean) => Estimate.PValueAbove(mean);

    /// <summary>p-value of θ ≥ <paramref name="mean"/>; small means below.</summary>
    /// <remarks>1 with fewer than two clusters or no spread between them.</remarks>
    /// <param name="mean">The mean under the null hypothesis.</param>
    /// <returns>The one-sided p-value.</returns>
    public double PValueBelow(double mean) => Estimate.PValueBelow(mean);

    /// <summary>Two-sided interval: mean ± Student quantile × standard error.</summary>
    /// <remarks>(−∞, +∞) with fewer than two clusters or no spread between them.</remarks>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <returns>The interval.</returns>
    public ConfidenceInterval Interval(double confidence) => Estimate.Interval(confidence);

    private static ClusterRobustMean From(ClusterSizes sizes, double mean, double standardError) => new()
    {
        Mean = mean,
        Cases = sizes.Cases,
        Clusters = sizes.Clusters,
        StandardError = sizes.Clusters < 2 ? double.PositiveInfinity : standardError,
        DegreesOfFreedom = sizes.Clusters < 2 ? 0 : sizes.DegreesOfFreedom,
    };

    private static double ErrorOf(ClusterSum[] clusters, long cases, double mean)
    {
        double sum = 0, magnitude = 0;
        foreach (var cluster in clusters)
        {
            var residual = cluster.Sum - mean * cluster.Cases;
            sum += residual * residual / (1 - (double)cluster.Cases / cases);
            magnitude += cluster.Sum * cluster.Sum;
        }

        return sum <= 1e-28 * magnitude ? 0 : Math.Sqrt(sum) / cases;
    }

    // Σ(N·S − T·size)² over the clusters of one size is N²·ΣS² − 2·N·T·size·ΣS + clusters·(T·size)².
    private static double ErrorOf(ClusterSizeSum[] sizes, BigInteger cases, BigInteger total)
    {
        double sum = 0;
        foreach (var (size, clusters, own, squares) in sizes)
        {
            var residuals = cases * cases * squares - 2 * cases * total * size * own + clusters * (total * size) * (total * size);
            sum += (double)residuals / (double)(cases - size);
        }

        return Math.Sqrt(sum / Math.Pow((double)cases, 3));
    }
}
