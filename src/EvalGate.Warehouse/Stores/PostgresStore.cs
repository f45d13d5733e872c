using System.Data;
using EvalGate.Gating;
using EvalGate.Model;
using Npgsql;

namespace EvalGate.Warehouse;

/// <summary>A table of a PostgreSQL server, read in a session that cannot write.</summary>
internal sealed class PostgresStore : PairStore
{
    private readonly NpgsqlConnection _connection;

    public PostgresStore(PostgresSource source, WarehouseLimits limits)
    {
        NpgsqlConnectionStringBuilder settings;
        try
        {
            settings = new(source.Connection);
        }
        catch (ArgumentException e)
        {
            throw new WarehouseException("The connection to PostgreSQL is no connection string of Npgsql, such as 'Host=db;Database=evals;Username=reader'.", e);
        }

        settings.ApplicationName = "evalgate";
        settings.Pooling = false;
        settings.CommandTimeout = (int)limits.Timeout.TotalSeconds;
        settings.Options = $"{settings.Options} -c default_transaction_read_only=on".TrimStart();
        Name = $"PostgreSQL {settings.Host}:{settings.Port}/{settings.Database} {source.Table}";
        Table = SqlName.IsAllowedTable(source.Table) ? SqlName.QuoteTable(source.Table) : throw new WarehouseException($"{Name}: this is no name of a table: {SqlName.Allowed}.");
        _connection = new(settings.ConnectionString);
        Ask(() => _connection.Open());
    }

    public override string Name { get; }

    public override SqlDialect Dialect => SqlDialect.Postgres;

    public override string Table { get; }

    public override IReadOnlyDictionary<string, ColumnKind> Columns(PairMap map) => Ask(() =>
    {
        using var command = Command($"select * from {Table}");
        using var reader = command.ExecuteReader(CommandBehavior.SchemaOnly);
        return reader.GetColumnSchema().ToDictionary(c => c.ColumnName, c => KindOf(c.DataTypeName ?? ""), StringComparer.Ordinal);
    });

    public override IEnumerable<IReadOnlyList<string?>> Run(string sql)
    {
        using var command = Command(sql);
        using var reader = Ask(command.ExecuteReader);
        using var rows = TextRows.Of(reader).GetEnumerator();
        while (Ask(rows.MoveNext))
        {
            yield return rows.Current;
        }
    }

    public override void Dispose() => _connection.Dispose();

    private static ColumnKind KindOf(string type) => type switch
    {
        "text" or "character varying" or "character" or "name" => ColumnKind.Text,
        _ when type.StartsWith("character", StringComparison.Ordinal) => ColumnKind.Text,
        "boolean" => ColumnKind.Flag,
        "smallint" or "integer" or "bigint" or "uuid" or "citext" => ColumnKind.Whole,
        "real" or "double precision" => ColumnKind.Real,
        _ when type.StartsWith("numeric", StringComparison.Ordinal) => ColumnKind.Real,
        _ => ColumnKind.Other,
    };

    private NpgsqlCommand Command(string sql) => new(sql, _connection);

    private void Ask(Action action) => Ask(() =>
    {
        action();
        return true;
    });

    private T Ask<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or IOException)
        {
            throw new WarehouseException($"{Name}: {ShownText.Of(e.Message, 300)}", e);
        }
    }
}
