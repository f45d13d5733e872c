using EvalGate.Model;
using EvalGate.Slicing;

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
        var pairs = baseline.Cases.Where(old => known.TryGetValue(old.Id, out var now) && now.Hash == old.Hash)
            .OrderBy(old => old.Id, StringComparer.Ordinal).Select(old => (Old: old, slicer.Of(known[old.Id]).Slices)).ToArray();
        var levels =
            from metric in suite.Metrics
            where baseline.Header.Metrics.GetValueOrDefault(metric.Name)?.Fingerprint == metric.Fingerprint
            from slice in pairs.Where(p => p.Old.Scores.GetValueOrDefault(metric.Name) is [_, ..])
                .SelectMany(p => p.Slices, (p, slice) => (Slice: slice, Score: p.Old.Scores[metric.Name].Order().Average())).GroupBy(p => p.Slice, p => p.Score).OrderBy(g => g.Key)
            select new MetricLevel(metric, slice.Key, slice.Count(), slice.Average(), null, null);
        return new(baseline.Header.Commit, baseline.Header.Date, [.. levels]);
    }
}
