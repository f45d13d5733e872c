using System.Globalization;
using DuckDB.NET.Data;
using EvalGate.Warehouse.Tests.Servers;

namespace EvalGate.Warehouse.Tests;

/// <summary>A log of a shadow: two languages, conversations of several requests, answers that differ, fail and are repeated.</summary>
internal static class AShadowLog
{
    private const string Columns = "\"at\", id, arm, \"key\", rate, slices, input, incumbent, shadow";

    public static string Lines(int pairs) => "{\"evalgate\":\"shadow\",\"version\":1}\n" + Rows(pairs);

    /// <summary>Columns of JSON, as a server that knows it keeps them.</summary>
    public static void WriteTo(PostgresCluster cluster, string table, int pairs)
    {
        PostgresTable.Execute(cluster, $"create table {table} (at timestamptz, id text, arm text, \"key\" text, rate double precision, slices jsonb, input jsonb, incumbent jsonb, shadow jsonb)");
        var rows = Rows(pairs).Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse().Select(r => $"('{r.Replace("'", "''", StringComparison.Ordinal)}'::json)");
        PostgresTable.Execute(cluster, $"insert into {table} select r.* from (values {string.Join(", ", rows)}) as v(line), json_populate_record(null::{table}, v.line) as r");
    }

    /// <summary>Objects as texts, half of them on each node.</summary>
    public static void WriteTo(ClickHouseCluster cluster, string table, int pairs)
    {
        const string Types = "at String, id String, arm String, key String, rate Float64, slices String, input String, incumbent String, shadow String";
        var rows = Rows(pairs).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(WithTexts).ToArray();
        for (var node = 0; node < 2; node++)
        {
            cluster.Execute(node, $"create table {table}_local ({Types}) engine = Log");
            cluster.Execute(node, $"insert into {table}_local format JSONEachRow", string.Join('\n', rows.Where((_, i) => i % 2 == node)));
            cluster.Execute(node, $"create table {table} ({Types}) engine = Distributed({ClickHouseCluster.Name}, default, {table}_local)");
        }
    }

    /// <summary>Nested columns.</summary>
    public static void WriteParquet(TempFolder folder, string file, int pairs)
    {
        var json = folder.Write($"{file}.jsonl", Rows(pairs));
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"copy (select {Columns} from read_json('{json}', format = 'newline_delimited') order by id desc) to '{folder[file]}' (format parquet)";
        command.ExecuteNonQuery();
    }

    private static string Rows(int pairs) => string.Concat(Enumerable.Range(0, pairs).Select(i => Row("candidate", i, i % 7 == 0 ? "other" : "same") + Row("incumbent", i, i % 20 == 0 ? "other" : "same")));

    private static string Row(string arm, int i, string says)
    {
        var answer = arm == "candidate" && i % 11 == 0 ? """ "error":{"kind":"threw"} """ : $$""" "output":{"answer":"{{says}}","intent":"refund"} """;
        var tier = i % 3 == 0 ? ""","tier":"gold" """ : "";
        var at = new DateTime(2026, 11, 16, 0, 0, 0, DateTimeKind.Utc).AddSeconds(i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return FormattableString.Invariant($$$"""{"id":"{{{arm}}}-{{{i}}}","arm":"{{{arm}}}","at":"{{{at}}}","key":"k-{{{i / 2}}}","rate":{{{(i % 4 == 0 ? 0.5 : 0.25)}}},"slices":{"language":"{{{(i % 2 == 0 ? "de" : "en")}}}"{{{tier}}}},"input":{"question":"Nr. {{{i}}}?"},"incumbent":{"ms":10.5,"output":{"answer":"same","intent":"refund"},"output_tokens":7},"shadow":{"ms":{{{11 + (i % 5)}}},{{{answer}}}}}""") + "\n";
    }

    private static string WithTexts(string row)
    {
        using var json = System.Text.Json.JsonDocument.Parse(row);
        return System.Text.Json.JsonSerializer.Serialize(json.RootElement.EnumerateObject().ToDictionary(
            m => m.Name,
            m => m.Value.ValueKind == System.Text.Json.JsonValueKind.Object ? (object)m.Value.GetRawText() : m.Value.Clone()));
    }
}
