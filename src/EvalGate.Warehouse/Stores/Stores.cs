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

    /// <summary>The store of rows that are read with all their columns, or what is wrong with it.</summary>
    public static (PairStore? Store, IReadOnlyList<Diagnostic> Problems) OpenWhole(WarehouseSource source, WarehouseLimits limits)
    {
        if (source is not FileSource files)
        {
            return (Connect(source, limits), []);
        }

        var (read, problems) = PairFiles.Whole(files);
        return (read is null ? null : new DuckDbStore(read, limits), problems);
    }

    private static PairStore Connect(WarehouseSource source, WarehouseLimits limits) => source switch
    {
        PostgresSource server => new PostgresStore(server, limits),
        ClickHouseSource server => new ClickHouseStore(server, limits),
        _ => throw new ArgumentOutOfRangeException(nameof(source)),
    };
}
