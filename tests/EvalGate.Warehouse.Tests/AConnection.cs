namespace EvalGate.Warehouse.Tests;

public static class AConnection
{
    [Theory]
    [InlineData("postgresql://reader@db:5433/evals?table=logs.pairs", "Host=db;Database=evals;Port=5433;Username=reader", "logs.pairs")]
    [InlineData("postgres://db/evals?table=pairs", "Host=db;Database=evals", "pairs")]
    [InlineData("postgresql:///evals?host=/var/run/postgresql&table=pairs", "Host=/var/run/postgresql;Database=evals", "pairs")]
    [InlineData("postgresql://a%40b:p%3Aw@db/evals?table=pairs", "Host=db;Database=evals;Username=a@b;Password=p:w", "pairs")]
    public static void OfPostgresIsAnAddress(string text, string connection, string table) =>
        Assert.Equal(new PostgresSource(connection, table), ConnectionText.Parse(text, null));

    [Theory]
    [InlineData("clickhouse://ch?table=pairs", null, "http://ch:8123/", null, null)]
    [InlineData("clickhouses://reader@ch?table=pairs", "secret", "https://ch:8443/", "reader", "secret")]
    [InlineData("clickhouse://reader:own@ch:9?table=pairs", "secret", "http://ch:9/", "reader", "own")]
    [InlineData("clickhouse://ch?table=pairs", "secret", "http://ch:8123/", "default", "secret")]
    public static void OfClickHouseIsAnAddress(string text, string? password, string address, string? user, string? secret)
    {
        var source = Assert.IsType<ClickHouseSource>(ConnectionText.Parse(text, password));

        Assert.Equal((address, user, secret), (source.Address.ToString(), source.User?.UserName, source.User?.Password));
    }

    [Theory]
    [InlineData("postgresql://db/evals")]
    [InlineData("postgresql://db/evals?table=a&table=b")]
    [InlineData("postgresql://db/evals?table=a&sslmode=disable")]
    [InlineData("ftp://db?table=a")]
    [InlineData("://")]
    public static void IsOneOrAnError(string text) => Assert.Throws<WarehouseException>(() => ConnectionText.Parse(text, null));
}
