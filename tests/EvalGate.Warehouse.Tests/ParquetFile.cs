using DuckDB.NET.Data;

namespace EvalGate.Warehouse.Tests;

/// <summary>Writes a log as Parquet.</summary>
internal static class ParquetFile
{
    public static void Write(TempFolder folder, string file, APairLog log)
    {
        var json = folder.Write($"{file}.jsonl", log.Jsonl());
        var columns = log.TextColumns.Select(c => $"'{c}': 'VARCHAR'").Concat(log.ScoreColumns.Select(c => $"'{c}': 'DOUBLE'"));
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"copy (select * from read_json('{json}', format = 'newline_delimited', columns = {{{string.Join(", ", columns)}}})) to '{folder[file]}' (format parquet)";
        command.ExecuteNonQuery();
    }
}
