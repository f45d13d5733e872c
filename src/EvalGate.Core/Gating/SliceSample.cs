using System.Numerics;
using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>The paired cases of one metric in one slice. Sums are exact; only intervals and p-values are floating point.</summary>
internal sealed class SliceSample
{
    private readonly Metric _metric;
    private readonly BigInteger _denominator;
    private readonly BigInteger _sumOfDifferences;
    private readonly BigInteger _sumOfBaseline;
    private readonly BigInteger _sumOfCandidate;

    public SliceSample(Metric metric, IReadOnlyList<MetricPair> pairs)
    {
        _metric = metric;
        Pairs = pairs;
        _denominator = pairs.SelectMany(p => new[] { p.Baseline.Count, p.Candidate.Count }).Distinct()
            .Aggregate(BigInteger.One, (lcm, k) => lcm / BigInteger.GreatestCommonDivisor(lcm, k) * k);
        var differences = new BigInteger[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var before = Sum(pairs[i].Baseline) * (_denominator / pairs[i].Baseline.Count);
            var now = Sum(pairs[i].Candidate) * (_denominator / pairs[i].Candidate.Count);
            differences[i] = now - before;
            _sumOfBaseline += before;
            _sumOfCandidate += now;
        }

        _sumOfDifferences = _sumOfCandidate - _sumOfBaseline;
        Differences = [.. differences.Select(ToUnits)];
        Gains = differences.Count(d => d.Sign > 0);
        LosingCases = [.. Enumerable.Range(0, pairs.Count).Where(i => differences[i].Sign < 0)
            .OrderBy(i => differences[i]).ThenBy(i => pairs[i].Case.Id, StringComparer.Ordinal).Select(i => pairs[i].Case.Id)];
        HasGroups = pairs.Any(p => p.Case.Group is not null);
        Units = [.. pairs.Select((p, i) => (p.Unit, i)).GroupBy(p => p.Unit, p => p.i, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new ClusterSum(g.Count(), g.Sum(i => Differences[i])))];
    }

    public IReadOnlyList<MetricPair> Pairs { get; }

    public int Cases => Pairs.Count;

    /// <summary>Candidate − baseline per case, oriented, in the metric's unit.</summary>
    public double[] Differences { get; }

    public IReadOnlyList<ClusterSum> Units { get; }

    public bool HasGroups { get; }

    public int Gains { get; }

    public IReadOnlyList<string> LosingCases { get; }

    /// <summary>Independent observations: groups where they exist, else cases.</summary>
    public int Independent => Units.Count;

    public bool IsIdentical => Gains == 0 && LosingCases.Count == 0;

    /// <summary>One result a side and no groups on a pass/fail metric: the exact paired table applies.</summary>
    public bool IsPassFail => _metric.Kind == MetricKind.Binary && !HasGroups && Pairs.All(p => p.Baseline.Count == 1 && p.Candidate.Count == 1);

    /// <summary>Oriented mean difference.</summary>
    public double MeanDifference => Mean(_sumOfDifferences);

    /// <summary>Mean of the baseline, in the metric's own direction.</summary>
    public double Baseline => Sign * Mean(_sumOfBaseline);

    /// <summary>Mean of the candidate, in the metric's own direction.</summary>
    public double Candidate => Sign * Mean(_sumOfCandidate);

    private int Sign => _metric.Better == Direction.Higher ? 1 : -1;

    /// <summary>Whether the mean is worse by strictly more than the tolerance, compared in integers.</summary>
    public bool IsWorseBy(Tolerance tolerance)
    {
        var (numerator, denominator) = Fraction(tolerance.Value);
        var allowed = tolerance.IsRelative
            ? numerator * BigInteger.Abs(_sumOfBaseline)
            : numerator * _denominator * _metric.Scale * Cases;
        return -_sumOfDifferences * denominator > allowed;
    }

    /// <summary>Whether the candidate's (or the baseline's) mean is on the wrong side of a level.</summary>
    public bool IsBeyond(decimal level, bool baseline = false)
    {
        var (numerator, denominator) = Fraction(level);
        var sum = Sign * (baseline ? _sumOfBaseline : _sumOfCandidate);
        var difference = (sum * denominator) - (numerator * _denominator * _metric.Scale * Cases);
        return difference.Sign * Sign < 0;
    }

    /// <summary>The tolerance as a number in the metric's unit.</summary>
    public double InUnits(Tolerance tolerance) => (double)tolerance.Value * (tolerance.IsRelative ? Math.Abs(Baseline) : 1);

    private static BigInteger Sum(IReadOnlyList<long> values) => values.Aggregate(BigInteger.Zero, (sum, v) => sum + v);

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(decimal value)
    {
        var denominator = BigInteger.Pow(10, value.Scale);
        return (new BigInteger(value * (decimal)denominator), denominator);
    }

    private double ToUnits(BigInteger sum) => (double)sum / ((double)_denominator * _metric.Scale);

    private double Mean(BigInteger sum) => Cases == 0 ? 0 : ToUnits(sum) / Cases;
}
