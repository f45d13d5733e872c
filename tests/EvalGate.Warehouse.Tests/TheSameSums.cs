using EvalGate.Gating;
using EvalGate.Warehouse.Tests.Servers;

namespace EvalGate.Warehouse.Tests;

/// <summary>One log of 60,000 pairs in more than 12,000 slices, on every engine, on one machine and on several: the sums are the same to the byte.</summary>
public sealed class TheSameSums(ServersOfTheMachine servers)
{
    private static readonly PairMap Map = AMap.Of("language", "topic", "channel", "tier", "customer") with { Metrics = [AMap.PassFail("correct"), AMap.Score("helpful", new(-2, 3))] };

    private static readonly Lazy<APairLog> Log = new(() => APairLog.Hashed(Map, 60_000, 12, 40, 4, 3, 200));

    private static readonly Lazy<string> Expected = new(() => Written.Of(Log.Value.Reference()));

    [Fact]
    public void AreOfMoreThanTwelveThousandSlices() => Assert.InRange(Written.Cells(Expected.Value), 2 * 12_000, 2 * 13_000);

    [Theory]
    [InlineData("log.jsonl")]
    [InlineData("log.parquet")]
    public void ComeFromFiles(string file)
    {
        using var folder = new TempFolder();
        FilesOfPairs.Write(folder, file, Log.Value);

        AssertSame(new FileSource(folder.Path, [file]));
    }

    [Fact]
    public void ComeFromPostgres()
    {
        PostgresTable.Write(servers.Postgres[0], "whole", Log.Value);

        AssertSame(new PostgresSource(servers.Postgres[0].Connection, "whole"));
    }

    [Fact]
    public void ComeFromThreePostgresServersTogether()
    {
        AssertSame([.. servers.Postgres.Select((cluster, i) =>
        {
            PostgresTable.Write(cluster, "part", Log.Value.Shard(i, 3));
            return new PostgresSource(cluster.Connection, "public.part");
        })]);
    }

    [Fact]
    public void ComeFromAClickHouseCluster()
    {
        ClickHouseTable.Write(servers.ClickHouse, "cells", Log.Value);

        AssertSame(new ClickHouseSource(servers.ClickHouse.Addresses[0], "cells"));
        AssertSame([.. servers.ClickHouse.Addresses.Select(a => new ClickHouseSource(a, "default.cells_local"))]);
    }

    [Fact]
    public void ComeFromEnginesOfDifferentKindsTogether()
    {
        using var folder = new TempFolder();
        FilesOfPairs.Write(folder, "third.parquet", Log.Value.Shard(2, 3));
        PostgresTable.Write(servers.Postgres[1], "second", Log.Value.Shard(1, 3));
        ClickHouseTable.Write(servers.ClickHouse, "firsts", Log.Value.Shard(0, 3));

        AssertSame(
            new ClickHouseSource(servers.ClickHouse.Addresses[1], "firsts"),
            new PostgresSource(servers.Postgres[1].Connection, "second"),
            new FileSource(folder.Path, ["third.parquet"]));
    }

    private static void AssertSame(params WarehouseSource[] sources)
    {
        var reading = WarehouseReader.Read(sources, Map, new() { Threads = 1 });

        Assert.Empty(reading.Problems);
        Assert.Equal(Log.Value.Rows.Count, reading.Totals!.Rows);
        Assert.True(Expected.Value == Written.Of(reading.Totals.Sums), "The sums differ.");
    }
}
