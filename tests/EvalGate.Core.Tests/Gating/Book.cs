using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Core.Tests.Gating;

/// <summary>One case for the book: results of both sides in the metric's own direction.</summary>
internal sealed record BookCase(string Id, string Language, string? Group, double[] Before, double[] After);

/// <summary>What the gate shall say of one metric under one rule, figured from lists of single results, as the book has it: slow, and without sums.</summary>
internal sealed class Book(Metric metric, IReadOnlyList<BookCase> cases, (double Overall, double Slices) tolerance, double level)
{
    private const double Borrowed = 20;

    private readonly double _width = (double)metric.Range!.Width;
    private readonly int _sign = metric.Better == Direction.Higher ? 1 : -1;

    private bool IsRepeated => cases.Any(c => c.Before.Length + c.After.Length > 2);

    private bool IsGrouped => cases.Any(c => c.Group is not null);

    private bool IsPassFail => metric.Kind == MetricKind.Binary && !IsGrouped && !IsRepeated;

    private BookCase[][] Slices => [[.. cases], .. new[] { "de", "en" }.Select(l => cases.Where(c => c.Language == l).ToArray()).Where(s => s.Length > 0)];

    /// <summary>Overall, then German, then English; without what no case is in.</summary>
    public Comparison[] Comparisons()
    {
        var tests = WestfallYoung.StepDown(Units(), Slices.Length, IsPassFail ? FamilyStatistic.MinP : FamilyStatistic.MaxT).Slices;
        return [.. Slices.Select((slice, i) => Of(slice, i == 0 ? tolerance.Overall : tolerance.Slices, tests[i]))];
    }

