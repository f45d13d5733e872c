using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Warehouse;

namespace EvalGate.Benchmarks;

/// <summary>Ten million pairs in Parquet, three metrics, 16 groupings with 12,916 slices: to sums, against SQL written by hand for the same engine.</summary>
internal static class WarehouseSums
{
    private const int Rows = 10_000_000;
    private const int Megabytes = 512;

    private static readonly int[] Values = [12, 40, 4, 3, 200];

    private static readonly PairMap Map = new()
    {
        Name = "warehouse",
        Slices = [.. Values.Select((_, i) => Column(i))],
        Crosses = [.. Values.SelectMany((_, i) => Enumerable.Range(i + 1, Values.Length - i - 1).Select(j => new SliceCross([Column(i), Column(j)], default)))],
        Metrics = [Paired("correct", MetricKind.Binary, new(0, 1)), Paired("grounded", MetricKind.Continuous, new(0, 1)), Paired("latency", MetricKind.Count, new(0, 60_000))],
    };

    /// <summary>CPU seconds of all threads: sides take turns in one process.</summary>
    public static IEnumerable<Bar> AgainstBareSql(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("evalgate-").FullName;
        try
        {
            Write(folder, "all.parquet", Rows);
            Write(folder, "tenth.parquet", Rows / 10);
            Sums(folder, "tenth.parquet");
            Bare(folder, "tenth.parquet");
            var times = Enumerable.Range(0, rounds).Select(_ => (Ours: Cpu(() => Sums(folder, "all.parquet")), Bare: Cpu(() => Bare(folder, "all.parquet")), Tenth: Cpu(() => Sums(folder, "tenth.parquet")))).ToArray();
            yield return Bar.OfSeconds("10,000,000 pairs in Parquet, 3 metrics, 12,916 slices: CPU to exact sums, against bare SQL with doubles in DuckDB", times.Select(t => t.Ours), times.Select(t => t.Bare), 1.3);
            yield return Bar.OfSeconds("the same, against ten times the CPU of 1,000,000 pairs: growth", times.Select(t => t.Ours), times.Select(t => 10 * t.Tenth), 1.2);
            using var process = Process.GetCurrentProcess();
            yield return Bar.OfMemory("peak memory of the process, against the limit of the engine and 256 MiB for all else", [process.PeakWorkingSet64 / 1048576.0], [Megabytes + 256], 1);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Column(int number) => string.Create(CultureInfo.InvariantCulture, $"slice{number}");

    private static PairedMetric Paired(string name, MetricKind kind, ValueRange sound) => new(
        new()
        {
            Name = name,
            Scorer = new("column", false, new Dictionary<string, string>()),
            Kind = kind,
            Better = kind == MetricKind.Count ? Direction.Lower : Direction.Higher,
            Range = kind == MetricKind.Count ? null : sound,
            Scale = kind == MetricKind.Binary ? 1 : PairedMetric.ScaleOf(sound)!.Value,
        },
        $"{name}_a",
        $"{name}_b",
        sound);

    private static void Write(string folder, string file, int rows)
    {
        var slices = Values.Select((count, i) => string.Create(CultureInfo.InvariantCulture, $"'v' || (hash(32 * i + {i}) % {count})::varchar as {Column(i)}"));
        Execute($"""
            copy (select {string.Join(", ", slices)},
              hash(32 * i + 10) % 10 < 8 as correct_a, hash(32 * i + 11) % 10 < 8 as correct_b,
              (hash(32 * i + 12) % 10001) / 10000 as grounded_a, case when hash(32 * i + 13) % 500 > 0 then (hash(32 * i + 14) % 10001) / 10000 end as grounded_b,
              (hash(32 * i + 15) % 20000)::double as latency_a, (hash(32 * i + 16) % 20000)::double as latency_b
            from range({rows}) as t(i)) to '{Path.Combine(folder, file)}' (format parquet, compression zstd)
            """);
    }

    private static void Sums(string folder, string file)
    {
        var reading = WarehouseReader.Read([new FileSource(folder, [file])], Map, new() { Megabytes = Megabytes });
        if (reading.Totals?.Sums["correct"].Slices.Count != 12_916)
        {
            throw new InvalidOperationException(string.Join('\n', reading.Problems));
        }
    }

    /// <summary>What somebody would write who needs the same figures once.</summary>
    private static void Bare(string folder, string file)
    {
        var sums = Map.Metrics.Select(m => (A: $"{m.Baseline}::double", B: $"{m.Candidate}::double", D: $"({m.Candidate}::double - {m.Baseline}::double)"))
            .Select(c => $"count({c.D}), sum({c.A}), sum({c.B}), sum({c.B} * {c.B}), sum({c.B} * {c.B} * {c.B}), sum({c.D} * {c.D}), sum({c.D} * {c.D} * {c.D}), count(*) filter ({c.D} > 0), count(*) filter ({c.D} < 0)");
        var sets = Map.Crosses.Select(c => $"({string.Join(", ", c.Attributes)})").Concat(Map.Slices.Select(s => $"({s})")).Append("()");
        Execute($"select {string.Join(", ", Map.Slices)}, count(*), {string.Join(", ", sums)} from '{Path.Combine(folder, file)}' group by grouping sets ({string.Join(", ", sets)})");
    }

    private static void Execute(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            reader.GetValue(0);
        }
    }

    private static double Cpu(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
