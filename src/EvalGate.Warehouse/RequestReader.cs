using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>Reads requests of production where they are, by the user's own query.</summary>
public static class RequestReader
{
    /// <summary>The query of a user who writes none.</summary>
    public const string Everything = "select * from requests";

    /// <summary>Runs a query over a store, in which nothing can be written and, over files, nothing else is reached.</summary>
    /// <param name="source">Files or a server; its rows are called <c>requests</c> in the query. No import.</param>
    /// <param name="query">The query; its columns are the members of a request: <c>input</c>, <c>id</c>, and slice values.</param>
    /// <param name="limits">What it may cost.</param>
    /// <returns>One JSON object per row, in the order of the query, or every reason why there are none.</returns>
    /// <exception cref="WarehouseException">An engine cannot be reached or refuses.</exception>
    public static (IReadOnlyList<string> Rows, IReadOnlyList<Diagnostic> Problems) Read(WarehouseSource source, string query, WarehouseLimits limits)
    {
        var (store, problems) = Stores.OpenWhole(source, limits);
        using (store)
        {
            try
            {
                return store is null ? ([], problems) : ([.. store.Objects(query)], []);
            }
            catch (Exception e) when (store?.ProblemOf(e) is not null)
            {
                return ([], [store.ProblemOf(e)!]);
            }
        }
    }
}
