using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>All that is known of one metric in both arms, summed by slice; the repetitions of a case are averaged inside it.</summary>
internal sealed class UnpairedSample
{
    private readonly Dictionary<Slice, PowerSums> _baseline;
    private readonly Dictionary<Slice, PowerSums> _candidate;

    public UnpairedSample(Metric metric, UnpairedInput input)
    {
        Metric = metric;
        var (before, now) = (input.Baseline.Scores[metric.Name], input.Candidate.Scores[metric.Name]);
        var denominator = ScoreColumn.CommonMultiple(before, now);
        HasRepetitions = denominator > 1;
        var largest = new[] { before.Extremes ?? default, now.Extremes ?? default }.Max(e => Int128.Max(Int128.Abs(e.Least), Int128.Abs(e.Greatest)));
        IsTooLarge = largest * denominator >= PowerSums.Limit / 2;
        Denominator = IsTooLarge ? 1 : (long)denominator;
        _baseline = IsTooLarge ? [] : Sum(input.Baseline, before);
        _candidate = IsTooLarge ? [] : Sum(input.Candidate, now);
    }

    public Metric Metric { get; }

    public bool HasRepetitions { get; }

    /// <summary>True when the scores cannot be added exactly.</summary>
    public bool IsTooLarge { get; }

    /// <summary>How many steps of a case's score make one step of the metric's scale.</summary>
    public long Denominator { get; }

    /// <summary>Both arms of a slice; an arm without cases there is empty.</summary>
    public UnpairedSlice this[Slice slice] => new(this, _baseline.GetValueOrDefault(slice) ?? new(), _candidate.GetValueOrDefault(slice) ?? new());

    private Dictionary<Slice, PowerSums> Sum(UnpairedArm arm, ScoreColumn scores)
    {
        var cells = new PowerSums?[arm.Cells.Count];
        for (var row = 0; row < arm.CellOfRow.Length; row++)
        {
            if (scores[row].Length > 0)
            {
                (cells[arm.CellOfRow[row]] ??= new()).Add(scores.Mean(row, Denominator));
            }
        }

        var slices = new Dictionary<Slice, PowerSums>();
        foreach (var (cell, sums) in cells.Index().Where(c => c.Item is not null))
        {
            foreach (var slice in arm.Cells[cell])
            {
                (slices.TryGetValue(slice, out var own) ? own : slices[slice] = new()).Add(sums!);
            }
        }

        return slices;
    }
}
