using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>Opens sources.</summary>
internal static class Stores
{
    /// <summary>The store of a source, or what is wrong with it.</summary>
    public static (PairStore? Store, IReadOnlyList<Diagnostic> Problems) Open(WarehouseSource source, PairMap map, WarehouseLimits limits)
    {
        if (source is not FileSource files)
        {
            return (Connect(source, limits), []);
        }

        var (read, problems) = PairFiles.Of(files, map);
        return (read is null ? null : new DuckDbStore(read, limits), problems);
    }

    /// <summary>The store of rows that are read with all their columns.</summary>
    /// <exception cref="WarehouseException">The files cannot be read.</exception>
    public static PairStore OpenWhole(WarehouseSource source, WarehouseLimits limits)
    {
        if (source is not FileSource files)
        {
            return Connect(source, limits);
        }

        var (read, problems) = PairFiles.WholeParquet(files);
        return new DuckDbStore(read ?? throw new WarehouseException(string.Join('\n', problems)), limits);
    }

    /// <summary>The store of requests that any query may read, or what is wrong with it.</summary>
    public static (PairStore? Store, IReadOnlyList<Diagnostic> Problems) OpenRequests(WarehouseSource source, WarehouseLimits limits)
    {
        if (source is not FileSource files)
        {
            return (Connect(source, limits), []);
        }

        var (read, problems) = PairFiles.Requests(files);
        return (read is null ? null : new DuckDbStore(read, limits), problems);
    }

    private static PairStore Connect(WarehouseSource source, WarehouseLimits limits) => source switch
    {
        PostgresSource server => new PostgresStore(server, limits),
        ClickHouseSource server => new ClickHouseStore(server, limits),
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };
}
