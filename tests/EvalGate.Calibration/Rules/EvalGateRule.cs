using EvalGate.Calibration.Trials;
using EvalGate.Statistics;

namespace EvalGate.Calibration.Rules;

/// <summary>EvalGate's judgement at the level of the numeric library: red by evidence and size, fine only when a loss of the margin is ruled out.</summary>
/// <param name="level">Chance of any false alarm among all slices.</param>
/// <param name="anticipates">False takes Hall's t and the cluster-robust mean as they are, instead of anticipating one more loss.</param>
public sealed class EvalGateRule(double level, bool anticipates = true) : IRule
{
    private const double HeldLevel = 0.05;

    private const double LeastDegreesOfFreedom = 4;

    /// <inheritdoc />
    public string Name => anticipates ? "EvalGate" : "… by Hall's t";

    /// <inheritdoc />
    public RuleKind Kind => anticipates ? RuleKind.UnderTest : RuleKind.Peer;

    /// <inheritdoc />
    public bool Judges(TrialShape shape) => anticipates || !shape.IsTable;

    /// <inheritdoc />
    public IReadOnlyList<Call> Judge(Trial trial)
    {
        var tests = trial.StepDown(trial.Shape.IsTable ? FamilyStatistic.MinP : FamilyStatistic.MaxT).Slices;
        return [.. trial.Slices.Zip(tests, (slice, test) => CallOf(trial.Shape, slice, test))];
    }

    private Call CallOf(TrialShape shape, TrialSlice slice, SliceTest test) =>
        test.AdjustedPValue <= level && slice.FellMoreThan(shape.Margin) ? Call.Red
        : shape.Margin > 0 && IsHeld(shape, slice) ? Call.Fine
        : Call.Open;

    private bool IsHeld(TrialShape shape, TrialSlice slice)
    {
        var independent = shape.HasGroups ? slice.Groups.Distinct().Count() : slice.Cases;
        return RareLoss.IsRuledOut(independent, shape.Margin, TrialShape.WorstLoss, HeldLevel)
            && NonInferiorityPValue(shape, slice) <= HeldLevel;
    }

    private double NonInferiorityPValue(TrialShape shape, TrialSlice slice)
    {
        if (shape.IsTable)
            return TangoScore.NonInferiorityPValue(slice.Gains, slice.Losses, slice.Cases, shape.Margin);
        if (shape.HasGroups)
        {
            var robust = anticipates
                ? AnticipatedLoss.Of(slice.GroupedDifferences, TrialSlice.Steps, TrialShape.WorstLoss)
                : ClusterRobustMean.Of(slice.GroupedDifferences, TrialSlice.Steps);
            return robust.DegreesOfFreedom < LeastDegreesOfFreedom ? 1 : robust.PValueAbove(-shape.Margin);
        }

        return anticipates
            ? AnticipatedLoss.Of(slice.Differences, TrialShape.WorstLoss).PValueAbove(-shape.Margin)
            : HallT.PValueAbove(slice.Differences, -shape.Margin);
    }
}
