using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Warehouse.Tests;

/// <summary>Maps of logs.</summary>
internal static class AMap
{
    /// <summary>Pass/fail and a score between −2 and 3, better high; a latency, better low; sliced by columns and all pairs of them.</summary>
    public static PairMap Of(params string[] slices) => new()
    {
        Name = "pairs",
        Slices = slices,
        Crosses = [.. slices.SelectMany((a, i) => slices.Skip(i + 1).Select(b => new SliceCross([.. new[] { a, b }.Order(StringComparer.Ordinal)], default)))],
        Metrics =
        [
            PassFail("correct"),
            Score("helpful", new(-2, 3)),
            PassFail("refused", Direction.Lower),
            Resource("latency_ms", 60_000),
        ],
        Place = new("pairs.yaml", 1, 1),
    };

    public static PairedMetric PassFail(string name, Direction better = Direction.Higher) => Paired(new()
    {
        Name = name,
        Scorer = new("column", false, new Dictionary<string, string>()),
        Kind = MetricKind.Binary,
        Better = better,
        Range = ValueRange.Unit,
        Scale = 1,
    }, ValueRange.Unit);

    public static PairedMetric Score(string name, ValueRange range) => Paired(new()
    {
        Name = name,
        Scorer = new("column", false, new Dictionary<string, string>()),
        Kind = MetricKind.Continuous,
        Better = Direction.Higher,
        Range = range,
        Scale = PairedMetric.ScaleOf(range)!.Value,
    }, range);

    public static PairedMetric Resource(string name, decimal limit) => Paired(new()
    {
        Name = name,
        Scorer = new("column", false, new Dictionary<string, string>()),
        Kind = MetricKind.Count,
        Better = Direction.Lower,
        Scale = PairedMetric.ScaleOf(new(0, limit))!.Value,
    }, new(0, limit));

    private static PairedMetric Paired(Metric metric, ValueRange sound) => new(metric with { Place = new("pairs.yaml", 9, 3) }, $"{metric.Name}_a", $"{metric.Name}_b", sound);
}
