using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>Adds up logs of pairs where they are: only sums travel, and they are the same to the byte wherever they were made.</summary>
public static class WarehouseReader
{
    /// <summary>Adds up the rows of all sources as one log.</summary>
    /// <param name="sources">At least one; the shards of a log are several. One that fails fails all: half the data is no result.</param>
    /// <param name="map">What the rows mean.</param>
    /// <param name="limits">What it may cost.</param>
    /// <returns>The sums, or every reason why there are none. Hostile rows are reasons, never exceptions.</returns>
    /// <exception cref="WarehouseException">An engine cannot be reached or refuses.</exception>
    public static PairReading Read(IReadOnlyList<WarehouseSource> sources, PairMap map, WarehouseLimits limits)
    {
        Diagnostic[] refused = [.. MapColumns.Refused(map)];
        if (refused.Length > 0)
        {
            return new(null, refused);
        }

        var (cells, histograms) = (new PairCells(new(map, SqlDialect.Standard)), new PairHistograms(map));
        var names = new List<string>();
        foreach (var source in sources)
        {
            var (name, problems) = AddTo((cells, histograms), source, map, limits);
            if (problems.Count > 0)
            {
                return new(null, problems);
            }

            names.Add(name);
        }

        var reading = new TotalsOfCells(map, cells, string.Join(", ", names)).Read();
        return sources.Any(s => s is ImportedSource) || reading.Totals is null ? reading : reading with { Totals = reading.Totals with { Quantiles = histograms.Quantiles() } };
    }

    /// <summary>The SQL of a map for engines that are not connected to; its result is an <see cref="ImportedSource"/>.</summary>
    /// <param name="table">The table, with its schema before a dot where it has one.</param>
    /// <param name="map">What the rows mean.</param>
    /// <exception cref="WarehouseException">A name that may not stand in SQL.</exception>
    public static string Sql(string table, PairMap map)
    {
        if (!SqlName.IsAllowedTable(table) || MapColumns.Refused(map).Any())
        {
            throw new WarehouseException($"A column of the map, or '{ShownText.Of(table)}', is no name that may stand in SQL: {SqlName.Allowed}.");
        }

        var kinds = MapColumns.All(map).ToDictionary(c => c, c => MapColumns.Texts(map).Contains(c) ? ColumnKind.Text : ColumnKind.Real, StringComparer.Ordinal);
        return new SumsQuery(map, SqlDialect.Standard).Text(PairRows.Of(map, kinds, SqlName.QuoteTable(table), SqlDialect.Standard)) + "\n";
    }

    private static (string Name, IReadOnlyList<Diagnostic> Problems) AddTo((PairCells Cells, PairHistograms Histograms) to, WarehouseSource source, PairMap map, WarehouseLimits limits)
    {
        if (source is ImportedSource imported)
        {
            to.Cells.Add(ImportedRows.Read(imported, to.Cells.Columns), imported.File);
            return (imported.File, []);
        }

        var (store, problems) = Stores.Open(source, map, limits);
        using (store)
        {
            return store is null ? ("", problems) : (store.Name, AddTo(to, store, map));
        }
    }

    private static Diagnostic[] AddTo((PairCells Cells, PairHistograms Histograms) to, PairStore store, PairMap map)
    {
        try
        {
            var kinds = store.Columns(map);
            Diagnostic[] unfit = [.. MapColumns.Unfit(map, store, kinds)];
            if (unfit.Length == 0)
            {
                var rows = PairRows.Of(map, kinds, store.Table, store.Dialect);
                to.Cells.Add(store.Run(new SumsQuery(map, store.Dialect).Text(rows)), store.Name);
                to.Histograms.Add(store, rows);
            }

            return unfit;
        }
        catch (Exception e) when (store.ProblemOf(e) is not null)
        {
            return [store.ProblemOf(e)!];
        }
    }
}
