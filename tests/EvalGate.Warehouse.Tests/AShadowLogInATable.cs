using EvalGate.Commands;
using EvalGate.Model;
using EvalGate.Reports;
using EvalGate.Suites;
using EvalGate.Warehouse.Tests.Servers;

namespace EvalGate.Warehouse.Tests;

/// <summary>A log of a shadow gives the same answer from lines, Parquet, PostgreSQL and a ClickHouse cluster.</summary>
public sealed class AShadowLogInATable(ServersOfTheMachine servers) : IDisposable
{
    private const int Pairs = 400;

    private static readonly string[] Order = ["at", "id"];

    private readonly TempFolder _folder = new();

    [Fact]
    public void IsReadFromParquet()
    {
        AShadowLog.WriteParquet(_folder, "log.parquet", Pairs);

        AssertSame(new FileSource(_folder.Path, ["log.parquet"]));
    }

    [Fact]
    public void IsReadFromPostgres()
    {
        AShadowLog.WriteTo(servers.Postgres[0], "shadow_pairs", Pairs);

        AssertSame(new PostgresSource(servers.Postgres[0].Connection, "shadow_pairs"));
    }

    [Fact]
    public void IsReadFromAClickHouseCluster()
    {
        AShadowLog.WriteTo(servers.ClickHouse, "shadow_pairs", Pairs);

        AssertSame(new ClickHouseSource(servers.ClickHouse.Addresses[0], "shadow_pairs"));
    }

    [Fact]
    public void MustHaveItsColumns()
    {
        PostgresTable.Execute(servers.Postgres[0], "create table shadow_other (id text)");

        Assert.Contains("column \"at\" does not exist", Refusal(new PostgresSource(servers.Postgres[0].Connection, "shadow_other")), StringComparison.Ordinal);
    }

    [Fact]
    public void ThatHasOtherRowsIsNamedWithTheRow()
    {
        PostgresTable.Execute(servers.Postgres[0], "create table shadow_odd (at text, id text); insert into shadow_odd values ('1', 'a')");

        Assert.Matches("shadow_odd\\(1\\): error EG[0-9]{4}: This is no pair of a shadow: 'arm' is missing.", Assert.Single(Compare([], new PostgresSource(servers.Postgres[0].Connection, "shadow_odd")).Problems).ToString());
    }

    [Fact]
    public void OfAFileThatIsNoParquetIsAnError()
    {
        _folder.Write("log.parquet", "no parquet");

        Assert.Contains("log.parquet", Refusal(new FileSource(_folder.Path, ["log.parquet"])), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Refusal(WarehouseSource source) => Assert.Throws<WarehouseException>(() => StoredDocuments.Read(source, Order, new()).ToArray()).Message;

    private void AssertSame(WarehouseSource source)
    {
        _folder.Write("log.jsonl", AShadowLog.Lines(Pairs));
        var (expected, actual) = (Compare(["log.jsonl"]), Compare([], source));

        Assert.Equal(Pairs, expected.Pairs);
        Assert.Equal(Written(expected), Written(actual));
    }

    private ShadowCompareResult Compare(IReadOnlyList<string> logs, params WarehouseSource[] sources) => ShadowCompareCommand.Execute(
        new() { Folder = _folder.Path, Project = _folder.Path, Logs = logs, Rows = sources.SelectMany(s => StoredDocuments.Read(s, Order, new())) },
        new YamlLanguage());

    private static string Written(ShadowCompareResult result) => string.Join('\n', (string[])
    [
        .. result.Problems.Select(p => p.ToString()),
        $"{result.CutOver.Answer} {result.Pairs} {result.NoisePairs} {result.Repeated}",
        .. result.Disagreements.Select(d => d.Id),
        JsonReport.Write(result.Verdict!),
    ]);
}
