using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Whether enough of a slice's baseline cases found their partner under one metric.</summary>
internal sealed class SlicePairing(PairedTable table, MetricSample sample)
{
    /// <summary>Under this share of the baseline's cases nothing is judged.</summary>
    private const decimal LeastShare = 0.8m;

    private readonly Dictionary<Slice, int> _rows = table.CountBySlice(Enumerable.Range(0, table.Rows));

    /// <summary>Why one slice is not judged; null when it is, or when the baseline knows none of its cases and nobody asked for it by name.</summary>
    public string? ReasonAgainst(RuleCoverage coverage, SliceSample? paired)
    {
        var slice = coverage.Slice;
        var isNamed = slice.IsOverall || coverage.Rule.Scope is NamedSlices;
        var before = slice.IsOverall ? table.BaselineCases : table.BaselineCasesBySlice.GetValueOrDefault(slice);
        if (before == 0)
        {
            return isNamed ? $"the baseline has no case in this slice{Remedy(coverage)}" : null;
        }

        var pairs = paired?.Cases ?? 0;
        var oneSided = sample.OneSided.GetValueOrDefault(slice);
        if (oneSided > 1 && oneSided > 0.02m * (pairs + oneSided))
        {
            return $"the metric applies on one side only for {oneSided} of {pairs + oneSided} cases";
        }

        var comparable = _rows.GetValueOrDefault(slice) - sample.Unmeasured.GetValueOrDefault(slice);
        if (comparable < LeastShare * before)
        {
            return $"only {comparable} of the baseline's {before} cases can be compared (80 % needed){Remedy(coverage)}";
        }

        return pairs == 0 && isNamed ? "the metric applies to no case here, so nothing was measured" : null;
    }

    private static string Remedy(RuleCoverage coverage) => coverage.Rule.IsOfSuite ? ": accept a run" : "";
}
