namespace EvalGate.Warehouse;

/// <summary>Where rows of pairs are.</summary>
public abstract record WarehouseSource
{
    private protected WarehouseSource()
    {
    }
}

/// <summary>Files that the embedded engine reads: JSON Lines, CSV or Parquet, all of one kind.</summary>
/// <param name="Folder">The folder that <paramref name="Files"/> are relative to.</param>
/// <param name="Files">Paths, as messages shall show them.</param>
public sealed record FileSource(string Folder, IReadOnlyList<string> Files) : WarehouseSource;

/// <summary>A table or view of a PostgreSQL server.</summary>
/// <param name="Connection">A connection string of Npgsql; a password is better left to PGPASSWORD or a password file.</param>
/// <param name="Table">The table, with its schema before a dot where it is not on the search path.</param>
public sealed record PostgresSource(string Connection, string Table) : WarehouseSource;

/// <summary>A table of a ClickHouse server or cluster, asked through its HTTP interface.</summary>
/// <param name="Address">The server, such as <c>http://localhost:8123</c>.</param>
/// <param name="Table">The table, with its database before a dot; a distributed table asks the whole cluster.</param>
/// <param name="User">The user, and the password; null for the server's default.</param>
public sealed record ClickHouseSource(Uri Address, string Table, System.Net.NetworkCredential? User = null) : WarehouseSource;

/// <summary>What another engine gave for the text of <see cref="WarehouseReader.Sql"/>: CSV or JSON Lines.</summary>
/// <param name="Folder">The folder that <paramref name="File"/> is relative to.</param>
/// <param name="File">The file, as messages shall show it.</param>
public sealed record ImportedSource(string Folder, string File) : WarehouseSource;
