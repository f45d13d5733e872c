using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Judges every covered slice of every metric between two arms of different cases.</summary>
internal sealed class UnpairedComparisons(UnpairedInput input)
{
    private const double UsualLevel = 0.05;
    private const double ResourceWeight = 0.25;

    private readonly double _level = input.Gate.FalseAlarms ?? UsualLevel;

    /// <summary>One comparison per rule and slice, by metric as written, then by slice.</summary>
    public IReadOnlyList<Comparison> Of(IReadOnlyList<RuleCoverage> coverages)
    {
        var byMetric = coverages.ToLookup(c => c.Rule.Metric, StringComparer.Ordinal);
        var metrics = input.Metrics.Where(m => byMetric.Contains(m.Name)).ToArray();
        var weights = metrics.Sum(Weight);
        return [.. metrics.SelectMany(m => OfMetric(new(m, input), [.. byMetric[m.Name]], Weight(m) / weights))];
    }

    private static double Weight(Metric metric) => metric.IsQuality ? 1 : ResourceWeight;

    private IEnumerable<Comparison> OfMetric(UnpairedSample sample, RuleCoverage[] coverages, double share)
    {
        if (sample.IsTooLarge)
        {
            return coverages.Select(c => Comparison.NotJudged(sample.Metric, c, new("its scores are too large to be added exactly: measure in a larger unit")));
        }

        // No replicates shuffle cases between arms, so Holm's adjustment counts the slices.
        var tested = coverages.Select(c => c.Slice).Distinct().Where(s => sample[s] is { BaselineCases: > 0, CandidateCases: > 0 }).ToArray();
        double[] p = [.. tested.Select(s => sample[s].PValueWorse)];
        var tests = tested.Zip(p.Zip(Holm.Adjust(p))).ToDictionary(t => t.First, t => (P: t.Second.First, Adjusted: Math.Min(1, t.Second.Second / share)));
        return coverages.Select(c => OfSlice(sample, c, tests)).OfType<Comparison>();
    }

    private Comparison? OfSlice(UnpairedSample sample, RuleCoverage coverage, Dictionary<Slice, (double P, double Adjusted)> tests)
    {
        var slice = sample[coverage.Slice];
        if (!tests.TryGetValue(coverage.Slice, out var test))
        {
            // A slice that only the candidate has is new: there is nothing that it could be worse than.
            return slice.BaselineCases == 0 && !coverage.Slice.IsOverall ? null : Comparison.NotJudged(sample.Metric, coverage, new("one side has no case here"));
        }

        var verdict = coverage.Rule.Bound is LevelBound level ? OfLevel(coverage.Rule, slice, level.Value, test) : OfChange(coverage, slice, test);
        return new()
        {
            Metric = sample.Metric,
            Slice = coverage.Slice,
            Rule = coverage.Rule,
            Verdict = verdict,
            Blocks = Blocking.Of(coverage.Rule, input.Gate, verdict),
            Reason = verdict == Verdict.Regressed && test.Adjusted > _level ? ChangeJudge.ByEstimate
                : coverage.Rule.Bound is LevelBound floor && slice.WasBeyond(floor.Value) ? "the baseline is already beyond this level"
                : null,
            Cases = slice.CandidateCases,
            BaselineCases = slice.BaselineCases,
            Baseline = slice.Baseline,
            Candidate = slice.Candidate,
            Difference = slice.Candidate - slice.Baseline,
            Interval = slice.Interval,
            PValue = test.P,
            AdjustedPValue = test.Adjusted,
            Method = slice.IsPassFail ? "Miettinen–Nurminen, Holm" : "Welch, Holm",
            Level = _level,
            Tolerance = coverage.Tolerance is { } tolerance ? slice.InUnits(tolerance) : null,
        };
    }

    private Verdict OfChange(RuleCoverage coverage, UnpairedSlice slice, (double P, double Adjusted) test)
    {
        var tolerance = coverage.Tolerance!;
        if (!slice.IsWorseBy(tolerance))
        {
            return slice.IsHeld(slice.InUnits(tolerance)) ? Verdict.Held : Verdict.Clear;
        }

        return OfDrop(coverage.Rule, test);
    }

    private Verdict OfLevel(Rule rule, UnpairedSlice slice, decimal level, (double P, double Adjusted) test) =>
        slice.IsBeyond(level) && (rule.Decide == Decision.Estimate || slice.MeanDifference < 0) ? OfDrop(rule, test) : Verdict.Clear;

    /// <summary>The verdict on a change for the worse that is beyond what is allowed.</summary>
    private Verdict OfDrop(Rule rule, (double P, double Adjusted) test) => test switch
    {
        _ when test.Adjusted <= _level || rule.Decide == Decision.Estimate => Verdict.Regressed,
        _ when Stake.IsProbablyWorse(test.P) => Verdict.Inconclusive,
        _ => Verdict.Clear,
    };
}
