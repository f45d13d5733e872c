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
        var losable = slice.Pairs.Where(CanLose).GroupBy(p => p.Unit, StringComparer.Ordinal).Select(g => g.First());
        var leastP = losable.Aggregate(1.0, (p, pair) => p / Assignments(pair));
        return leastP / Share > Level;
    }

    /// <summary>The level one slice can count on when reports plan: an even share between the slices that can be red at all.</summary>
    public double PlanningLevel => Level * Share / Math.Max(1, Slices.Values.Count(s => !IsBlind(s)));

    /// <summary>In how many equally likely ways chance could have dealt the results of a case: 2, or more with unequal repetitions.</summary>
    private static double Assignments(MetricPair pair)
    {
        var (a, b) = (pair.Baseline.Count, pair.Candidate.Count);
        return a == b ? 2 : Enumerable.Range(1, b).Aggregate(1.0, (ways, i) => ways * (a + i) / i);
    }

    private bool CanLose(MetricPair pair)
    {
        if (Metric.Range is not { } range)
        {
            return true;
        }

        var worst = (Metric.Better == Direction.Higher ? range.Minimum : -range.Maximum) * Metric.Scale;
        return pair.Baseline.Any(score => score > worst);
    }
}
