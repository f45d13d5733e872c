namespace EvalGate.Statistics;

/// <summary>Pass counts of two arms that ran on different cases.</summary>
/// <param name="BaselinePasses">Cases that the baseline passes.</param>
/// <param name="BaselineCases">Cases that the baseline ran.</param>
/// <param name="CandidatePasses">Cases that the candidate passes.</param>
/// <param name="CandidateCases">Cases that the candidate ran.</param>
public readonly record struct UnpairedCounts(long BaselinePasses, long BaselineCases, long CandidatePasses, long CandidateCases)
{
    /// <summary>Candidate's pass rate minus the baseline's; NaN when an arm has no cases.</summary>
    public double Difference => CandidateRate - BaselineRate;

    internal double BaselineRate => (double)BaselinePasses / BaselineCases;

    internal double CandidateRate => (double)CandidatePasses / CandidateCases;

    internal bool HasEmptyArm => BaselineCases == 0 || CandidateCases == 0;

    internal void RequireCounts()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(BaselinePasses);
        ArgumentOutOfRangeException.ThrowIfNegative(CandidatePasses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BaselinePasses, BaselineCases);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(CandidatePasses, CandidateCases);
    }
}
