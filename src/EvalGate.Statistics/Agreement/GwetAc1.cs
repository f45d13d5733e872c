namespace EvalGate.Statistics;

/// <summary>Gwet's AC1 of two raters: agreement beyond chance that stays readable when nearly all items fall in one category.</summary>
public static class GwetAc1
{
    /// <summary>The coefficient with its standard error.</summary>
    /// <remarks>
    /// Formula: (p_a − p_e)/(1 − p_e), p_e = Σπ_k(1 − π_k)/(k − 1), π_k the mean share of category k; the standard error for a sample of items
    /// from many. Assumes independent items and categories without an order. NaN without items; with one category there is nothing to agree on, also NaN.
    /// Source: Gwet 2008, Br J Math Stat Psychol 61:29.
    /// </remarks>
    /// <param name="table">The two raters' categories.</param>
    /// <returns>The coefficient.</returns>
    public static AgreementEstimate Of(ConfusionTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Total == 0 || table.Categories == 1)
            return new(double.NaN, double.NaN);
        double n = table.Total, others = table.Categories - 1;
        int[] categories = [.. Enumerable.Range(0, table.Categories)];
        double[] share = [.. categories.Select(category => (table.OfFirst(category) + table.OfSecond(category)) / (2 * n))];
        var agreed = table.Agreement;
        var chance = categories.Sum(category => share[category] * (1 - share[category])) / others;
        var diagonal = categories.Sum(category => table[category, category] / n * (1 - share[category])) / others;
        var cells = categories.Sum(row => categories.Sum(
            column => table[row, column] / n * Math.Pow(1 - (share[row] + share[column]) / 2, 2))) / (others * others);
        var missed = 1 - agreed;
        var variance = agreed * missed - 4 * missed * (diagonal - agreed * chance) + 4 * missed * missed * (cells - chance * chance);
        return new((agreed - chance) / (1 - chance), Math.Sqrt(Math.Max(0, variance) / n) / (1 - chance));
    }
}
