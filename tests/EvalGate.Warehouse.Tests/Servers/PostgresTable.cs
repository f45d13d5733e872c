using Npgsql;

namespace EvalGate.Warehouse.Tests.Servers;

/// <summary>Writes a log into a table.</summary>
internal static class PostgresTable
{
    public static void Write(PostgresCluster cluster, string table, APairLog log)
    {
        var columns = log.TextColumns.Select(c => $"\"{c}\" text").Concat(log.ScoreColumns.Select(c => $"\"{c}\" double precision"));
        Execute(cluster, $"create table {table} ({string.Join(", ", columns)})");
        using var connection = Open(cluster);
        using var copy = connection.BeginTextImport($"copy {table} from stdin (format csv, header)");
        copy.Write(log.Csv());
    }

    public static void Execute(PostgresCluster cluster, string sql)
    {
        using var connection = Open(cluster);
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private static NpgsqlConnection Open(PostgresCluster cluster)
    {
        var connection = new NpgsqlConnection(cluster.Connection + ";Pooling=false;Command Timeout=300");
        connection.Open();
        return connection;
    }
}
