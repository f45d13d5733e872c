namespace EvalGate.Statistics;

/// <summary>Cohen's kappa of two raters, plain or weighted.</summary>
public static class CohensKappa
{
    /// <summary>The agreement beyond chance, with its standard error.</summary>
    /// <remarks>
    /// Formula: (p_o − p_e)/(1 − p_e) with weighted shares, p_e from the raters' own marginals; the standard error of Fleiss, Cohen and Everitt for
    /// a kappa that is not 0. Assumes independent items. NaN without items and when p_e = 1; 1 with error 0 when the raters always agree.
    /// When nearly all items fall in one category it is low however well the raters do: read <see cref="GwetAc1"/> beside it.
    /// Source: Cohen 1960, 1968; Fleiss, Cohen and Everitt 1969, Psychol Bull 72:323.
    /// </remarks>
    /// <param name="table">The two raters' categories.</param>
    /// <param name="weights">The credit for categories that differ; with two categories all are the same.</param>
    /// <returns>The coefficient.</returns>
    public static AgreementEstimate Of(ConfusionTable table, KappaWeights weights = KappaWeights.None)
    {
        ArgumentNullException.ThrowIfNull(table);
        var size = table.Categories;
        double n = table.Total;
        double[] first = [.. Enumerable.Range(0, size).Select(category => table.OfFirst(category) / n)];
        double[] second = [.. Enumerable.Range(0, size).Select(category => table.OfSecond(category) / n)];
        double[] firstCredit = [.. Enumerable.Range(0, size).Select(row => Sum(size, column => second[column] * Credit(row, column)))];
        double[] secondCredit = [.. Enumerable.Range(0, size).Select(column => Sum(size, row => first[row] * Credit(row, column)))];
        var expected = Sum(size, row => first[row] * firstCredit[row]);
        if (!(expected < 1))
            return new(double.NaN, double.NaN);
        var observed = SumOfCells((row, column) => Credit(row, column));
        var spread = SumOfCells((row, column) => Math.Pow(
            Credit(row, column) * (1 - expected) - (firstCredit[row] + secondCredit[column]) * (1 - observed), 2));
        var variance = (spread - Math.Pow(observed * expected - 2 * expected + observed, 2)) / n;
        return new((observed - expected) / (1 - expected), Math.Sqrt(Math.Max(0, variance)) / Math.Pow(1 - expected, 2));

        double Credit(int row, int column) => weights switch
        {
            _ when row == column => 1,
            KappaWeights.None => 0,
            KappaWeights.Linear => 1 - Math.Abs(row - column) / (size - 1.0),
            _ => 1 - Math.Pow((row - column) / (size - 1.0), 2),
        };

        double SumOfCells(Func<int, int, double> term) => Sum(size, row => Sum(size, column => table[row, column] / n * term(row, column)));
    }

    private static double Sum(int size, Func<int, double> term) => Enumerable.Range(0, size).Sum(term);
}
