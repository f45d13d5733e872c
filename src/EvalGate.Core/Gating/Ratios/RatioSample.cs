using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>The two metrics of a ratio on the paired cases to which both apply.</summary>
internal sealed class RatioSample
{
    private readonly MetricSample _of;
    private readonly MetricSample _per;

    public RatioSample(MetricSample of, MetricSample per, PairedTable table)
    {
        (_of, _per, Table) = (of, per, table);
        Rows = [.. of.Pairs().Join(per.Pairs(), o => o.Row, p => p.Row, (o, p) => new RatioRow(o.Row, Arm(o.Row, r => r.Baseline), Arm(o.Row, r => r.Candidate)))];
        var alone = Enumerable.Range(0, table.Rows).Where(IsOneSided).ToLookup(IsUnmeasured);
        (OneSided, Unmeasured) = (table.CountBySlice(alone[false]), table.CountBySlice(alone[true]));
    }

    public PairedTable Table { get; }

    public bool Differs => _of.Differing.Count > 0 || _per.Differing.Count > 0;

    public bool IsRepeatable => _of.IsRepeatable && _per.IsRepeatable;

    public IReadOnlyList<RatioRow> Rows { get; }

    /// <summary>Cases to which both metrics apply on one side only, by slice.</summary>
    public IReadOnlyDictionary<Slice, int> OneSided { get; }

    /// <summary>Cases that have no candidate score because of an error, by slice.</summary>
    public IReadOnlyDictionary<Slice, int> Unmeasured { get; }

    /// <summary>What each result adds to both sums; the averages where the metrics do not have a result each.</summary>
    private RatioResult[] Arm(int row, Func<(long[] Baseline, long[] Candidate), long[]> arm)
    {
        var (of, per) = (Units(_of.Metric, arm(_of.Results(row))), Units(_per.Metric, arm(_per.Results(row))));
        return of.Length == per.Length ? [.. of.Zip(per, (y, x) => new RatioResult(y, x))] : [new(StableSum.Mean(of), StableSum.Mean(per))];
    }

    private static double[] Units(Metric metric, long[] results) => [.. results.Select(r => (double)(metric.Better == Direction.Higher ? r : -r) / metric.Scale)];

    private bool IsOneSided(int row)
    {
        var (of, per) = (_of.Results(row), _per.Results(row));
        return (of.Baseline.Length > 0 && per.Baseline.Length > 0) != (of.Candidate.Length > 0 && per.Candidate.Length > 0);
    }

    private bool IsUnmeasured(int row) => Table.Scores[_of.Metric.Name].Unmeasured.Contains(row) || Table.Scores[_per.Metric.Name].Unmeasured.Contains(row);
}

/// <summary>The results of one case.</summary>
internal sealed record RatioRow(int Row, RatioResult[] Baseline, RatioResult[] Candidate)
{
    /// <summary>What the case adds to all four sums: its repetitions are averaged.</summary>
    public Statistics.RatioCase Case { get; } = new(Baseline.Average(r => r.Of), Baseline.Average(r => r.Per), Candidate.Average(r => r.Of), Candidate.Average(r => r.Per));
}

/// <summary>What one result adds to the sum above and to the sum below.</summary>
internal readonly record struct RatioResult(double Of, double Per);
