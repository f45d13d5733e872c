using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Whether enough of a slice's baseline cases found their partner under one metric.</summary>
/// <param name="table">The paired cases.</param>
/// <param name="oneSided">Cases to which the metric applied on one side only.</param>
/// <param name="unmeasured">Cases that have no candidate score because of an error.</param>
internal sealed class SlicePairing(PairedTable table, IReadOnlyDictionary<Slice, int> oneSided, IReadOnlyDictionary<Slice, int> unmeasured)
{
    /// <summary>Under this share of the baseline's cases nothing is judged.</summary>
    private const decimal LeastShare = 0.8m;

    private readonly Dictionary<Slice, int> _rows = table.CountBySlice(Enumerable.Range(0, table.Rows));

    public SlicePairing(PairedTable table, MetricSample sample)
        : this(table, sample.OneSided, sample.Unmeasured)
    {
    }

    /// <summary>Judges the coverages whose slices have enough pairs, and says of the others why not.</summary>
    /// <param name="metric">Whose coverages.</param>
    /// <param name="pairs">Paired cases of a slice.</param>
    /// <param name="judge">Judges a slice that has pairs.</param>
    public IEnumerable<Comparison> Judge(IMetricJudge metric, Func<Slice, int> pairs, Func<RuleCoverage, Comparison> judge)
    {
        foreach (var coverage in metric.Coverages)
        {
            var cases = pairs(coverage.Slice);
            if (ObstacleTo(coverage, cases) is { } obstacle)
            {
                yield return Comparison.NotJudged(metric.Metric, coverage, obstacle);
            }
            else if (cases > 0)
            {
                yield return judge(coverage);
            }
        }
    }

    /// <summary>Too many cases to which the metric applies on one side only; null when they are few.</summary>
    /// <param name="alone">How many there are.</param>
    /// <param name="pairs">Cases to which it applies on both sides.</param>
    public static Obstacle? OneSided(long alone, long pairs) => alone > 1 && alone > 0.02m * (pairs + alone)
        ? new($"the metric applies on one side only for {alone} of {pairs + alone} cases")
        : null;

    /// <summary>Why one slice is not judged; null when it is, or when the baseline knows none of its cases and nobody asked for it by name.</summary>
    private Obstacle? ObstacleTo(RuleCoverage coverage, int pairs)
    {
        var slice = coverage.Slice;
        var before = slice.IsOverall ? table.BaselineCases : table.BaselineCasesBySlice.GetValueOrDefault(slice);
        if (before == 0)
        {
            return coverage.IsNamed ? new($"the baseline has no case in this slice{Remedy(coverage)}", table.Remedy) : null;
        }

        if (OneSided(oneSided.GetValueOrDefault(slice), pairs) is { } obstacle)
        {
            return obstacle;
        }

        var comparable = _rows.GetValueOrDefault(slice) - unmeasured.GetValueOrDefault(slice);
        if (comparable < LeastShare * before)
        {
            return new($"only {comparable} of the baseline's {before} cases can be compared (80 % needed){Remedy(coverage)}", table.Remedy);
        }

        return pairs == 0 && coverage.IsNamed ? new("the metric applies to no case here, so nothing was measured") : null;
    }

    private string Remedy(RuleCoverage coverage) => table.Remedy is { } remedy ? $": {remedy}" : coverage.Rule.IsOfSuite ? ": accept a run" : "";
}
