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
    public required int Clusters { get; init; }

    /// <summary>Number of cases over all clusters.</summary>
    public required long Cases { get; init; }

    private bool HasSpread => Clusters >= 2 && StandardError > 0;

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
        var cases = filled.Sum(cluster => cluster.Cases);
        var mean = filled.Sum(cluster => cluster.Sum) / cases;
        var isEstimable = filled.Length >= 2;
        return new()
        {
            Mean = mean,
            Cases = cases,
            Clusters = filled.Length,
            StandardError = isEstimable ? ErrorOf(filled, cases, mean) : double.PositiveInfinity,
            DegreesOfFreedom = isEstimable ? FreedomOf(filled, cases) : 0,
        };
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
        var cases = sizes.Sum(size => size.Size * size.Clusters);
        var total = sizes.Aggregate(BigInteger.Zero, (sum, size) => sum + size.Sum);
        var clusters = sizes.Sum(size => size.Clusters);
        var isEstimable = clusters >= 2;
        return new()
        {
            Mean = (double)total / cases / scale,
            Cases = cases,
            Clusters = (int)clusters,
            StandardError = isEstimable ? ErrorOf(sizes, cases, total) / scale : double.PositiveInfinity,
            DegreesOfFreedom = isEstimable ? FreedomOf(sizes, cases) : 0,
        };
    }

    /// <summary>p-value of θ ≤ <paramref name="mean"/>, the non-inferiority test when it is −δ; small means above.</summary>
    /// <remarks>1 with fewer than two clusters or no spread between them.</remarks>
    /// <param name="mean">The mean under the null hypothesis.</param>
    /// <returns>The one-sided p-value.</returns>
    public double PValueAbove(double mean) => HasSpread ? StudentCurve.Below((mean - Mean) / StandardError, DegreesOfFreedom) : 1;

    /// <summary>p-value of θ ≥ <paramref name="mean"/>; small means below.</summary>
    /// <remarks>1 with fewer than two clusters or no spread between them.</remarks>
    /// <param name="mean">The mean under the null hypothesis.</param>
    /// <returns>The one-sided p-value.</returns>
    public double PValueBelow(double mean) => HasSpread ? StudentCurve.Below((Mean - mean) / StandardError, DegreesOfFreedom) : 1;

    /// <summary>Two-sided interval: mean ± Student quantile × standard error.</summary>
    /// <remarks>(−∞, +∞) with fewer than two clusters or no spread between them.</remarks>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <returns>The interval.</returns>
    public ConfidenceInterval Interval(double confidence)
    {
        Guard.InsideUnit(confidence, nameof(confidence));
        if (!HasSpread)
            return new(double.NegativeInfinity, double.PositiveInfinity, confidence);
        var half = StudentCurve.Quantile((1 + confidence) / 2, DegreesOfFreedom) * StandardError;
        return new(Mean - half, Mean + half, confidence);
    }

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

    private static double ErrorOf(IReadOnlyList<ClusterSizeSum> sizes, long cases, BigInteger total)
    {
        double sum = 0;
        foreach (var size in sizes.Where(size => size.Clusters > 0).OrderBy(size => size.Size))
        {
            var share = total * size.Size;
            var residual = (BigInteger)cases * cases * size.SumOfSquares - 2 * cases * share * size.Sum + share * share * size.Clusters;
            sum += (double)residual / cases / cases / (1 - (double)size.Size / cases);
        }

        return Math.Sqrt(sum) / cases;
    }

    private static double FreedomOf(ClusterSum[] clusters, long cases) =>
        FreedomOf([.. clusters.Select(cluster => new ClusterSizeSum(cluster.Cases, 1, 0, 0))], cases);

    private static double FreedomOf(IReadOnlyList<ClusterSizeSum> sizes, long cases)
    {
        double leverages = 0, ratios = 0, squaredRatios = 0;
        foreach (var size in sizes)
        {
            var leverage = (double)size.Size / cases;
            var ratio = leverage * leverage / (1 - leverage);
            leverages += size.Clusters * leverage * leverage;
            ratios += size.Clusters * ratio;
            squaredRatios += size.Clusters * ratio * ratio;
        }

        return 1 / (leverages + ratios * ratios - squaredRatios);
    }
}
