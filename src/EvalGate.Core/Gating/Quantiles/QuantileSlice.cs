using EvalGate.Model;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>A quantile of one metric on one slice in both arms, in fixed-point steps: of single results, in which every case weighs the same.</summary>
internal sealed class QuantileSlice
{
    /// <summary>So many cases are expected beyond the quantile before its change is judged: 200 cases for p95.</summary>
    private const decimal LeastBeyond = 10;

    private readonly Metric _metric;
    private readonly PairedTable _table;
    private readonly (int Row, QuantileCase Case)[] _cases;
    private readonly double _limit;
    private readonly Lazy<QuantileDifference> _change;

    /// <param name="metric">A metric with a quantile, of which less is better.</param>
    /// <param name="table">The paired cases.</param>
    /// <param name="cases">The cases of the slice, with results that are not oriented.</param>
    public QuantileSlice(Metric metric, PairedTable table, (int Row, QuantileCase Case)[] cases)
    {
        (_metric, _table, _cases) = (metric, table, cases);
        _limit = PooledLimit.LimitOf([.. cases.Select(c => c.Case)], Probability);
        _change = new(() => QuantileDifference.Of([.. cases.Select(c => c.Case)], Probability, Assurance.Confidence, EffectOfGroups()));
    }

    public int Cases => _cases.Length;

    /// <summary>Independent groups; null when no case has one.</summary>
    public int? Groups => HasGroups ? _cases.Select(c => UnitKeys.IdOf(_table, c.Row)).Distinct(StringComparer.Ordinal).Count() : null;

    public double Baseline => _change.Value.Baseline.Value / _metric.Scale;

    public double Candidate => _change.Value.Candidate.Value / _metric.Scale;

    /// <summary>90 % interval of the change, in units; null where an end is open.</summary>
    public ConfidenceInterval? Interval => _change.Value.Interval is { } i && double.IsFinite(i.Lower) && double.IsFinite(i.Upper)
        ? new(i.Lower / _metric.Scale, i.Upper / _metric.Scale, i.Confidence)
        : null;

    /// <summary>How many cases a change of this quantile takes.</summary>
    public static int LeastCases(Metric metric) => (int)Math.Ceiling(LeastBeyond / Math.Min(metric.Quantile!.Value, 1 - metric.Quantile.Value));

    /// <summary>What is within the limit of both arms together, as pass/fail results, for the cases that could have been dealt otherwise.</summary>
    public IEnumerable<(int Row, PermutationCase Case)> Evidence(int slice) =>
        from c in _cases
        let before = Within(c.Case.Baseline)
        let now = Within(c.Case.Candidate)
        where before.Concat(now).Distinct().Skip(1).Any()
        select (c.Row, new PermutationCase(before, now, [slice]));

    /// <summary>The same test of this slice alone: exact for single results without groups, else cluster-robust.</summary>
    public TaroneHypothesis Hypothesis()
    {
        if (!HasGroups && _cases.All(c => c.Case is { Baseline.Count: 1, Candidate.Count: 1 }))
        {
            var (gains, losses) = (_cases.Count(c => Slower(c.Case) < 0), _cases.Count(c => Slower(c.Case) > 0));
            return new(McNemar.PValueWorse(gains, losses), Math.Pow(2, -gains - losses));
        }

        return new(ClusterRobustMean.Of(UnitKeys.Sums(_table, PerCase(Slower))).PValueAbove(0), 0);
    }

    /// <summary>Cases that exceed the limit less, and more, than before.</summary>
    public (int Gains, int Losses) Moved => (_cases.Count(c => Slower(c.Case) < 0), _cases.Count(c => Slower(c.Case) > 0));

    /// <summary>Ids of the cases that exceed the limit more than before, the farthest beyond it first.</summary>
    public IReadOnlyList<string> LosingCases =>
        [.. _cases.Where(c => Slower(c.Case) > 0).Select(c => (Id: _table.Ids[c.Row], Worst: c.Case.Candidate.Max()))
            .OrderByDescending(c => c.Worst).ThenBy(c => c.Id, StringComparer.Ordinal).Take(WorstCases.Most).Select(c => c.Id)];

    /// <summary>Whether the quantile rose by strictly more than the tolerance; results are whole steps, so this is exact.</summary>
    public bool IsWorseBy(Tolerance tolerance)
    {
        var (before, now) = ((decimal)_change.Value.Baseline.Value, (decimal)_change.Value.Candidate.Value);
        return now - before > tolerance.Value * (tolerance.IsRelative ? Math.Abs(before) : _metric.Scale);
    }

    /// <summary>The tolerance in the metric's unit.</summary>
    public double InUnits(Tolerance tolerance) => tolerance.InUnits(Baseline);

    private bool HasGroups => _table.Groups.Count > 0;

    private double Probability => (double)_metric.Quantile!.Value;

    private long[] Within(IReadOnlyList<double> results) => [.. results.Select(r => r <= _limit ? 1L : 0)];

    /// <summary>By how much the share of results above the limit grew.</summary>
    private double Slower(QuantileCase item) =>
        item.Candidate.Count(r => r > _limit) / (double)item.Candidate.Count - item.Baseline.Count(r => r > _limit) / (double)item.Baseline.Count;

    private IEnumerable<(int Row, double Figure)> PerCase(Func<QuantileCase, double> figure) => _cases.Select(c => (c.Row, figure(c.Case)));

    private double EffectOfGroups()
    {
        if (!HasGroups)
        {
            return 1;
        }

        double Effect(Func<QuantileCase, IReadOnlyList<double>> arm) =>
            DesignEffect.Of([.. UnitKeys.Grouped(_table, PerCase(c => arm(c).Count(r => r > _limit) / (double)arm(c).Count)).Select(u => Moments.Of(u.Figures))]).Value;
        return Math.Max(1, Math.Max(Effect(c => c.Baseline), Effect(c => c.Candidate)));
    }
}
