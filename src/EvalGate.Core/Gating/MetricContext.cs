using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>What every comparison of one metric shares.</summary>
internal sealed record MetricContext
{
    /// <summary>The unadjusted p up to which a drop beyond the tolerance reads as "probably worse".</summary>
    private const double Probably = 0.10;

    public required GateSettings Gate { get; init; }

    public required MetricSample Sample { get; init; }

    public required IReadOnlyDictionary<Slice, SliceSample> Slices { get; init; }

    /// <summary>Chance of a false alarm for all slices of this metric together.</summary>
    public required double Level { get; init; }

    /// <summary>This metric's share of <see cref="Level"/>: its weight over the weights of all metrics that differ.</summary>
    public required double Share { get; init; }

    public required MetricFamily? Family { get; init; }

    public Metric Metric => Sample.Metric;

    public double Adjusted(double familyAdjusted) => Math.Min(1, familyAdjusted / Share);

    public static bool IsProbablyWorse(double pValue) => pValue <= Probably;

    /// <summary>Whether losing everything the baseline has would still not reach the level.</summary>
    public bool IsBlind(SliceSample slice)
    {
        var leastP = Math.Pow(2, -Math.ScaleB(slice.Sums.LosableBits, -SliceStatistics.LosablePrecision));
        return leastP / Share > Level;
    }

    /// <summary>The level one slice can count on when reports plan: an even share between the slices that can be red at all.</summary>
    public double PlanningLevel => Level * Share / Math.Max(1, Slices.Values.Count(s => !IsBlind(s)));
}
