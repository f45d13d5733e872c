using EvalGate.Statistics;

namespace EvalGate.Calibration.Trials;

/// <summary>The cases of one slice, repetitions averaged.</summary>
/// <param name="Baseline">One mean per case.</param>
/// <param name="Candidate">One mean per case, in the same order.</param>
/// <param name="Groups">The group of each case.</param>
public sealed record TrialSlice(IReadOnlyList<double> Baseline, IReadOnlyList<double> Candidate, IReadOnlyList<int> Groups)
{
    /// <summary>Fixed-point steps per unit in <see cref="GroupedDifferences"/>.</summary>
    public const double Steps = 1e9;

    // A drop that equals the margin on paper may exceed it in the last bits.
    private const double Rounding = 1e-9;

    private readonly Lazy<Moments> _differences = new(() => Moments.Of([.. Candidate.Zip(Baseline, (after, before) => after - before)]));

    /// <summary>Number of cases.</summary>
    public int Cases => Baseline.Count;

    /// <summary>Moments of candidate − baseline.</summary>
    public Moments Differences => _differences.Value;

    /// <summary>How much the mean fell.</summary>
    public double Drop => Cases == 0 ? 0 : -Differences.Mean;

    /// <summary>Cases that got better.</summary>
    public int Gains => Baseline.Zip(Candidate).Count(pair => pair.Second > pair.First);

    /// <summary>Cases that got worse.</summary>
    public int Losses => Baseline.Zip(Candidate).Count(pair => pair.Second < pair.First);

    /// <summary>Sums of candidate − baseline, one entry per group.</summary>
    public IReadOnlyList<ClusterSizeSum> GroupedDifferences =>
        [.. Groups.Zip(Baseline.Zip(Candidate, (before, after) => after - before)).GroupBy(pair => pair.First, pair => pair.Second)
            .Select(group => (Cases: group.Count(), Sum: (Int128)Math.Round(group.Sum() * Steps)))
            .Select(group => new ClusterSizeSum(group.Cases, 1, group.Sum, group.Sum * group.Sum))];

    /// <summary>Whether the mean fell by strictly more than a margin.</summary>
    /// <param name="margin">The margin.</param>
    /// <returns>True when it did.</returns>
    public bool FellMoreThan(double margin) => Drop > margin + Rounding;

    /// <summary>Whether the mean fell by at least a threshold.</summary>
    /// <param name="threshold">The threshold.</param>
    /// <returns>True when it did.</returns>
    public bool FellAtLeast(double threshold) => Drop >= threshold - Rounding;
}
