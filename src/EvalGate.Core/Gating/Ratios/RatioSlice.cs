using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>A ratio on one slice in both arms: the sum of one metric over the sum of another.</summary>
/// <remarks>
/// "Worse" is tested on what each result adds to Σy − R·Σx with R the ratio of both arms together, which stays when the arms of a case are exchanged: so
/// flipping them is exact. The interval takes the differences that <see cref="RatioChange"/> makes linear in each arm's own ratio.
/// </remarks>
internal sealed class RatioSlice
{
    /// <summary>Bits of the largest score in the test; sums of all cases still fit.</summary>
    private const int Precision = 36;

    /// <summary>Decimal fractions that are equal on paper may differ in the last bits.</summary>
    private const double Rounding = 1e-12;

    private readonly Metric _metric;
    private readonly PairedTable _table;
    private readonly RatioRow[] _rows;
    private readonly RatioChange _change;

    public RatioSlice(Metric metric, PairedTable table, RatioRow[] rows)
    {
        (_metric, _table, _rows) = (metric, table, rows);
        _change = RatioChange.Of([.. rows.Select(r => r.Case)]);
    }

    public int Cases => _rows.Length;

    /// <summary>Independent groups; null when no case has one.</summary>
    public int? Groups => HasGroups ? Sums().Length : null;

    public double Baseline => _change.Baseline;

    public double Candidate => _change.Candidate;

    /// <summary>Candidate − baseline, the other way round where less is better.</summary>
    public double Gain => Sign * _change.Difference;

    /// <summary>Which arm has nothing to divide by; null for none.</summary>
    public string? EmptyArm => _rows.Sum(r => r.Case.BaselineDenominator) <= 0 ? "baseline" : _rows.Sum(r => r.Case.CandidateDenominator) <= 0 ? "candidate" : null;

    /// <summary>90 % interval of candidate − baseline; null where the sums below are too uncertain, or nothing varies.</summary>
    public ConfidenceInterval? Interval => _change.IsReliable && Estimate() is { } interval && double.IsFinite(interval.Lower) && double.IsFinite(interval.Upper) ? interval : null;

    /// <summary>Ids of the cases that moved the ratio for the worse, the farthest first, and how many moved it either way.</summary>
    public (int Gains, int Losses, IReadOnlyList<string> LosingCases) Moved()
    {
        var scores = Scores().Select(s => (s.Row, Gain: s.Candidate.Average() - s.Baseline.Average())).ToArray();
        return (scores.Count(s => s.Gain > 0), scores.Count(s => s.Gain < 0),
            [.. scores.Where(s => s.Gain < 0).Select(s => (Id: _table.Ids[s.Row], s.Gain)).OrderBy(s => s.Gain).ThenBy(s => s.Id, StringComparer.Ordinal).Take(WorstCases.Most).Select(s => s.Id)]);
    }

    /// <summary>The results as scores of which more is better, for the cases that differ.</summary>
    public IEnumerable<(int Row, PermutationCase Case)> Evidence(int slice) =>
        from s in Scores()
        where s.Baseline.Concat(s.Candidate).Distinct().Skip(1).Any()
        select (s.Row, new PermutationCase(s.Baseline, s.Candidate, [slice]));

    /// <summary>The test of this slice alone, by the linear differences.</summary>
    public TaroneHypothesis Hypothesis()
    {
        if (HasGroups)
        {
            var mean = ClusterRobustMean.Of(Sums());
            return new(Sign > 0 ? mean.PValueBelow(0) : mean.PValueAbove(0), 0);
        }

        var moments = Moments.Of([.. _change.Differences]);
        return new(Sign > 0 ? HallT.PValueBelow(moments, 0) : HallT.PValueAbove(moments, 0), 0);
    }

    /// <summary>Whether the ratio got worse by more than the tolerance.</summary>
    public bool IsWorseBy(Tolerance tolerance) => -Gain > InUnits(tolerance) + Slack(Baseline);

    /// <summary>Whether the candidate's ratio is on the wrong side of a level.</summary>
    public bool IsBeyond(decimal level) => IsBeyond(Candidate, (double)level);

    /// <summary>Whether the baseline's ratio is on the wrong side of a level.</summary>
    public bool WasBeyond(decimal level) => IsBeyond(Baseline, (double)level);

    /// <summary>The tolerance in the metric's unit.</summary>
    public double InUnits(Tolerance tolerance) => tolerance.InUnits(Baseline);

    private int Sign => _metric.Better == Direction.Higher ? 1 : -1;

    private bool HasGroups => _table.Groups.Count > 0;

    private static double Slack(double figure) => Rounding * Math.Abs(figure);

    private bool IsBeyond(double ratio, double level) => Sign * (level - ratio) > Slack(level);

    private ConfidenceInterval Estimate() => HasGroups
        ? ClusterRobustMean.Of(Sums()).Interval(Assurance.Confidence)
        : HallT.Interval(Moments.Of([.. _change.Differences]), Assurance.Confidence);

    /// <summary>The linear differences by group, a case without one alone.</summary>
    private ClusterSum[] Sums() => UnitKeys.Sums(_table, _rows.Zip(_change.Differences, (row, difference) => (row.Row, difference)));

    private (int Row, long[] Baseline, long[] Candidate)[] Scores()
    {
        var (above, below) = (_rows.Sum(r => Pooled(r, x => x.Of)), _rows.Sum(r => Pooled(r, x => x.Per)));
        double Score(RatioResult result) => Sign * (result.Of - above / below * result.Per);
        var largest = _rows.SelectMany(r => r.Baseline.Concat(r.Candidate)).Select(r => Math.Abs(Score(r))).DefaultIfEmpty(0).Max();
        var step = largest == 0 ? 1 : Math.ScaleB(largest, -Precision);
        long[] Steps(RatioResult[] arm) => [.. arm.Select(r => (long)Math.Round(Score(r) / step))];
        return [.. _rows.Select(r => (r.Row, Steps(r.Baseline), Steps(r.Candidate)))];
    }

    /// <summary>A figure of a case over its results in both arms, whichever of them are called the candidate's.</summary>
    private static double Pooled(RatioRow row, Func<RatioResult, double> figure) => StableSum.Mean(row.Baseline.Concat(row.Candidate).Select(figure));
}
