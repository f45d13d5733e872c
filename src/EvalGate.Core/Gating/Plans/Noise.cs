namespace EvalGate.Gating;

/// <summary>How much results of an unchanged system vary: squared deviations from each unit's own mean.</summary>
/// <param name="Squares">Their sum.</param>
/// <param name="Degrees">Results beyond the first of each unit: what the sum is worth.</param>
internal readonly record struct Noise(double Squares, long Degrees)
{
    /// <summary>How many degrees of freedom of the whole suite a slice's own noise is weighed against: small slices borrow the suite's.</summary>
    private const double Borrowed = SlicePlan.BorrowedCases;

    /// <summary>The variance of one result of a unit; 0 where nothing was repeated.</summary>
    public double Variance => Degrees == 0 ? 0 : Squares / Degrees;

    /// <summary>With the results of one more unit, the cases of which are averaged.</summary>
    /// <param name="results">Per case of the unit, its results in the order they were made.</param>
    public Noise Plus(IReadOnlyList<IReadOnlyList<double>> results)
    {
        var repetitions = results.Select(r => r.Count).DefaultIfEmpty(0).Min();
        if (repetitions < 2)
        {
            return this;
        }

        double[] means = [.. Enumerable.Range(0, repetitions).Select(i => results.Average(r => r[i]))];
        var mean = means.Average();
        return new(Squares + means.Sum(m => (m - mean) * (m - mean)), Degrees + repetitions - 1);
    }

    /// <summary>This slice's variance, drawn to the suite's.</summary>
    /// <param name="suite">Of all cases together.</param>
    /// <param name="range">The most that a result can move; null when nothing bounds it.</param>
    public double VarianceWithin(Noise suite, double? range) => ((Degrees * Variance) + (Borrowed * suite.Prudent(range))) / (Degrees + Borrowed);

    /// <summary>The variance of a suite, never 0 where results are bounded: that none differed does not show that none can, so one more pair does.</summary>
    private double Prudent(double? range) => range is { } width ? (Squares + (width * width / 2)) / (Degrees + 2) : Variance;
}
