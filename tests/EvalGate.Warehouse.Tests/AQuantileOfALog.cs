using EvalGate.Gating;
using EvalGate.Slicing;
using EvalGate.Statistics;
using EvalGate.Warehouse.Tests.Servers;

namespace EvalGate.Warehouse.Tests;

public sealed class AQuantileOfALog(ServersOfTheMachine servers)
{
    private static readonly PairMap Map = AMap.Of("language") with { Metrics = [AMap.PassFail("correct"), AMap.Resource("latency_ms", 60_000) with { Shown = 0.95m }] };

    private static readonly APairLog Log = APairLog.Hashed(Map, 2000, 3);

    [Fact]
    public void IsWithinOnePercentOfTheNumbers()
    {
        using var folder = new TempFolder();
        folder.Write("log.jsonl", Log.Jsonl());

        var overall = Read(new FileSource(folder.Path, ["log.jsonl"])).Single(q => q.Slice.IsOverall);

        double[] sorted = [.. Pairs.Select(p => p.Candidate).Order()];
        var exact = sorted[(int)Math.Ceiling(0.95 * sorted.Length) - 1];
        Assert.InRange(overall.Candidate, exact * 0.99, exact * 1.01);
    }

    [Fact]
    public void IsTheSameOnEveryEngineAndInAnyParts()
    {
        using var folder = new TempFolder();
        folder.Write("log.jsonl", Log.Jsonl());
        folder.Write("part.jsonl", Log.Shard(0, 2).Jsonl());
        PostgresTable.Write(servers.Postgres[2], "binned", Log);
        PostgresTable.Write(servers.Postgres[2], "binned_part", Log.Shard(1, 2));
        ClickHouseTable.Write(servers.ClickHouse, "binned", Log);

        var expected = Read(new FileSource(folder.Path, ["log.jsonl"]));

        Assert.Equal(4, expected.Count);
        Assert.Equal(InProcess(), expected.Single(q => q.Slice.IsOverall).Candidate);
        Assert.Equal(expected, Read(new PostgresSource(servers.Postgres[2].Connection, "binned")));
        Assert.Equal(expected, Read(new ClickHouseSource(servers.ClickHouse.Addresses[0], "binned")));
        Assert.Equal(expected, Read(new PostgresSource(servers.Postgres[2].Connection, "binned_part"), new FileSource(folder.Path, ["part.jsonl"])));
    }

    private static IEnumerable<(double Baseline, double Candidate)> Pairs =>
        Log.Rows.Select(r => r.Scores[1]).Where(s => s is { Baseline: not null, Candidate: not null }).Select(s => (s.Baseline!.Value, s.Candidate!.Value));

    private static double InProcess()
    {
        var histogram = new LogHistogram();
        foreach (var (_, candidate) in Pairs)
        {
            histogram.Add(LogHistogram.BinOf(candidate), 1);
        }

        return histogram.Quantile(0.95);
    }

    private static IReadOnlyList<PairQuantile> Read(params WarehouseSource[] sources)
    {
        var reading = WarehouseReader.Read(sources, Map, new() { Threads = 1 });
        Assert.Empty(reading.Problems);
        return reading.Totals!.Quantiles;
    }
}
