using EvalGate.Statistics;

namespace EvalGate.Calibration.Trials;

/// <summary>The paired outcomes of one simulated or enumerated comparison: what every rule gets to see.</summary>
public sealed class Trial
{
    private readonly Lazy<FamilyTest> _smallestP;

    private readonly Lazy<FamilyTest> _largestT;

    /// <summary>Prepares what rules share.</summary>
    /// <param name="shape">What is known beforehand.</param>
    /// <param name="sliceCount">Number of slices.</param>
    /// <param name="scale">Fixed-point steps per unit.</param>
    /// <param name="cases">The cases.</param>
    /// <param name="replicates">Hashed replicates for step-downs that cannot be enumerated.</param>
    public Trial(TrialShape shape, int sliceCount, long scale, IReadOnlyList<TrialCase> cases, int replicates)
    {
        Shape = shape;
        Cases = cases;
        Slices = [.. Enumerable.Range(0, sliceCount).Select(slice => SliceOf(cases, slice, scale))];
        FamilyTest StepDown(FamilyStatistic statistic) => WestfallYoung.StepDown(UnitsOf(cases), sliceCount, statistic, replicates);
        _smallestP = new(() => StepDown(FamilyStatistic.MinP));
        _largestT = new(() => StepDown(FamilyStatistic.MaxT));
    }

    /// <summary>What is known beforehand.</summary>
    public TrialShape Shape { get; }

    /// <summary>All cases.</summary>
    public IReadOnlyList<TrialCase> Cases { get; }

    /// <summary>The cases by slice.</summary>
    public IReadOnlyList<TrialSlice> Slices { get; }

    /// <summary>The Westfall–Young step-down, computed once for all rules that use it.</summary>
    /// <param name="statistic">minP or maxT.</param>
    /// <returns>One test per slice.</returns>
    public FamilyTest StepDown(FamilyStatistic statistic) => statistic == FamilyStatistic.MinP ? _smallestP.Value : _largestT.Value;

    // Cases whose results are all alike change nothing.
    private static PermutationUnit[] UnitsOf(IReadOnlyList<TrialCase> cases) =>
        [.. cases.Where(item => item.CanDiffer).GroupBy(item => item.Group).Select(group => new PermutationUnit(
            HashedReplicates.SplitMix64((ulong)group.Key),
            [.. group.Select(item => new PermutationCase(item.Baseline, item.Candidate, item.Slices))]))];

    private static TrialSlice SliceOf(IReadOnlyList<TrialCase> cases, int slice, long scale)
    {
        TrialCase[] own = [.. cases.Where(item => item.Slices.Contains(slice))];
        return new(
            [.. own.Select(item => MeanOf(item.Baseline, scale))],
            [.. own.Select(item => MeanOf(item.Candidate, scale))],
            [.. own.Select(item => item.Group)]);
    }

    private static double MeanOf(IReadOnlyList<long> scores, long scale) => (double)scores.Sum() / scores.Count / scale;
}
