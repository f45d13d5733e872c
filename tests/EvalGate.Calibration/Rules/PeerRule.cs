using EvalGate.Calibration.Trials;
using EvalGate.Statistics;

namespace EvalGate.Calibration.Rules;

/// <summary>What other tools do: each slice for itself, cases taken as independent.</summary>
/// <param name="name">Column title.</param>
/// <param name="call">What the rule says about one slice.</param>
/// <param name="needsLevel">Whether it needs to know the baseline's long-run mean.</param>
public sealed class PeerRule(string name, Func<TrialShape, TrialSlice, Call> call, bool needsLevel = false) : IRule
{
    // One-sided 5 %, as for every rule here.
    private const double OneSided = 1.6448536269514722;

    private const double TwoSided = 1.959963984540054;

    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public RuleKind Kind => RuleKind.Peer;

    /// <summary>Any drop, fixed drops, a fixed floor, a z test, Wald's interval and overlapping intervals.</summary>
    public static IReadOnlyList<PeerRule> All { get; } =
    [
        new("any drop", (_, slice) => RedIf(slice.FellMoreThan(0))),
        new("drop ≥ 2 pp", (_, slice) => RedIf(slice.FellAtLeast(0.02))),
        new("drop ≥ 5 pp", (_, slice) => RedIf(slice.FellAtLeast(0.05))),
        new("floor 2 pp below", (shape, slice) => RedIf(slice.Candidate.Average() < shape.Level - 0.02), needsLevel: true),
        new("z, unadjusted", (_, slice) => RedIf(Upper(slice.Differences, OneSided) < 0)),
        new("Wald", Wald),
        new("CI overlap", (_, slice) => RedIf(
            Upper(MomentsOf(slice.Candidate), TwoSided) < -Upper(Negated(MomentsOf(slice.Baseline)), TwoSided))),
    ];

    /// <inheritdoc />
    public bool Judges(TrialShape shape) => !needsLevel || !double.IsNaN(shape.Level);

    /// <inheritdoc />
    public IReadOnlyList<Call> Judge(Trial trial) =>
        [.. trial.Slices.Select(slice => slice.Cases == 0 ? Call.Open : call(trial.Shape, slice))];

    private static Call RedIf(bool condition) => condition ? Call.Red : Call.Fine;

    private static Call Wald(TrialShape shape, TrialSlice slice) =>
        Upper(slice.Differences, OneSided) < 0 ? Call.Red
        : shape.Margin > 0 && Upper(Negated(slice.Differences), OneSided) < shape.Margin ? Call.Fine
        : Call.Open;

    private static double Upper(Moments moments, double quantile) => moments.Mean + quantile * Math.Sqrt(moments.Variance / moments.Count);

    private static Moments MomentsOf(IReadOnlyList<double> values) => Moments.Of([.. values]);

    private static Moments Negated(Moments moments) => moments with { Mean = -moments.Mean };
}
