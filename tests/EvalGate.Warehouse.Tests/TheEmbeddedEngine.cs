using DuckDB.NET.Data;

namespace EvalGate.Warehouse.Tests;

public static class TheEmbeddedEngine
{
    [Theory]
    [InlineData("select * from read_text('/etc/hostname')")]
    [InlineData("select * from read_json('http://127.0.0.1:9/x.jsonl', columns = {a: 'VARCHAR'})")]
    [InlineData("install httpfs")]
    [InlineData("load httpfs")]
    [InlineData("attach '/tmp/other.duckdb'")]
    [InlineData("copy (select 1) to '/tmp/written.csv'")]
    [InlineData("set enable_external_access = true")]
    [InlineData("set memory_limit = '100GB'")]
    public static void ReachesNothingBesideItsFiles(string sql)
    {
        using var folder = new TempFolder();
        folder.Write("log.jsonl", "{}\n");
        var (files, _) = PairFiles.Of(new(folder.Path, ["log.jsonl"]), AMap.Of());
        using var store = new DuckDbStore(files!, new());

        Assert.Throws<DuckDBException>(() => store.Run(sql).ToArray());
    }

    [Fact]
    public static void LeavesNothingBehind()
    {
        using var folder = new TempFolder();
        folder.Write("log.jsonl", APairLog.Hashed(AMap.Of("language"), 100, 3).Jsonl());

        WarehouseReader.Read([new FileSource(folder.Path, ["log.jsonl"])], AMap.Of("language"), new());

        Assert.Equal([folder["log.jsonl"]], Directory.GetFileSystemEntries(folder.Path));
    }
}
