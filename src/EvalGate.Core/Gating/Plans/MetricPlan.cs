using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Plans the slices of one metric.</summary>
internal sealed class MetricPlan(KnownResults known, IReadOnlyList<Pair> pairs, MetricSample sample, MetricContext context)
{
    private readonly Noise _suite = NoiseIn(known, pairs, context.Metric.Name, Slice.Overall);

    public IEnumerable<PlannedSlice> Of(IEnumerable<RuleCoverage> coverages) => coverages.Where(c => context.Slices.ContainsKey(c.Slice)).Select(Of);

    private PlannedSlice Of(RuleCoverage coverage)
    {
        var slice = context.Slices[coverage.Slice];
        var tolerance = slice.InUnits(coverage.Tolerance!);
        var plan = new PlannedSlice
        {
            Metric = context.Metric,
            Slice = coverage.Slice,
            Rule = coverage.Rule,
            Cases = slice.Cases,
            Groups = slice.HasGroups ? slice.Independent : null,
            Tolerance = tolerance,
            IsBlind = context.IsBlind(slice),
            LeastCases = context.Metric.Range is { } range && tolerance > 0 ? RareLoss.MinimumCases(tolerance, (double)range.Width, Assurance.Level) : null,
        };
        return _suite.Degrees == 0 ? plan : WithNoise(plan);
    }

    private PlannedSlice WithNoise(PlannedSlice slice)
    {
        var range = (double?)context.Metric.Range?.Width;
        var variance = NoiseOf(slice.Slice).VarianceWithin(_suite, range);
        var ofChange = variance * PartsOfAResult(slice.Slice);
        slice = slice with { Deviation = Math.Sqrt(ofChange) };
        return context.Metric.Kind == MetricKind.Binary
            ? PassFail(slice with { FlipRate = Math.Min(1, 2 * variance) }, new(slice.Independent, Math.Min(1, ofChange), slice.Tolerance, context.PlanningLevel))
            : Mean(slice, new(slice.Independent, Math.Sqrt(ofChange), slice.Tolerance, context.PlanningLevel), range ?? double.PositiveInfinity);
    }

    /// <summary>Groups and repetitions are planned as single results that flip as often as it takes to vary as much.</summary>
    private static PlannedSlice PassFail(PlannedSlice slice, PassFailPlan plan) => slice with
    {
        SmallestDetectable = slice.IsBlind ? null : Planning.SmallestDetectableDrop(plan),
        CasesNeeded = Further(Planning.CasesForHeld(plan), slice),
        CasesToCatch = Planning.CasesToCatch(plan) is { } units ? InCases(units, slice) : null,
        Margin = Planning.SmallestHeldMargin(plan),
    };

    private static PlannedSlice Mean(PlannedSlice slice, MeanPlan plan, double worst) => slice with
    {
        SmallestDetectable = slice.IsBlind ? null : Planning.SmallestDetectableDrop(plan),
        CasesNeeded = Further(Planning.CasesForHeld(plan, worst), slice),
        CasesToCatch = slice.Tolerance > 0 ? InCases(SampleSize.MeanDrop(slice.Tolerance, plan.StandardDeviation * plan.StandardDeviation, plan.Level, plan.Power), slice) : null,
        Margin = Planning.SmallestHeldMargin(plan, worst),
    };

    private static long? Further(long? total, PlannedSlice slice) => total is { } units ? InCases(Math.Max(0, units - slice.Independent), slice) : null;

    /// <summary>Groups as cases, at the size that groups have here.</summary>
    private static long InCases(long units, PlannedSlice slice) => (long)Math.Ceiling((double)units * slice.Cases / slice.Independent);

    /// <summary>1/K + 1/R, averaged over the cases: how much of one result's variance the change of a case has.</summary>
    private double PartsOfAResult(Slice slice) => pairs.Index().Where(p => p.Item.Slices.Contains(slice)).Select(p => sample.Results(p.Index))
        .Where(r => r.Baseline.Length > 0).Average(r => (1.0 / r.Baseline.Length) + (1.0 / r.Candidate.Length));

    private Noise NoiseOf(Slice slice) => NoiseIn(known, pairs, context.Metric.Name, slice);

    private static Noise NoiseIn(KnownResults known, IReadOnlyList<Pair> pairs, string metric, Slice slice) =>
        known.NoiseOf(metric, pairs.Where(p => p.Slices.Contains(slice)).GroupBy(UnitOf).Select(g => g.Select(p => p.Case.Id).ToArray()));

    private static (string? Group, string? Case) UnitOf(Pair pair) => pair.Case.Group is { } group ? (group, null) : (null, pair.Case.Id);
}
