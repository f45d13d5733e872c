using EvalGate.Model;
using EvalGate.Warehouse.Tests.Servers;

namespace EvalGate.Warehouse.Tests;

public sealed class ATableOfAServer(ServersOfTheMachine servers)
{
    [Fact]
    public void MayHaveColumnsOfOtherTypes()
    {
        PostgresTable.Execute(servers.Postgres[0], """
            create table typed (language integer, correct_a boolean, correct_b smallint, helpful_a numeric(8, 3), helpful_b real);
            insert into typed values (1, true, 0, 0.125, 0.25), (1, true, 1, null, null), (2, false, 0, 1, 1);
            """);

        var sums = WarehouseReader.Read([Source("typed")], AMap.Of("language") with { Metrics = [AMap.PassFail("correct"), AMap.Score("helpful", new(0, 1))] }, new()).Totals!.Sums;

        Assert.Equal((3, 1), (sums["correct"].Slices[Slicing.Slice.Overall].Cases, sums["correct"].Slices[Slicing.Slice.Overall].Losses));
        Assert.Equal((2, (Int128)125_000), (sums["helpful"].Slices[Slicing.Slice.Overall].Cases, sums["helpful"].Slices[Slicing.Slice.Overall].Differences.Sum));
    }

    [Fact]
    public void MustHaveTheColumnsOfTheMap()
    {
        PostgresTable.Execute(servers.Postgres[0], "create table other (language double precision, correct_a text, helpful_a double precision[], \"Correct_b\" integer)");

        var problems = WarehouseReader.Read([Source("other")], AMap.Of("language") with { Metrics = [AMap.PassFail("correct"), AMap.Score("helpful", new(0, 1))] }, new()).Problems;

        Assert.Equal(
            [
                (DiagnosticCodes.UnknownName, "'correct_b'"), (DiagnosticCodes.UnknownName, "'helpful_b'"),
                (DiagnosticCodes.WrongField, "'language'"), (DiagnosticCodes.WrongField, "'correct_a'"), (DiagnosticCodes.WrongField, "'helpful_a'"),
            ],
            problems.Select(p => (p.Code, p.Message.Split(' ').First(w => w.StartsWith('\'')).TrimEnd('.'))));
    }

    [Fact]
    public void IsNotWrittenTo()
    {
        PostgresTable.Execute(servers.Postgres[0], "create table precious (x integer)");
        using var store = new PostgresStore(Source("precious"), new());

        var refused = Assert.Throws<WarehouseException>(() => store.Run("delete from precious").ToArray());

        Assert.Contains("read-only transaction", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no_such_table")]
    [InlineData("pairs; drop table x")]
    [InlineData("a.b.c.d")]
    public void MustBeThere(string table) => Assert.Throws<WarehouseException>(() => WarehouseReader.Read([Source(table)], AMap.Of("language"), new()));

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=u;Password=s3cret;Timeout=2")]
    [InlineData("Host=127.0.0.1;Nonsense=1;Password=s3cret")]
    public static void OfAServerThatIsNotThereIsAnErrorWithoutItsPassword(string connection) =>
        Assert.DoesNotContain("s3cret", Assert.Throws<WarehouseException>(() => WarehouseReader.Read([new PostgresSource(connection, "pairs")], AMap.Of(), new())).Message, StringComparison.Ordinal);

    private PostgresSource Source(string table) => new(servers.Postgres[0].Connection, table);
}
