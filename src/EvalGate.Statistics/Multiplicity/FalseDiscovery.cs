namespace EvalGate.Statistics;

/// <summary>Adjustments for exploration tables ("of the slices listed at most this share is noise"); never for verdicts that block.</summary>
public static class FalseDiscovery
{
    /// <summary>Benjamini and Hochberg's adjusted p-values.</summary>
    /// <remarks>
    /// Formula: from the largest p down the running minimum of p·m/rank, at most 1. Controls the expected share of noise under independence or positive
    /// dependence, as between slices that share cases. No p-values give none; one is unchanged; equal ones stay equal.
    /// Source: Benjamini and Hochberg 1995, JRSS B 57:289.
    /// </remarks>
    /// <param name="pValues">p-values in [0, 1].</param>
    /// <returns>The adjusted p-values in the given order.</returns>
    public static IReadOnlyList<double> BenjaminiHochberg(IReadOnlyList<double> pValues) => Adjust(pValues, penalty: 1);

    /// <summary>Benjamini and Yekutieli's adjusted p-values.</summary>
    /// <remarks>
    /// Formula: <see cref="BenjaminiHochberg"/> times Σ 1/k for k = 1 to m, at most 1. Holds under any dependence, at the price of power.
    /// No p-values give none; one is unchanged; equal ones stay equal. Source: Benjamini and Yekutieli 2001, Ann Stat 29:1165.
    /// </remarks>
    /// <param name="pValues">p-values in [0, 1].</param>
    /// <returns>The adjusted p-values in the given order.</returns>
    public static IReadOnlyList<double> BenjaminiYekutieli(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        return Adjust(pValues, Enumerable.Range(1, pValues.Count).Sum(k => 1.0 / k));
    }

    private static double[] Adjust(IReadOnlyList<double> pValues, double penalty)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        foreach (var pValue in pValues)
            Guard.UpToOne(pValue, nameof(pValues));
        var adjusted = new double[pValues.Count];
        double smallest = 1;
        var rank = pValues.Count;
        foreach (var index in Enumerable.Range(0, pValues.Count).OrderByDescending(index => pValues[index]))
        {
            smallest = Math.Min(smallest, pValues[index] * penalty * pValues.Count / rank--);
            adjusted[index] = Math.Max(smallest, pValues[index]);
        }

        return adjusted;
    }
}
