using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>A baseline of the past, summed up: what each metric was on each of today's slices.</summary>
/// <param name="Commit">The commit whose runs were accepted, or null.</param>
/// <param name="Date">When the last of its runs started.</param>
/// <param name="Levels">By metric as written, then by slice; only cases that are still what they were.</param>
public sealed record AcceptedVersion(string? Commit, DateTimeOffset Date, IReadOnlyList<MetricLevel> Levels)
{
    /// <summary>Sums up a baseline.</summary>
    /// <param name="suite">Says what is measured and how cases are sliced.</param>
    /// <param name="cases">Today's cases.</param>
    /// <param name="baseline">The baseline. Scores of a metric that was defined differently are left out.</param>
    public static AcceptedVersion Of(Suite suite, IEnumerable<Case> cases, Baseline baseline)
    {
        var slicer = new CaseSlicer(suite);
        var known = cases.Where(c => c.Status == CaseStatus.Active).ToDictionary(c => c.Id, StringComparer.Ordinal);
        var fingerprints = suite.Metrics.ToDictionary(m => m.Name, m => m.Fingerprint, StringComparer.Ordinal);
        var bySlice = baseline.Cases.Where(old => known.TryGetValue(old.Id, out var now) && now.Hash == old.Hash)
            .SelectMany(old => slicer.Of(known[old.Id]).Slices, (old, slice) => (Slice: slice, Case: old)).GroupBy(c => c.Slice, c => c.Case).OrderBy(g => g.Key)
            .Select(g => (Slice: g.Key, Cases: g.ToArray())).ToArray();
        var levels =
            from metric in suite.Metrics
            where metric.Sources.All(source => baseline.Header.Metrics.GetValueOrDefault(source)?.Fingerprint == fingerprints[source])
            from slice in bySlice
            select LevelOf(metric, slice.Slice, slice.Cases);
        return new(baseline.Header.Commit, baseline.Header.Date, [.. levels.OfType<MetricLevel>()]);
    }

    private static MetricLevel? LevelOf(Metric metric, Slice slice, IEnumerable<BaselineCase> cases)
    {
        var scored = cases.Where(c => metric.Sources.All(source => c.Scores.GetValueOrDefault(source) is [_, ..])).ToArray();
        var value = scored.Length == 0 ? null
            : metric.Ratio is { } ratio ? MetricLevels.Share([.. scored.Select(c => (c.Scores[ratio.Of], c.Scores[ratio.Per]))])
            : MetricLevels.Value(metric, [.. scored.Select(c => c.Scores[metric.Name])]);
        return value is { } known ? new(metric, slice, scored.Length, known, null, null) : null;
    }
}
