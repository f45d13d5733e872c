using EvalGate.Gating;

namespace EvalGate.Warehouse.Tests;

public static class FilesOfPairs
{
    private static readonly WarehouseLimits Limits = new() { Megabytes = 256, Threads = 1 };

    private static readonly APairLog Log = APairLog.Hashed(AMap.Of("language", "topic"), 3000, 5, 9);

    [Theory]
    [InlineData("log.jsonl")]
    [InlineData("log.csv")]
    [InlineData("log.parquet")]
    public static void AddUpAsTheirCasesDo(string file)
    {
        using var folder = new TempFolder();
        Write(folder, file, Log);

        Assert.Equal(Written.Of(Log.Reference()), Written.Of(Read(folder, Log.Map, file).Sums));
    }

    [Fact]
    public static void OfAUnitStandAndFallTogether()
    {
        using var folder = new TempFolder();
        var log = APairLog.Hashed(AMap.Of("language", "topic") with { Unit = "user" }, 3000, 5, 9, 400);
        Write(folder, "log.jsonl", log);

        var sums = Read(folder, log.Map, "log.jsonl").Sums;

        Assert.Equal(Written.Of(log.Reference()), Written.Of(sums));
        Assert.InRange(sums["correct"].Slices[Slicing.Slice.Overall].Independent, 100, PairMap.Buckets);
    }

    [Fact]
    public static void AddUpTheSameInAnyParts()
    {
        using var folder = new TempFolder();
        foreach (var shard in Enumerable.Range(0, 3))
        {
            Write(folder, $"log-{shard}.jsonl", Log.Shard(shard, 3));
        }

        Assert.Equal(Written.Of(Log.Reference()), Written.Of(Read(folder, Log.Map, "log-2.jsonl", "log-0.jsonl", "log-1.jsonl").Sums));
    }

    private static PairTotals Read(TempFolder folder, PairMap map, params string[] files)
    {
        var reading = WarehouseReader.Read([new FileSource(folder.Path, files)], map, Limits);
        Assert.Empty(reading.Problems);
        return reading.Totals!;
    }

    internal static void Write(TempFolder folder, string file, APairLog log)
    {
        if (file.EndsWith(".parquet", StringComparison.Ordinal))
        {
            ParquetFile.Write(folder, file, log);
        }
        else
        {
            folder.Write(file, file.EndsWith(".csv", StringComparison.Ordinal) ? log.Csv() : log.Jsonl());
        }
    }
}
