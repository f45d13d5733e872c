using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>Opens sources.</summary>
internal static class Stores
{
    /// <summary>The store of a source, or what is wrong with it.</summary>
    public static (PairStore? Store, IReadOnlyList<Diagnostic> Problems) Open(WarehouseSource source, PairMap map, WarehouseLimits limits)
    {
        switch (source)
        {
            case FileSource files:
                var (read, problems) = PairFiles.Of(files, map);
                return (read is null ? null : new DuckDbStore(read, limits), problems);
            case PostgresSource server:
                return (new PostgresStore(server, limits), []);
            case ClickHouseSource server:
                return (new ClickHouseStore(server, limits), []);
            default:
                throw new ArgumentOutOfRangeException(nameof(source));
        }
    }
}
