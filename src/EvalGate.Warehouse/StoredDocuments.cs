using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>Rows that are read whole, for what sums cannot say: texts, and what scorers make of them.</summary>
public static class StoredDocuments
{
    /// <summary>Reads the rows of a table or of Parquet files, each as a JSON object of its columns.</summary>
    /// <param name="source">A server's table, or files of the kind Parquet.</param>
    /// <param name="order">Columns that give the order, compared as text byte by byte: without one a table has none.</param>
    /// <param name="limits">What it may cost.</param>
    /// <returns>Row by row, with the store and the row's number from 1. An answer that breaks off throws; it is never a shorter one.</returns>
    /// <exception cref="WarehouseException">While enumerating: the engine cannot be reached or refuses, or a column is missing.</exception>
    public static IEnumerable<(SourcePlace Place, string Json)> Read(WarehouseSource source, IReadOnlyList<string> order, WarehouseLimits limits)
    {
        var (opened, problems) = Stores.OpenWhole(source, limits);
        using var store = opened ?? throw new WarehouseException(string.Join('\n', problems));
        using var rows = store.Documents(order).GetEnumerator();
        for (var number = 1; Next(rows, store); number++)
        {
            yield return (new(store.Name, number, 0), rows.Current);
        }
    }

    private static bool Next(IEnumerator<string> rows, PairStore store)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (Exception e) when (store.ProblemOf(e) is { } problem)
        {
            throw new WarehouseException(problem.ToString(), e);
        }
    }
}
