using System.Text.Json;
using DuckDB.NET.Data;
using EvalGate.Gating;
using EvalGate.Model;

namespace EvalGate.Warehouse;

/// <summary>Files, read by an engine inside this process that is locked down: these files, this much memory, no network, no extension, no other setting.</summary>
internal sealed class DuckDbStore : PairStore
{
    private readonly DuckDBConnection _connection;
    private readonly PairFiles _files;
    private readonly string _spill = Directory.CreateTempSubdirectory("evalgate-spill-").FullName;

    public DuckDbStore(PairFiles files, WarehouseLimits limits)
    {
        _files = files;
        try
        {
            _connection = new("DataSource=:memory:");
            _connection.Open();
            LockDown(limits);
        }
        catch (Exception e) when (e is DllNotFoundException or TypeInitializationException or BadImageFormatException)
        {
            _connection?.Dispose();
            Directory.Delete(_spill, recursive: true);
            throw new WarehouseException("The embedded engine (DuckDB) does not run on this platform: it needs 64-bit Windows, macOS, or a Linux with glibc. Put the rows into PostgreSQL or ClickHouse, or run the text of --print-sql elsewhere.", e);
        }
    }

    public override string Name => _files.Name;

    public override SqlDialect Dialect => SqlDialect.DuckDb;

    public override string Table => _files.Function;

    public override IReadOnlyDictionary<string, ColumnKind> Columns(PairMap map)
    {
        using var command = Command($"describe select * from {Table}");
        using var reader = command.ExecuteReader();
        var kinds = new Dictionary<string, ColumnKind>(StringComparer.Ordinal);
        while (reader.Read())
        {
            kinds[reader.GetString(0)] = KindOf(reader.GetString(1));
        }

        return kinds;
    }

    public override IEnumerable<IReadOnlyList<string?>> Run(string sql)
    {
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        foreach (var row in TextRows.Of(reader))
        {
            yield return row;
        }
    }

    public override IEnumerable<string> Objects(string query)
    {
        var table = _files.Typed is { } typed ? typed(Run($"describe select * from {Table}")) : Table;
        var sql = Over($"cast({Dialect.Document} as varchar)", query, table);
        return IsOneQuery(sql) ? Run(sql).Select(row => row[0]!) : throw new WarehouseException("The query is no single query that selects. Write one SELECT over 'requests', which are the rows of the files.");
    }

    /// <summary>The engine's own parser says so: what writes, changes settings, or is several statements it does not serialise, or as several.</summary>
    private bool IsOneQuery(string sql)
    {
        using var parsed = JsonDocument.Parse(Run($"select json_serialize_sql({Literal(sql)})").Single()[0]!);
        return parsed.RootElement is var root && (root.GetProperty("error").GetBoolean() ? root.GetProperty("error_type").GetString() == "parser" : root.GetProperty("statements").GetArrayLength() == 1);
    }

    public override Diagnostic? ProblemOf(Exception exception) => exception is DuckDBException said ? DuckDbProblem.Of(_files.Shown(said.Message), Name) : null;

    public override void Dispose()
    {
        _connection.Dispose();
        Directory.Delete(_spill, recursive: true);
    }

    private static ColumnKind KindOf(string type) => type switch
    {
        "VARCHAR" => ColumnKind.Text,
        "BOOLEAN" => ColumnKind.Flag,
        "FLOAT" or "DOUBLE" => ColumnKind.Real,
        "TINYINT" or "SMALLINT" or "INTEGER" or "BIGINT" or "HUGEINT" or "UTINYINT" or "USMALLINT" or "UINTEGER" or "UBIGINT" or "UHUGEINT" => ColumnKind.Whole,
        _ when type.StartsWith("DECIMAL", StringComparison.Ordinal) => ColumnKind.Real,
        _ when type.StartsWith("ENUM", StringComparison.Ordinal) && !type.EndsWith(']') => ColumnKind.Whole,
        _ => ColumnKind.Other,
    };

    /// <summary>The order matters: the last setting forbids all further ones.</summary>
    private void LockDown(WarehouseLimits limits)
    {
        Set("autoinstall_known_extensions = false");
        Set("autoload_known_extensions = false");
        Set($"memory_limit = '{limits.Megabytes}MB'");
        Set($"temp_directory = {Literal(_spill)}");
        Set($"preserve_insertion_order = {(_files.IsOrdered ? "true" : "false")}");
        if (limits.Threads > 0)
        {
            Set($"threads = {limits.Threads}");
        }

        Set($"allowed_paths = [{string.Join(", ", _files.Paths.Select(Literal))}]");
        Set("enable_external_access = false");
        Set("lock_configuration = true");
    }

    private void Set(string setting)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"set {setting}";
        command.ExecuteNonQuery();
    }

    /// <summary>A path of this machine. A backslash is no escape here.</summary>
    internal static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private DuckDBCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add(new DuckDBParameter(_files.Paths.ToList()));
        return command;
    }
}
