using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges overall once more as production would feel it: with every stratum weighing what it weighs there.</summary>
/// <remarks>
/// The mean is post-stratified (Cochran 1977). "Regressed" is tested by flipping the signs of weighted differences, by group where groups exist;
/// over 20,000 differing cases, and for the interval and "held", by the post-stratified standard error with Satterthwaite's degrees of freedom.
/// </remarks>
internal sealed class MixJudge
{
    private const int MostDifferingCases = 20_000;

    /// <summary>Bits of the largest weighted difference; sums of all cases still fit.</summary>
    private const int Precision = 40;

    private readonly MetricContext _context;
    private readonly MetricSample _sample;
    private readonly PairedTable _table;
    private readonly ProductionMix _mix;
    private readonly (Slice Slice, double Share)[] _shares;
    private readonly Dictionary<Slice, SliceSample> _strata;

    public MixJudge(ProductionMix mix, MetricContext context, MetricSample sample, PairedTable table)
    {
        (_mix, _context, _sample, _table) = (mix, context, sample, table);
        _shares = [.. mix.Shares.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => (new Slice([new(mix.Attribute, s.Key)]), (double)s.Value))];
        _strata = StatisticsBySlice.Of(sample, table, _shares.Select(s => s.Slice).ToHashSet());
    }

    private bool HasGroups => _strata.Values.Any(s => s.HasGroups);

    /// <summary>Groups have no standard error here, so that their signs are flipped however many there are.</summary>
    private bool IsLarge => _sample.Differing.Count > MostDifferingCases && !HasGroups;

    /// <summary>The reweighted change, oriented.</summary>
    private double Gain => _shares.Sum(s => s.Share * _strata[s.Slice].MeanDifference);

    /// <summary>Kish's effective number of cases.</summary>
    private double EffectiveCases => 1 / _shares.Sum(s => s.Share * s.Share / _strata[s.Slice].Cases);

    /// <summary>The comparison of one rule on the reweighted total.</summary>
    public Comparison Judge(RuleCoverage coverage)
    {
        var empty = _shares.Where(s => !_strata.ContainsKey(s.Slice)).Select(s => s.Slice.ToString()).ToArray();
        if (empty.Length > 0)
        {
            return Comparison.NotJudged(_context.Metric, coverage, new($"no case stands for {string.Join(", ", empty)}, which 'weights' says production has"))
                with
            { Weighting = new(_mix.Attribute, 0) };
        }

        var change = PostStratifiedMean.Of([.. _shares.Select(s => new Stratum(s.Share, _strata[s.Slice].Differences))]);
        var before = _shares.Sum(s => s.Share * _strata[s.Slice].Baseline);
        var tolerance = coverage.Tolerance!.InUnits(before);
        var p = IsLarge ? change.Estimate.PValueBelow(0) : SignFlip();
        var verdict = VerdictOf(coverage.Rule, change, tolerance, p);
        var described = ChangeJudge.Describe(_context, coverage);
        var shown = described with
        {
            IsWithinWaiver = _context.Stake.IsWithinWaiver(described, ceiling => IsWorseBy(ceiling.InUnits(before))),
            Weighting = new(_mix.Attribute, EffectiveCases),
            Baseline = before,
            Candidate = _shares.Sum(s => s.Share * _strata[s.Slice].Candidate),
            Difference = _shares.Sum(s => s.Share * _strata[s.Slice].Difference),
            Interval = HasGroups ? null : Assurance.Shown(_context.Metric, change.Estimate.Interval(Assurance.Confidence)),
            Tolerance = tolerance,
        };
        return _context.Stake.Judged(shown, verdict, new(p, p), IsLarge ? "post-stratified t" : "weighted sign flips");
    }

    /// <summary>Shares are decimal fractions: a drop of exactly the tolerance may exceed it in the last bits.</summary>
    private bool IsWorseBy(double tolerance) => -Gain > tolerance * (1 + 1e-12) + 1e-15;

    private Verdict VerdictOf(Rule rule, PostStratifiedMean change, double tolerance, double p)
    {
        if (IsWorseBy(tolerance))
        {
            return _context.Stake.OfBeyond(rule, new(p, p));
        }

        var isHeld = _context.Metric.Range is { } range && !HasGroups
            && RareLoss.IsRuledOut((long)EffectiveCases, tolerance, (double)range.Width, Assurance.Level)
            && change.Estimate.PValueAbove(-tolerance) <= Assurance.Level;
        return isHeld ? Verdict.Held : Verdict.Clear;
    }

    private double SignFlip()
    {
        var weights = _table.Cells.Select(cell => _shares.Where(s => cell.Contains(s.Slice)).Sum(s => s.Share / _strata[s.Slice].Cases)).ToArray();
        var weighted = _sample.Pairs().Select(p => (p.Row, Weighted: p.Difference * weights[_table.CellOfRow[p.Row]])).Where(p => p.Weighted != 0);
        var units = UnitKeys.Grouped(_table, weighted).Select(u => (u.Id, Sum: u.Figures.Sum())).ToArray();
        if (units.Length == 0)
        {
            return 1;
        }

        var step = Math.ScaleB(units.Max(u => Math.Abs(u.Sum)), -Precision);
        return Statistics.SignFlip.PValueWorse([.. units.Select(u => (long)Math.Round(u.Sum / step))], UnitKeys.Of([.. units.Select(u => u.Id)]));
    }
}