    private Comparison Of(BookCase[] slice, double allowed, SliceTest test)
    {
        var (gains, losses) = (slice.Count(c => Change(c) > 0), slice.Count(c => Change(c) < 0));
        var isHeld = !IsBlind(slice) && RareLoss.IsRuledOut(UnitsOf(slice).Length, allowed, _width, 0.05) && NonInferiority(slice, allowed) <= 0.05;
        var drop = -slice.Average(Change);
        var verdict = drop <= allowed + 1e-12 ? isHeld ? Verdict.Held : Verdict.Clear
            : test.AdjustedPValue <= level ? Verdict.Regressed
            : test.PValue <= 0.1 ? Verdict.Inconclusive
            : Verdict.Clear;
        var held = IsPassFail ? Planning.CasesForHeld(Flips(slice, allowed)) : Planning.CasesForHeld(Mean(slice, allowed), _width);
        return new()
        {
            Metric = metric,
            Slice = Slice.Overall,
            Rule = null!,
            Verdict = verdict,
            Blocks = verdict == Verdict.Regressed,
            Cases = slice.Length,
            Groups = slice.Any(c => c.Group is not null) ? UnitsOf(slice).Length : null,
            Baseline = slice.Average(c => c.Before.Average()),
            Candidate = slice.Average(c => c.After.Average()),
            Difference = _sign * -drop,
            Interval = Interval(slice),
            PValue = test.PValue,
            AdjustedPValue = test.AdjustedPValue,
            Tolerance = allowed,
            Gains = gains,
            Losses = losses,
            LosingCases = [.. slice.Where(c => Change(c) < 0).OrderBy(c => Math.Round(Change(c), 9)).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => c.Id)],
            IsBlind = IsBlind(slice),
            SmallestDetectable = IsBlind(slice) ? null : IsPassFail ? Planning.SmallestDetectableDrop(Flips(slice, allowed)) : Planning.SmallestDetectableDrop(Mean(slice, allowed)),
            CasesNeeded = verdict == Verdict.Held || held is null ? null : Math.Max(0, held.Value - UnitsOf(slice).Length),
            CasesToCatch = IsPassFail ? Planning.CasesToCatch(Flips(slice, allowed)) : null,
        };
    }

    private double Change(BookCase c) => _sign * (c.After.Average() - c.Before.Average());

    /// <summary>Sums of changes of what is independent.</summary>
    private ClusterSum[] UnitsOf(BookCase[] slice) => [.. slice.GroupBy(c => c.Group ?? c.Id).Select(g => new ClusterSum(g.Count(), g.Sum(Change)))];

    private ConfidenceInterval? Interval(BookCase[] slice)
    {
        var interval = IsPassFail ? TangoScore.Interval(slice.Count(c => Change(c) > 0), slice.Count(c => Change(c) < 0), slice.Length, 0.9)
            : slice.Any(c => c.Group is not null) ? ClusterRobustMean.Of(UnitsOf(slice)).Interval(0.9)
            : HallT.Interval(Moments.Of([.. slice.Select(Change)]), 0.9);
        var (lower, upper) = (Math.Max(-_width, interval.Lower), Math.Min(_width, interval.Upper));
        return double.IsInfinity(interval.Lower + interval.Upper) || double.IsNaN(interval.Lower + interval.Upper) ? null : _sign > 0 ? new(lower, upper, 0.9) : new(-upper, -lower, 0.9);
    }

    private double NonInferiority(BookCase[] slice, double allowed)
    {
        if (IsPassFail)
        {
            return TangoScore.NonInferiorityPValue(slice.Count(c => Change(c) > 0), slice.Count(c => Change(c) < 0), slice.Length, allowed);
        }

        // As if one more unit were lost, of the usual size.
        if (!slice.Any(c => c.Group is not null))
        {
            return AnticipatedLoss.Of(Moments.Of([.. slice.Select(Change)]), _width).PValueAbove(-allowed);
        }

        const double Scale = 1e6;
        var sums = UnitsOf(slice).Select(u => (u.Cases, Sum: (Int128)Math.Round(u.Sum * Scale)));
        var robust = AnticipatedLoss.Of([.. sums.GroupBy(u => u.Cases).Select(g => new ClusterSizeSum(g.Key, g.Count(), Sum(g.Select(u => u.Sum)), Sum(g.Select(u => u.Sum * u.Sum))))], Scale, _width);
        return robust.DegreesOfFreedom < 4 ? 1 : robust.PValueAbove(-allowed);
    }

    private static Int128 Sum(IEnumerable<Int128> values) => values.Aggregate(Int128.Zero, (a, b) => a + b);

    // Losing all there is to lose: each unit halves the chance, or leaves one of as many orders as its results have.
    private bool IsBlind(BookCase[] slice) => slice.Where(c => c.Before.Any(b => _sign * b > (_sign > 0 ? 0 : -_width))).DistinctBy(c => c.Group ?? c.Id)
        .Aggregate(1.0, (chance, c) => chance / (c.Before.Length == c.After.Length ? 2 : c.Before.Length + c.After.Length)) > level;

    private double PlanningLevel => level / Math.Max(1, Slices.Count(s => !IsBlind(s)));

    private PassFailPlan Flips(BookCase[] slice, double allowed)
    {
        var suite = (cases.Count(c => Change(c) != 0) + 1.0) / (cases.Count + 2.0);
        return new(slice.Length, (slice.Count(c => Change(c) != 0) + (Borrowed * suite)) / (slice.Length + Borrowed), allowed, PlanningLevel);
    }

    private MeanPlan Mean(BookCase[] slice, double allowed)
    {
        var degrees = UnitsOf(slice).Length - 1;
        return new(UnitsOf(slice).Length, Math.Sqrt(((degrees * Variance(slice)) + (Borrowed * Variance([.. cases]))) / (degrees + Borrowed)), allowed, PlanningLevel);
    }

    private double Variance(BookCase[] slice) => Moments.Of([.. UnitsOf(slice).Select(u => u.Sum / u.Cases)]).Variance;

    private PermutationUnit[] Units() => [.. cases.GroupBy(c => c.Group ?? c.Id).Select((unit, i) => new PermutationUnit((ulong)i, [.. unit.Select(Case)]))];

    private PermutationCase Case(BookCase c)
    {
        long Steps(double score) => (long)Math.Round(_sign * score * 1e6);
        int[] slices = [.. Enumerable.Range(0, Slices.Length).Where(s => s == 0 || Slices[s][0].Language == c.Language)];
        return new([.. c.Before.Select(Steps)], [.. c.After.Select(Steps)], slices);
    }
}
