using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Snapshots;

/// <summary>An output that waits for approval, with everything that helps to decide.</summary>
public sealed record SnapshotChange
{
    /// <summary>The case.</summary>
    public required Case Case { get; init; }

    /// <summary>New, changed, stale or ambiguous.</summary>
    public required SnapshotVerdict Verdict { get; init; }

    /// <summary>Whether it fails the test of its case.</summary>
    public required SnapshotPolicy Policy { get; init; }

    /// <summary>What kind of change it is.</summary>
    public required EditKind Kind { get; init; }

    /// <summary>Where it differs.</summary>
    public required IReadOnlyList<SnapshotDifference> Differences { get; init; }

    /// <summary>What came out.</summary>
    public required SnapshotText Received { get; init; }

    /// <summary>What was approved; null when nothing was.</summary>
    public SnapshotText? Verified { get; init; }

    /// <summary>Fingerprint of the input that it answers.</summary>
    public required string InputHash { get; init; }

    /// <summary>The slices that the case is in.</summary>
    public IReadOnlyList<Slice> Slices { get; init; } = [];

    /// <summary>The case's scores, before and now.</summary>
    public IReadOnlyList<MetricChange> Metrics { get; init; } = [];

    /// <summary>In how many results the case was seen since, and how many of them came out like this.</summary>
    public (int Results, int Agreeing) Seen { get; init; }

    /// <summary>The run it comes from; null when no run that left it is there any more.</summary>
    public string? Run { get; init; }

    /// <summary>Whether every quality metric of the case is known before and now, and none fell.</summary>
    public bool IsNotWorse => Metrics.Any(m => m.Metric.IsQuality) && Metrics.Where(m => m.Metric.IsQuality).All(m => m.Drop <= 0);

    /// <summary>The largest fall of a quality metric, as a share of its range; 0 when none is known to have fallen.</summary>
    public double WorstDrop => Metrics.Where(m => m.Metric.IsQuality).Select(m => Math.Max(0, m.Drop ?? 0)).DefaultIfEmpty(0).Max();
}

/// <summary>A case's score under one metric.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Before">In the baseline; null when it has none.</param>
/// <param name="After">Now; null when it has none.</param>
public sealed record MetricChange(Metric Metric, double? Before, double? After)
{
    /// <summary>How far it fell, positive for worse, as a share of the metric's range; null when either side is missing.</summary>
    public double? Drop => Before is { } before && After is { } after
        ? (Metric.Better == Direction.Higher ? before - after : after - before) / (double)(Metric.Range?.Width ?? 1)
        : null;
}
