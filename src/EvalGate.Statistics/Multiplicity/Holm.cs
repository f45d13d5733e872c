namespace EvalGate.Statistics;

/// <summary>Holm's step-down adjustment, weighted or not.</summary>
public static class Holm
{
    /// <summary>Adjusts p-values for testing all of them together, under any dependence.</summary>
    /// <remarks>
    /// Formula: in ascending order of p/w the running maximum of p · (remaining weight) / w, at most 1. No p-values give none;
    /// one is unchanged; equal ones become equal. Source: Holm 1979, Scand J Stat 6:65.
    /// </remarks>
    /// <param name="pValues">p-values in [0, 1].</param>
    /// <param name="weights">Positive weights fixed beforehand, one per p-value; null weighs all alike.</param>
    /// <returns>The adjusted p-values in the given order.</returns>
    public static IReadOnlyList<double> Adjust(IReadOnlyList<double> pValues, IReadOnlyList<double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        weights ??= [.. pValues.Select(_ => 1.0)];
        if (weights.Count != pValues.Count)
            throw new ArgumentException("Every p-value needs a weight.", nameof(weights));
        for (var index = 0; index < pValues.Count; index++)
        {
            Guard.UpToOne(pValues[index], nameof(pValues));
            Guard.Positive(weights[index], nameof(weights));
        }

        var adjusted = new double[pValues.Count];
        var remaining = weights.Sum();
        double largest = 0;
        foreach (var index in Enumerable.Range(0, pValues.Count).OrderBy(index => pValues[index] / weights[index]))
        {
            // The last remaining weight may fall short of its own weight in the last bits.
            largest = Math.Max(largest, Math.Clamp(pValues[index] * (remaining / weights[index]), pValues[index], 1));
            adjusted[index] = largest;
            remaining -= weights[index];
        }

        return adjusted;
    }
}
