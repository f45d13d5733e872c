using EvalGate.Gating;
using EvalGate.Warehouse.Tests.Servers;

namespace EvalGate.Warehouse.Tests;

public static class ADeadShard
{
    private static readonly APairLog Log = APairLog.Hashed(AMap.Of("language"), 400, 3);

    [Fact]
    public static void OfPostgresFailsTheWholeReading()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        var clusters = PostgresCluster.Start(2);
        try
        {
            PostgresSource[] sources = [.. clusters.Select((cluster, i) =>
            {
                PostgresTable.Write(cluster, "pairs", Log.Shard(i, 2));
                return new PostgresSource(cluster.Connection, "pairs");
            })];
            Assert.Equal(400, WarehouseReader.Read(sources, Log.Map, new()).Totals!.Rows);

            clusters[1].Stop();

            Assert.StartsWith("PostgreSQL ", Assert.Throws<WarehouseException>(() => WarehouseReader.Read(sources, Log.Map, new())).Message, StringComparison.Ordinal);
        }
        finally
        {
            foreach (var cluster in clusters)
            {
                cluster.Dispose();
            }
        }
    }

    /// <summary>The servers themselves are told to leave out shards that are down; the reader tells them otherwise.</summary>
    [Fact]
    public static void OfClickHouseFailsTheWholeReading()
    {
        Assert.SkipWhen(ClickHouseCluster.Missing is not null, ClickHouseCluster.Missing ?? "");
        using var cluster = ClickHouseCluster.Start();
        ClickHouseTable.Write(cluster, "pairs", Log);
        var source = new ClickHouseSource(cluster.Addresses[0], "pairs");
        Assert.Equal(400, WarehouseReader.Read([source], Log.Map, new()).Totals!.Rows);

        cluster.Stop(1);

        Assert.Equal("200\n", cluster.Ask(0, "select count(*) from pairs"));
        Assert.StartsWith($"ClickHouse {cluster.Addresses[0].Authority} ", Assert.Throws<WarehouseException>(() => WarehouseReader.Read([source], Log.Map, new())).Message, StringComparison.Ordinal);
    }
}
