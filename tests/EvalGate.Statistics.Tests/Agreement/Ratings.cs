namespace EvalGate.Statistics.Tests.Agreement;

internal static class Ratings
{
    public static ConfusionTable Table(params long[][] rows) => ConfusionTable.Of(
        rows.SelectMany((row, first) => row.SelectMany((count, second) => Enumerable.Repeat((first, second), (int)count))), rows.Length);

    public static double[][] Units(double?[][] coders) =>
        [.. Enumerable.Range(0, coders[0].Length).Select(unit => coders.Select(coder => coder[unit]).OfType<double>().ToArray())];

    // Leave one item out at a time: a second way to a standard error.
    public static double JackknifeError(long[][] rows, Func<ConfusionTable, double> coefficient)
    {
        double n = rows.Sum(row => row.Sum());
        (long Count, double Value)[] cells =
        [
            .. from row in Enumerable.Range(0, rows.Length)
               from column in Enumerable.Range(0, rows.Length)
               where rows[row][column] > 0
               select (rows[row][column], coefficient(Table(Without(rows, row, column)))),
        ];
        var mean = cells.Sum(cell => cell.Count * cell.Value) / n;
        return Math.Sqrt((n - 1) / n * cells.Sum(cell => cell.Count * Math.Pow(cell.Value - mean, 2)));
    }

    private static long[][] Without(long[][] rows, int row, int column) =>
        [.. rows.Select((counts, first) => counts.Select((count, second) => first == row && second == column ? count - 1 : count).ToArray())];
}
