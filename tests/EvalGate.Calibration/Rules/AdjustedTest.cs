using EvalGate.Calibration.Trials;
using EvalGate.Statistics;

namespace EvalGate.Calibration.Rules;

/// <summary>Another test that keeps its level by construction, with the same size rule; it never says "fine".</summary>
/// <param name="name">Column title.</param>
/// <param name="level">Chance of any false alarm among all slices.</param>
/// <param name="judges">Data that the test is for.</param>
/// <param name="adjust">Adjusted p-values by slice; null is blind.</param>
public sealed class AdjustedTest(
    string name, double level, Func<TrialShape, bool> judges, Func<Trial, IEnumerable<double?>> adjust) : IRule
{
    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public RuleKind Kind => RuleKind.ValidTest;

    /// <summary>The alternatives.</summary>
    /// <param name="level">Chance of any false alarm among all slices.</param>
    /// <returns>maxT, Holm and Tarone–Holm.</returns>
    public static IEnumerable<AdjustedTest> All(double level) =>
    [
        new("maxT", level, _ => true, trial => trial.StepDown(FamilyStatistic.MaxT).Slices.Select(test => (double?)test.AdjustedPValue)),
        new("Holm", level, _ => true, trial => Holm.Adjust([.. Raw(trial)]).Select(p => (double?)p)),
        new("Tarone–Holm", level, shape => shape.IsTable, trial => TaroneHolm.Adjust([.. trial.Slices.Select(Hypothesis)], level)),
    ];

    /// <inheritdoc />
    public bool Judges(TrialShape shape) => judges(shape);

    /// <inheritdoc />
    public IReadOnlyList<Call> Judge(Trial trial) =>
        [.. trial.Slices.Zip(adjust(trial), (slice, p) => p <= level && slice.FellMoreThan(trial.Shape.Margin) ? Call.Red : Call.Open)];

    private static IEnumerable<double> Raw(Trial trial) =>
        trial.Shape.IsTable
            ? trial.Slices.Select(slice => McNemar.PValueWorse(slice.Gains, slice.Losses))
            : trial.StepDown(FamilyStatistic.MaxT).Slices.Select(test => test.PValue);

    private static TaroneHypothesis Hypothesis(TrialSlice slice) =>
        new(McNemar.PValueWorse(slice.Gains, slice.Losses), Math.ScaleB(1, -slice.Gains - slice.Losses));
}
