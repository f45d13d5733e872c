using EvalGate.Model;

namespace EvalGate.Snapshots;

/// <summary>The metric that every suite with snapshots has: 1 where an output is not what was approved. Rules may name it like any other.</summary>
public static class SnapshotMetric
{
    /// <summary>Its name, which no other metric may have.</summary>
    public const string Name = "snapshot_changed";

    /// <summary>The metric.</summary>
    /// <param name="place">Where <c>snapshots:</c> is written.</param>
    public static Metric At(SourcePlace place) => new()
    {
        Name = Name,
        Scorer = new(Name, false, new Dictionary<string, string>()),
        Kind = MetricKind.Binary,
        Better = Direction.Lower,
        Range = ValueRange.Unit,
        Scale = 1,
        Place = place,
    };

    /// <summary>Whether a metric is this one: its numbers come from comparing, not from a scorer.</summary>
    /// <param name="metric">Any metric.</param>
    public static bool Is(Metric metric) => metric.Scorer is { IsUserType: false, Name: Name };

    /// <summary>The number of one output; null where there is nothing to compare with.</summary>
    /// <param name="comparison">How it compares.</param>
    public static double? Score(SnapshotComparison comparison) => comparison.Verdict switch
    {
        SnapshotVerdict.New => null,
        SnapshotVerdict.Changed or SnapshotVerdict.Ambiguous => 1,
        _ => 0,
    };
}
