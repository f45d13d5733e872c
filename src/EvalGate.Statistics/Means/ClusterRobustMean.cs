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

    private static double FreedomOf(ClusterSum[] clusters, long cases)
    {
        double leverages = 0, ratios = 0, squaredRatios = 0;
        foreach (var cluster in clusters)
        {
            var leverage = (double)cluster.Cases / cases;
            var ratio = leverage * leverage / (1 - leverage);
            leverages += leverage * leverage;
            ratios += ratio;
            squaredRatios += ratio * ratio;
        }

        return 1 / (leverages + ratios * ratios - squaredRatios);
    }
}
