using EvalGate.Calibration.Worlds;
using EvalGate.Gating;
using EvalGate.Model;
using MathNet.Numerics.Distributions;

namespace EvalGate.Calibration.Gates;

/// <summary>A metric of the suite, its rule, and how its scores come about.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Rule">The rule.</param>
/// <param name="CaseOutcomes">How scores come about, higher being better; null for a cost, which is lognormal and unbounded.</param>
public sealed record GateMetric(Metric Metric, Rule Rule, CaseOutcomes? CaseOutcomes)
{
    private const double CostSpread = 0.5;

    /// <summary>Pass/fail, a skewed score, a zero-heavy one, a rare failure of which less is better, and a cost.</summary>
    public static IReadOnlyList<GateMetric> All { get; } =
    [
        new(Of("correct", MetricKind.Binary), Change("correct"), new PassFail(0.05)),
        new(Of("grounded", MetricKind.Continuous), Change("grounded"), new LognormalScores(1)),
        new(Of("helpful", MetricKind.Continuous), Change("helpful"), new LognormalScores(0.2)),
        new(Of("refused", MetricKind.Binary) with { Better = Direction.Lower }, Change("refused"), new PassFail(0.02)),
        new(Of("cost", MetricKind.Count) with { Better = Direction.Lower, Range = null }, Rise("cost"), null),
    ];

    /// <summary>One score, in the metric's own direction.</summary>
    /// <param name="noise">A uniform number of this result.</param>
    /// <param name="nature">A uniform number of the case, the same in both arms.</param>
    /// <param name="loss">How much worse the case has become.</param>
    public double Score(double noise, double nature, double loss) => CaseOutcomes switch
    {
        null => Math.Exp(CostSpread * Normal.InvCDF(0, 1, noise)),
        _ when Metric.Better == Direction.Lower => 1 - CaseOutcomes.Score(noise, nature, loss),
        _ => CaseOutcomes.Score(noise, nature, loss),
    };

    private static Metric Of(string name, MetricKind kind) => new()
    {
        Name = name,
        Kind = kind,
        Better = Direction.Higher,
        Range = ValueRange.Unit,
        Scale = kind == MetricKind.Binary ? 1 : 1_000_000,
        Scorer = new("exact", false, new Dictionary<string, string>()),
    };

    private static Rule Change(string metric) => new() { Metric = metric, Bound = new MaxChange(new(0.02m, false), new(0.05m, false)), Scope = new OverallAndSlices(), Place = new("", 1, 1) };

    private static Rule Rise(string metric) => new() { Metric = metric, Bound = new MaxChange(new(0.1m, true), new(0.1m, true)), Scope = new OverallOnly(), Place = new("", 1, 1) };
}
