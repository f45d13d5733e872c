using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>What every comparison of one metric's means shares.</summary>
internal sealed record MetricContext
{
    public required Stake Stake { get; init; }

    public required MeasuredMetric Measured { get; init; }

    public required IReadOnlyDictionary<Slice, SliceSample> Slices { get; init; }

    public required MetricFamily? Family { get; init; }

    public Metric Metric => Measured.Metric;

    public GateSettings Gate => Stake.Gate;

    public double Level => Stake.Level;

    public double Adjusted(double familyAdjusted) => Stake.Adjusted(familyAdjusted);

    /// <summary>Whether losing everything the baseline has would still not reach the level.</summary>
    public bool IsBlind(SliceSample slice)
    {
        var leastP = Math.Pow(2, -Math.ScaleB(slice.Sums.LosableBits, -SliceStatistics.LosablePrecision));
        return leastP / Stake.Share > Level;
    }

    /// <summary>The level one slice can count on when reports plan: an even share between the slices that can be red at all.</summary>
    public double PlanningLevel => Level * Stake.Share / Math.Max(1, Slices.Values.Count(s => !IsBlind(s)));
}
