namespace EvalGate.Statistics;

/// <summary>Fleiss' kappa of many raters, as many for each item and not necessarily the same ones.</summary>
public static class FleissKappa
{
    /// <summary>The agreement beyond chance.</summary>
    /// <remarks>
    /// Formula: (P̄ − P̄_e)/(1 − P̄_e). Assumes independent items and categories without an order. NaN without items and when all ratings name one category.
    /// With missing ratings or scales use <see cref="KrippendorffAlpha"/>. Source: Fleiss 1971, Psychol Bull 76:378.
    /// </remarks>
    /// <param name="counts">Per item how many raters named each category: rows of one length, that all add up to the same number of raters, at least 2.</param>
    /// <returns>The coefficient, at most 1.</returns>
    public static double Of(IReadOnlyList<IReadOnlyList<int>> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        if (counts.Count == 0)
            return double.NaN;
        double raters = counts[0].Sum();
        if (raters < 2 || counts.Any(item => item.Count != counts[0].Count || item.Sum() != raters || item.Any(count => count < 0)))
            throw new ArgumentException("Every item needs the same categories and the same number of raters, at least 2.", nameof(counts));
        var agreed = counts.Average(item => (item.Sum(count => (double)count * count) - raters) / (raters * (raters - 1)));
        var chance = Enumerable.Range(0, counts[0].Count).Sum(category => Math.Pow(counts.Average(item => item[category] / raters), 2));
        return chance < 1 ? (agreed - chance) / (1 - chance) : double.NaN;
    }
}
