using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>All that is known of one metric on the paired cases.</summary>
internal sealed class MetricSample
{
    private readonly PairedTable _table;
    private readonly PairedScores _scores;
    private readonly List<int> _differing = [];
    private readonly List<int> _oneSided = [];
    private readonly List<int> _unmeasured = [];
    private readonly Dictionary<(int Baseline, int Candidate), long> _bits = [];
    private readonly (long Worst, long Best)? _range;

    private MetricSample(Metric metric, PairedTable table, PairedScores scores, bool isRepeatable)
    {
        (Metric, _table, _scores, IsRepeatable) = (metric, table, scores, isRepeatable);
        var denominator = ScoreColumn.CommonMultiple(scores.Baseline, scores.Candidate);
        HasRepetitions = denominator > 1;
        var (least, greatest) = Extremes(scores);
        _range = StepsOf(metric);
        Unusable = denominator >= PowerSums.Limit || Int128.Max(greatest, -(Int128)least) * denominator >= PowerSums.Limit / 2
            ? new("its scores are too large to be added exactly: measure in a larger unit", "measure in a larger unit and run again")
            : OutOfRange(scores.Candidate.Extremes) ? new($"the run has scores outside the range {RangeText}: fix the scorer and run again", "fix the scorer and run again")
            : OutOfRange(scores.Baseline.Extremes) ? new($"the baseline has scores outside the range {RangeText}: accept a run")
            : null;
        Denominator = Unusable is null ? (long)denominator : 1;
        Sort();
        OneSided = table.CountBySlice(_oneSided);
        Unmeasured = table.CountBySlice(_unmeasured);
    }

    public Metric Metric { get; }

    /// <summary>What its sums mean.</summary>
    public MeasuredMetric Measured => new(Metric, Denominator, HasRepetitions, Cases, _differing.Count);

    /// <summary>True when an unchanged candidate cannot differ.</summary>
    public bool IsRepeatable { get; }

    /// <summary>True when some case has several results in an arm.</summary>
    public bool HasRepetitions { get; }

    /// <summary>Why nothing can be said of these scores; null when it can.</summary>
    public Obstacle? Unusable { get; }

    /// <summary>How many steps of a paired score make one step of the metric's scale: a common multiple of all repetition counts.</summary>
    public long Denominator { get; }

    /// <summary>Paired cases to which the metric applies on both sides.</summary>
    public int Cases { get; private set; }

    /// <summary>Rows of cases in which any result of one side differs from any of the other.</summary>
    public IReadOnlyList<int> Differing => _differing;

    /// <summary>Cases to which the metric applied on one side only, by slice.</summary>
    public IReadOnlyDictionary<Slice, int> OneSided { get; }

    /// <summary>Paired cases that have no candidate score, by slice: errors that are no score.</summary>
    public IReadOnlyDictionary<Slice, int> Unmeasured { get; }

    public static MetricSample Of(Metric metric, PairedTable table, bool repeatableBaseline = false)
    {
        var scores = table.Scores[metric.Name];
        var repeatable = repeatableBaseline && scores.Baseline.IsConstantPerRow && scores.Candidate.IsConstantPerRow;

        // Repetitions of a repeatable metric are one observation: copies of the same number say nothing new.
        return new(metric, table, repeatable ? scores with { Baseline = scores.Baseline.WithoutCopies(), Candidate = scores.Candidate.WithoutCopies() } : scores, repeatable);
    }

    /// <summary>The paired cases, in the order of the table.</summary>
    public IEnumerable<PairedRow> Pairs()
    {
        for (var row = 0; row < _table.Rows; row++)
        {
            if (_scores.Baseline[row].Length > 0 && _scores.Candidate[row].Length > 0)
            {
                yield return new(row, _scores.Baseline.Mean(row, Denominator), _scores.Candidate.Mean(row, Denominator));
            }
        }
    }

    /// <summary>The single results of a case in both arms.</summary>
    public (long[] Baseline, long[] Candidate) Results(int row) => ([.. _scores.Baseline[row]], [.. _scores.Candidate[row]]);

    /// <summary>The bits of evidence that losing this case would give at most, in steps of <see cref="SliceStatistics.LosableBits"/>; 0 when it has nothing to lose.</summary>
    public long LosableBits(int row)
    {
        var before = _scores.Baseline[row];
        return _range is not { } range || before.ContainsAnyExceptInRange(long.MinValue, range.Worst) ? BitsOf((before.Length, _scores.Candidate[row].Length)) : 0;
    }

    private string RangeText => $"{Quantity.Text(Metric.Range!.Minimum)}..{Quantity.Text(Metric.Range.Maximum)}";

    private bool OutOfRange((long Least, long Greatest)? scores) =>
        _range is { } range && scores is var (least, greatest) && (least < range.Worst || greatest > range.Best);

    private static (long Least, long Greatest) Extremes(PairedScores scores)
    {
        var (before, now) = (scores.Baseline.Extremes ?? default, scores.Candidate.Extremes ?? default);
        return (Math.Min(before.Least, now.Least), Math.Max(before.Greatest, now.Greatest));
    }

    /// <summary>The range of a bounded metric in fixed-point steps, oriented.</summary>
    private static (long Worst, long Best)? StepsOf(Metric metric)
    {
        if (metric.Range is not { } range)
        {
            return null;
        }

        var (minimum, maximum) = (FixedPoint.Of((double)range.Minimum, metric.Scale), FixedPoint.Of((double)range.Maximum, metric.Scale));
        return metric.Better == Direction.Higher ? (minimum, maximum) : (-maximum, -minimum);
    }

    private void Sort()
    {
        for (var row = 0; row < _table.Rows; row++)
        {
            var before = _scores.Baseline[row];
            var now = _scores.Candidate[row];
            if (before.Length > 0 && now.Length > 0)
            {
                Cases++;
                if (before.ContainsAnyExcept(before[0]) || now.ContainsAnyExcept(before[0]))
                {
                    _differing.Add(row);
                }
            }
            else if (before.Length > 0 || now.Length > 0)
            {
                (_scores.Unmeasured.Contains(row) ? _unmeasured : _oneSided).Add(row);
            }
        }
    }

    /// <summary>In how many equally likely ways chance could have dealt the results of a case: 2, or more with unequal repetitions.</summary>
    private long BitsOf((int Baseline, int Candidate) pattern)
    {
        if (!_bits.TryGetValue(pattern, out var bits))
        {
            var (a, b) = pattern;
            var ways = a == b ? 2 : Enumerable.Range(1, b).Aggregate(1.0, (product, i) => product * (a + i) / i);
            _bits[pattern] = bits = (long)Math.ScaleB(Math.Log2(ways), SliceStatistics.LosablePrecision);
        }

        return bits;
    }
}
