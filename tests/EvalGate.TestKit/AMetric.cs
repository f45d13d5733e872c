using EvalGate.Model;

namespace EvalGate.TestKit;

/// <summary>Metrics for tests.</summary>
public static class AMetric
{
    public static Metric PassFail(string name, Direction better = Direction.Higher) => Of(name, MetricKind.Binary, better) with { Range = ValueRange.Unit, Scale = 1 };

    public static Metric Score(string name, ValueRange? range = null) => Of(name, MetricKind.Continuous, Direction.Higher) with { Range = range ?? ValueRange.Unit };

    public static Metric Cost(string name) => Of(name, MetricKind.Count, Direction.Lower) with { Unit = "$", Scale = 1_000_000_000 };

    public static Metric Duration(string name) => Of(name, MetricKind.Duration, Direction.Lower) with { Unit = "ms", Scale = 1000 };

    public static Metric Ratio(string name, string of, string per, Direction better = Direction.Lower) =>
        Of(name, MetricKind.Continuous, better) with { Scorer = new("ratio", false, new Dictionary<string, string>()), Ratio = new(of, per), Unit = "$" };

    private static Metric Of(string name, MetricKind kind, Direction better) => new()
    {
        Name = name,
        Kind = kind,
        Better = better,
        Scale = 1_000_000,
        Scorer = new("exact", false, new Dictionary<string, string>()),
        Place = new("evals/support.eval.yaml", 10, 3),
    };
}
