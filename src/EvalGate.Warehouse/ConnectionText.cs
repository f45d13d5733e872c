using System.Net;
using Npgsql;

namespace EvalGate.Warehouse;

/// <summary>Connections as a command line names them: <c>postgresql://reader@db:5432/evals?table=logs.pairs</c>, <c>clickhouse://ch:8123?table=logs.pairs</c>.</summary>
public static class ConnectionText
{
    private const string Example = "write postgresql://USER@HOST:PORT/DATABASE?table=SCHEMA.TABLE, or clickhouse://USER@HOST:PORT?table=DATABASE.TABLE (clickhouses:// over TLS)";

    /// <summary>Whether a text names a server rather than files.</summary>
    /// <param name="text">An argument.</param>
    public static bool IsOne(string text) => text.Contains("://", StringComparison.Ordinal);

    /// <summary>The source that a text names.</summary>
    /// <param name="text">A text that <see cref="IsOne"/>.</param>
    /// <param name="password">The password of ClickHouse where the text has none; Npgsql reads its own from PGPASSWORD or a password file.</param>
    /// <exception cref="WarehouseException">A text that names none.</exception>
    public static WarehouseSource Parse(string text, string? password)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            throw new WarehouseException($"This is no connection: {Example}.");
        }

        var options = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(o => o.Split('=', 2)).ToLookup(o => o[0], o => Uri.UnescapeDataString(o.Length > 1 ? o[1] : ""), StringComparer.Ordinal);
        if (options.Any(o => o.Key is not ("table" or "host")) || options["table"].Count() != 1)
        {
            throw new WarehouseException($"A connection names its table and nothing else behind '?': {Example}.");
        }

        var table = options["table"].Single();
        var user = uri.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        return uri.Scheme switch
        {
            "postgresql" or "postgres" => Postgres(uri, user, options["host"].FirstOrDefault(), table),
            "clickhouse" => ClickHouse(uri, "http", user, password, table),
            "clickhouses" => ClickHouse(uri, "https", user, password, table),
            _ => throw new WarehouseException($"There is no connection of the kind '{uri.Scheme}': {Example}."),
        };
    }

    /// <summary>A socket's folder is no host of a URI, so that it may stand behind the question mark.</summary>
    private static PostgresSource Postgres(Uri uri, string[] user, string? socket, string table)
    {
        var settings = new NpgsqlConnectionStringBuilder { Host = socket ?? uri.Host, Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')) };
        if (uri.Port > 0)
        {
            settings.Port = uri.Port;
        }

        if (user[0].Length > 0)
        {
            settings.Username = user[0];
        }

        if (user.Length > 1)
        {
            settings.Password = user[1];
        }

        return new(settings.ConnectionString, table);
    }

    private static ClickHouseSource ClickHouse(Uri uri, string scheme, string[] user, string? password, string table)
    {
        var address = new UriBuilder(scheme, uri.Host, uri.Port > 0 ? uri.Port : scheme == "http" ? 8123 : 8443).Uri;
        var secret = user.Length > 1 ? user[1] : password ?? "";
        return new(address, table, user[0].Length > 0 || secret.Length > 0 ? new NetworkCredential(user[0].Length > 0 ? user[0] : "default", secret) : null);
    }
}
