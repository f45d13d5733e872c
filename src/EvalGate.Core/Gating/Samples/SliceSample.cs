using System.Numerics;
using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>The paired cases of one metric in one slice, in the metric's unit. Sums are exact; only intervals and p-values are floating point.</summary>
internal sealed class SliceSample(MeasuredMetric measured, SliceStatistics sums, IReadOnlyList<string> losingCases)
{
    private readonly BigInteger _stepsPerUnit = (BigInteger)measured.Denominator * measured.Metric.Scale;

    public SliceStatistics Sums => sums;

    public int Cases => (int)sums.Cases;

    public bool HasGroups => sums.Groups.Count > 0;

    public int Gains => (int)sums.Gains;

    public int Losses => (int)sums.Losses;

    /// <summary>Ids of the cases that lost most, worst first; not necessarily all.</summary>
    public IReadOnlyList<string> LosingCases => losingCases;

    /// <summary>Independent observations: groups where they exist, else cases.</summary>
    public int Independent => (int)sums.Independent;

    public bool IsIdentical => sums is { Gains: 0, Losses: 0 };

    /// <summary>One result a side and no groups on a pass/fail metric: the exact paired table applies.</summary>
    public bool IsPassFail => measured.Metric.Kind == MetricKind.Binary && !HasGroups && !measured.HasRepetitions;

    /// <summary>Moments of candidate − baseline per case, oriented.</summary>
    public Moments Differences => sums.Differences.Moments(Scale);

    /// <summary>Moments of the candidate's scores, oriented.</summary>
    public Moments CandidateScores => sums.Candidate.Moments(Scale);

    /// <summary>Cluster-robust mean of candidate − baseline, oriented.</summary>
    public ClusterRobustMean GroupedDifferences => ClusterRobustMean.Of(SizesOfDifferences, Scale);

    /// <summary>Cluster-robust mean of the candidate's scores, oriented.</summary>
    public ClusterRobustMean GroupedCandidate => ClusterRobustMean.Of(Sizes(sums.Candidate, g => (g.Candidate, g.SquaredCandidate)), Scale);

    /// <summary>Passes of the candidate under a pass/fail metric without repetitions.</summary>
    public long CandidatePasses => (long)Int128.Abs(sums.SumOfCandidate) / measured.Metric.Scale;

    /// <summary>Whether every independent unit moved by the same amount: no spread to estimate from.</summary>
    public bool HasNoSpread => HasGroups ? GroupedDifferences.StandardError == 0 : Differences.Variance == 0;

    /// <summary>Oriented mean difference.</summary>
    public double MeanDifference => Mean(sums.SumOfCandidate - sums.SumOfBaseline).InUnits;

    /// <summary>Mean of the baseline, in the metric's own direction.</summary>
    public double Baseline => Sign * Mean(sums.SumOfBaseline).InUnits;

    /// <summary>Mean of the candidate, in the metric's own direction.</summary>
    public double Candidate => Sign * Mean(sums.SumOfCandidate).InUnits;

    /// <summary>Mean of candidate − baseline, in the metric's own direction.</summary>
    public double Difference => Sign * MeanDifference;

    /// <summary>Variance of the mean difference of one independent unit; 0 with fewer than two.</summary>
    public double VarianceOfUnits
    {
        get
        {
            if (Independent < 2)
            {
                return 0;
            }

            double n = Independent;
            var mean = ((double)sums.Differences.Sum + sums.Groups.Sum(g => (double)g.Value.Differences / g.Key)) / n;
            var squares = (double)sums.Differences.SumOfSquares + sums.Groups.Sum(g => (double)g.Value.SquaredDifferences / g.Key / g.Key);
            return Math.Max(0, squares - n * mean * mean) / (n - 1) / (Scale * Scale);
        }
    }

    private ClusterSizeSum[] SizesOfDifferences => Sizes(sums.Differences, g => (g.Differences, g.SquaredDifferences));

    private int Sign => measured.Metric.Better == Direction.Higher ? 1 : -1;

    private double Scale => (double)_stepsPerUnit;

    /// <summary>The same as if one more group were lost entirely.</summary>
    /// <param name="worstLoss">The largest loss of one case.</param>
    public ClusterRobustMean GroupedDifferencesWithALoss(double worstLoss) => AnticipatedLoss.Of(SizesOfDifferences, Scale, worstLoss);

    /// <summary>Whether the mean is worse by strictly more than the tolerance.</summary>
    public bool IsWorseBy(Tolerance tolerance) => Mean(sums.SumOfCandidate).IsWorseThan(Mean(sums.SumOfBaseline), tolerance);

    /// <summary>Whether the candidate's mean is on the wrong side of a level.</summary>
    public bool IsBeyond(decimal level) => Mean(sums.SumOfCandidate).IsBelow(Sign * level);

    /// <summary>Whether the baseline's mean is on the wrong side of a level.</summary>
    public bool WasBeyond(decimal level) => Mean(sums.SumOfBaseline).IsBelow(Sign * level);

    /// <summary>The tolerance as a number in the metric's unit.</summary>
    public double InUnits(Tolerance tolerance) => tolerance.InUnits(Baseline);

    private ExactMean Mean(Int128 sum) => new(sum, Cases, _stepsPerUnit);

    /// <summary>Ungrouped cases are groups of one.</summary>
    private ClusterSizeSum[] Sizes(PowerSums alone, Func<GroupSums, (Int128 Sum, Int128 Squares)> of)
    {
        var groups = sums.Groups.Select(g => (Size: g.Key, g.Value.Groups, Sums: of(g.Value)))
            .Select(g => new ClusterSizeSum(g.Size, g.Groups, g.Sums.Sum, g.Sums.Squares));
        return [new(1, alone.Count, alone.Sum, alone.SumOfSquares), .. groups];
    }
}
