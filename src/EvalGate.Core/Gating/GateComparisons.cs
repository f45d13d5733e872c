using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Lets every metric be judged, and shares the chance of a false alarm between them.</summary>
/// <param name="gate">Levels and policies.</param>
/// <param name="part">The part of the level that these comparisons may spend; 1 unless there are others.</param>
internal sealed class GateComparisons(GateSettings gate, double part)
{
    private const double SampledLevel = 0.05;
    private const double RepeatableLevel = 0.20;
    private const double ResourceWeight = 0.25;

    /// <summary>The comparisons of all metrics, in the order given, each by slice.</summary>
    public IReadOnlyList<Comparison> Of(IReadOnlyList<IMetricJudge> judges)
    {
        var weights = WeightsOf(judges);
        return [.. judges.SelectMany(j => j.Judge(StakeOf(j, weights)))];
    }

    /// <summary>The rules that cover overall, once more on the total reweighted to production: for means only, quantiles and ratios do not add up over strata.</summary>
    public IReadOnlyList<Comparison> Of(ProductionMix mix, IReadOnlyList<IMetricJudge> judges)
    {
        var means = judges.OfType<MeanJudge>().Where(j => j.HasCases).ToArray();
        var weights = WeightsOf(means);
        return [.. means.SelectMany(j => j.Judge(mix, StakeOf(j, weights)))];
    }

    private static double WeightsOf(IEnumerable<IMetricJudge> judges) => judges.Where(j => j.Differs).Sum(Weight);

    /// <summary>How much of the level a metric takes, beside the others.</summary>
    internal static double Weight(Metric metric) => metric.IsQuality ? 1 : ResourceWeight;

    /// <summary>The chance of a false alarm that a gate accepts under one metric.</summary>
    internal static double LevelOf(GateSettings gate, bool isRepeatable) => gate.FalseAlarms ?? (isRepeatable ? RepeatableLevel : SampledLevel);

    private static double Weight(IMetricJudge judge) => Weight(judge.Metric);

    private Stake StakeOf(IMetricJudge judge, double weights) => new(
        gate,
        LevelOf(gate, judge.IsRepeatable),
        part * (weights == 0 ? 1 : Math.Min(1, Weight(judge) / weights)));
}
