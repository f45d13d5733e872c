using EvalGate.Gating;
using EvalGate.Warehouse.Tests.Servers;

namespace EvalGate.Warehouse.Tests;

public sealed class TheSqlOfSums(ServersOfTheMachine servers)
{
    private static readonly PairMap Map = AMap.Of("language", "topic");

    private static readonly APairLog Log = APairLog.Hashed(Map, 1000, 4, 6);

    [Fact]
    public void IsOneTextForEveryEngine() => Approved.Is("sums.sql", WarehouseReader.Sql("logs.pairs", Map));

    [Fact]
    public void AddsUpUnitsByBucket() =>
        Approved.Is("sums-by-unit.sql", WarehouseReader.Sql("pairs", AMap.Of("language") with { Unit = "user", Metrics = [AMap.Score("helpful", new(1, 5))] }));

    [Fact]
    public void GivesTheSameWithoutShortCuts()
    {
        using var folder = new TempFolder();
        folder.Write("log.jsonl", Log.Jsonl());
        var (files, _) = PairFiles.Of(new(folder.Path, ["log.jsonl"]), Map);

        AssertUnchangedText(new DuckDbStore(files!, new() { Threads = 1 }));
    }

    [Fact]
    public void IsUnderstoodByPostgresUnchanged()
    {
        PostgresTable.Write(servers.Postgres[0], "portable", Log);

        AssertUnchangedText(new PostgresStore(new(servers.Postgres[0].Connection, "portable"), new()));
    }

    [Theory]
    [InlineData("a\" or 1=1 --")]
    [InlineData("a b")]
    [InlineData("a\\")]
    [InlineData("1a")]
    [InlineData("")]
    [InlineData("é")]
    public void HasNoNameThatIsMoreThanAName(string column)
    {
        var reading = WarehouseReader.Read([new FileSource(".", ["x.jsonl"])], Map with { Slices = [column], Crosses = [] }, new());

        Assert.Equal("EG1008", Assert.Single(reading.Problems).Code);
        Assert.Throws<WarehouseException>(() => WarehouseReader.Sql("pairs", Map with { Unit = column }));
        Assert.Throws<WarehouseException>(() => WarehouseReader.Sql($"pairs.{column}", Map));
    }

    [Fact]
    public void RefusesAResultThatIsNotWhole()
    {
        var query = new SumsQuery(AMap.Of("language") with { Metrics = [AMap.PassFail("correct")] }, SqlDialect.Standard);
        IReadOnlyList<string?>[] rows = [["0", "", "10", "10", "0", "0", "0", "0", "5", "5"], ["1", "de", "6", "6", "0", "0", "0", "0", "3", "3"]];

        var refused = Assert.Throws<WarehouseException>(() => new PairCells(query).Add(rows, "server"));

        Assert.Equal("server: the result is not whole: one grouping has 10 rows and another 6. Run the query again on data that nobody writes to.", refused.Message);
    }

    [Theory]
    [InlineData("2", "10")]
    [InlineData("0", "ten")]
    public void RefusesAResultOfAnotherText(string set, string rows)
    {
        var query = new SumsQuery(AMap.Of("language") with { Metrics = [AMap.PassFail("correct")] }, SqlDialect.Standard);

        Assert.Throws<WarehouseException>(() => new PairCells(query).Add([[set, "", rows, "10", "0", "0", "0", "0", "5", "5"]], "server"));
    }

    [Fact]
    public void KeepsCubesWithinSixtyFourBits()
    {
        Assert.Equal(1_000_000, PairedMetric.ScaleOf(ValueRange(0, 1)));
        Assert.Equal(100_000, PairedMetric.ScaleOf(ValueRange(1, 5)));
        Assert.Equal(10, PairedMetric.ScaleOf(ValueRange(0, 60_000)));
        Assert.Equal(100_000, PairedMetric.ScaleOf(ValueRange(-2, 3)));
        Assert.Equal(1, PairedMetric.ScaleOf(ValueRange(0, 2_097_151)));
        Assert.Null(PairedMetric.ScaleOf(ValueRange(0, 2_097_152)));
        Assert.True((System.Numerics.BigInteger)(PairedMetric.Steps - 1) * (PairedMetric.Steps - 1) * (PairedMetric.Steps - 1) <= long.MaxValue);

        static Model.ValueRange ValueRange(decimal from, decimal to) => new(from, to);
    }

    /// <summary>The text of engines that nobody here knows, with the FROM item of one that is known.</summary>
    private static void AssertUnchangedText(PairStore opened)
    {
        using var store = opened;
        var query = new SumsQuery(Map, SqlDialect.Standard);
        var cells = new PairCells(query);
        cells.Add(store.Run(query.Text(PairRows.Of(Map, store.Columns(Map), store.Table, store.Dialect))), "log");

        Assert.Equal(Written.Of(Log.Reference()), Written.Of(new TotalsOfCells(Map, cells, "log").Read().Totals!.Sums));
    }
}
