namespace EvalGate.Statistics;

/// <summary>How often one rater's category met another's, both in the order of the categories.</summary>
public sealed class ConfusionTable
{
    private readonly long[] _counts;

    private ConfusionTable(int categories, long[] counts)
    {
        (Categories, _counts) = (categories, counts);
        Total = counts.Sum();
    }

    /// <summary>Number of categories k, at least 1.</summary>
    public int Categories { get; }

    /// <summary>Number of items.</summary>
    public long Total { get; }

    /// <summary>Items that the first rater put in one category and the second in another.</summary>
    /// <param name="first">The first rater's category, from 0.</param>
    /// <param name="second">The second rater's category.</param>
    public long this[int first, int second] => _counts[first * Categories + second];

    /// <summary>The cells that hold any item, by the first rater's category, then by the second's.</summary>
    public IEnumerable<(int First, int Second, long Count)> Cells =>
        from cell in Enumerable.Range(0, _counts.Length)
        where _counts[cell] > 0
        select (cell / Categories, cell % Categories, _counts[cell]);

    /// <summary>The table of items rated by both.</summary>
    /// <remarks>No items give a table of zeros, whose coefficients are unknown.</remarks>
    /// <param name="pairs">Per item the two raters' categories, each from 0 to <paramref name="categories"/> − 1.</param>
    /// <param name="categories">Number of categories, at least 1.</param>
    /// <returns>The table.</returns>
    public static ConfusionTable Of(IEnumerable<(int First, int Second)> pairs, int categories)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 1);
        var counts = new long[categories * categories];
        foreach (var (first, second) in pairs)
            counts[Place(first) * categories + Place(second)]++;
        return new(categories, counts);

        int Place(int category) => category >= 0 && category < categories
            ? category
            : throw new ArgumentOutOfRangeException(nameof(pairs), category, "No such category.");
    }

    /// <summary>Items that the first rater put in a category.</summary>
    /// <param name="category">The category, from 0.</param>
    /// <returns>The row's total.</returns>
    public long OfFirst(int category) => Enumerable.Range(0, Categories).Sum(other => this[category, other]);

    /// <summary>Items that the second rater put in a category.</summary>
    /// <param name="category">The category, from 0.</param>
    /// <returns>The column's total.</returns>
    public long OfSecond(int category) => Enumerable.Range(0, Categories).Sum(other => this[other, category]);

    /// <summary>Share of items on which both agree.</summary>
    /// <remarks>NaN without items. High when one category is common, whatever the raters do: read it beside a coefficient.</remarks>
    public double Agreement => (double)Enumerable.Range(0, Categories).Sum(category => this[category, category]) / Total;

    /// <summary>Agreement on one category: of all ratings that name it, the share that the other rater met.</summary>
    /// <remarks>Formula: 2·n_kk/(row + column); NaN for a category that nobody used. Source: Cicchetti and Feinstein 1990.</remarks>
    /// <param name="category">The category, from 0.</param>
    /// <returns>The share in [0, 1].</returns>
    public double AgreementOn(int category) => 2.0 * this[category, category] / (OfFirst(category) + OfSecond(category));
}
