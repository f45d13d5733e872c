namespace EvalGate.Calibration.Trials;

/// <summary>One case with its outcomes in both arms, in fixed point.</summary>
/// <param name="Id">Number of the case, unique in the trial.</param>
/// <param name="Group">Number of its group; its own id when there are no groups.</param>
/// <param name="Slices">The slices it is in.</param>
/// <param name="Baseline">One score per repetition.</param>
/// <param name="Candidate">One score per repetition.</param>
public sealed record TrialCase(int Id, int Group, IReadOnlyList<int> Slices, IReadOnlyList<long> Baseline, IReadOnlyList<long> Candidate)
{
    /// <summary>Whether not all results are alike.</summary>
    public bool CanDiffer => Baseline.Concat(Candidate).Any(score => score != Baseline[0]);
}
