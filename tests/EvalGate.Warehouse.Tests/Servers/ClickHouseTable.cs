using EvalGate.Gating;

namespace EvalGate.Warehouse.Tests.Servers;

/// <summary>Writes a log into a table of every node, half of the rows on each, and a distributed table over both.</summary>
internal static class ClickHouseTable
{
    public static void Write(ClickHouseCluster cluster, string table, APairLog log)
    {
        var columns = string.Join(", ", log.TextColumns.Select(c => $"\"{c}\" Nullable(String)").Concat(log.ScoreColumns.Select(c => $"\"{c}\" Nullable(Float64)")));
        for (var node = 0; node < 2; node++)
        {
            cluster.Execute(node, $"create table {table}_local ({columns}) engine = Log");
            cluster.Execute(node, $"insert into {table}_local format JSONEachRow", log.Shard(node, 2).Jsonl());
            cluster.Execute(node, $"create table {table} ({columns}) engine = Distributed({ClickHouseCluster.Name}, default, {table}_local)");
        }
    }
}
