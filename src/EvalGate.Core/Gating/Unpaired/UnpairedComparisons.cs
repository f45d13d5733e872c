using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges every covered slice of every metric between two arms of different cases.</summary>
internal sealed class UnpairedComparisons(UnpairedInput input)
{
    private readonly double _level = GateComparisons.LevelOf(input.Gate, isRepeatable: false);

    /// <summary>One comparison per rule and slice, by metric as written, then by slice.</summary>
    public IReadOnlyList<Comparison> Of(IReadOnlyList<RuleCoverage> coverages)
    {
        var byMetric = coverages.ToLookup(c => c.Rule.Metric, StringComparer.Ordinal);
        var metrics = input.Metrics.Where(m => byMetric.Contains(m.Name)).ToArray();
        var weights = metrics.Sum(GateComparisons.Weight);
        return [.. metrics.SelectMany(m => OfMetric(new(m, input), [.. byMetric[m.Name]], new(input.Gate, _level, GateComparisons.Weight(m) / weights)))];
    }

    private static IEnumerable<Comparison> OfMetric(UnpairedSample sample, RuleCoverage[] coverages, Stake stake)
    {
        if (sample.IsTooLarge)
        {
            return coverages.Select(c => Comparison.NotJudged(sample.Metric, c, new("its scores are too large to be added exactly: measure in a larger unit")));
        }

        // No replicates shuffle cases between arms, so Holm's adjustment counts the slices.
        var tested = coverages.Select(c => c.Slice).Distinct().Where(s => sample[s] is { BaselineCases: > 0, CandidateCases: > 0 }).ToArray();
        double[] p = [.. tested.Select(s => sample[s].PValueWorse)];
        var tests = tested.Zip(p.Zip(Holm.Adjust(p))).ToDictionary(t => t.First, t => new SliceTest(t.Second.First, t.Second.Second));
        return coverages.Select(c => OfSlice(sample, c, tests, stake)).OfType<Comparison>();
    }

    private static Comparison? OfSlice(UnpairedSample sample, RuleCoverage coverage, Dictionary<Slice, SliceTest> tests, Stake stake)
    {
        var slice = sample[coverage.Slice];
        if (!tests.TryGetValue(coverage.Slice, out var test))
        {
            return slice.BaselineCases == 0 && !coverage.Slice.IsOverall ? null : Comparison.NotJudged(sample.Metric, coverage, new("one side has no case here"));
        }

        var verdict = coverage.Rule.Bound is LevelBound level ? OfLevel(coverage.Rule, slice, level.Value, test, stake) : OfChange(coverage, slice, test, stake);
        var shown = Comparison.Open(sample.Metric, coverage, stake.Level) with
        {
            Reason = coverage.Rule.Bound is LevelBound floor && slice.WasBeyond(floor.Value) ? LevelJudge.WasBeyond : null,
            Cases = slice.CandidateCases,
            BaselineCases = slice.BaselineCases,
            Baseline = slice.Baseline,
            Candidate = slice.Candidate,
            Difference = slice.Candidate - slice.Baseline,
            Interval = slice.Interval,
            Tolerance = coverage.Tolerance is { } tolerance ? slice.InUnits(tolerance) : null,
        };
        return stake.Judged(shown, verdict, test, slice.IsPassFail ? "Miettinen–Nurminen, Holm" : "Welch, Holm");
    }

    private static Verdict OfChange(RuleCoverage coverage, UnpairedSlice slice, SliceTest test, Stake stake)
    {
        var tolerance = coverage.Tolerance!;
        if (!slice.IsWorseBy(tolerance))
        {
            return slice.IsHeld(slice.InUnits(tolerance)) ? Verdict.Held : Verdict.Clear;
        }

        return stake.OfBeyond(coverage.Rule, test);
    }

    private static Verdict OfLevel(Rule rule, UnpairedSlice slice, decimal level, SliceTest test, Stake stake) =>
        slice.IsBeyond(level) && (rule.Decide == Decision.Estimate || slice.MeanDifference < 0) ? stake.OfBeyond(rule, test) : Verdict.Clear;
}
