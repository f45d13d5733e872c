using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>Says what the gate of a suite will be able to see, from what was measured so far.</summary>
/// <remarks>
/// Noise is what results of one unchanged system differ by: repetitions, runs of the same candidate, or both. Two results of a case estimate the variance of one;
/// the change of a case between a baseline of K results and a run of R has 1/K + 1/R times that, and a pass/fail result flips twice as often as its variance says.
/// Means are planned; quantiles, ratios and durations are not. A slice is planned for an even share of the level between the slices that can be red at all; the step-down adjustment of the gate is never stricter.
/// </remarks>
public static class Planner
{
    /// <summary>Makes the plan.</summary>
    /// <param name="input">A suite with a gate, and what is known of it.</param>
    /// <exception cref="ArgumentException">The suite has no gate.</exception>
    public static SuitePlan Plan(PlanInput input)
    {
        var gate = input.Suite.Gate ?? throw new ArgumentException("The suite has no gate.", nameof(input));
        var known = KnownResults.Of(input);
        var active = input.Cases.Where(c => c.Status == CaseStatus.Active).ToArray();
        return new()
        {
            Suite = input.Suite.Name,
            Cases = active.Length,
            NewCases = active.Count(c => !known.Accepted.ContainsKey(c.Id)),
            HasBaseline = input.Baseline is not null,
            Repetitions = input.Suite.Repetitions,
            Noise = known.Source,
            Slices = known.Accepted.Count == 0 ? [] : SlicesOf(input, gate, known),
            Unplanned = [.. input.Suite.Metrics.Where(m => !IsPlanned(m) && gate.Rules.Any(r => r.Metric == m.Name && r.Bound is MaxChange)).Select(m => m.Label)],
            CostOfResult = (double?)known.Runs.SelectMany(r => r.Records).Average(r => r.Usage?.CostUsd),
        };
    }

    private static PlannedSlice[] SlicesOf(PlanInput input, GateSettings gate, KnownResults known)
    {
        var slicer = new CaseSlicer(input.Suite);
        var pairs = input.Cases.Where(c => known.Accepted.ContainsKey(c.Id)).OrderBy(c => c.Id, StringComparer.Ordinal)
            .Select(c => Unchanged(c, slicer.Of(c).Slices, known.Accepted[c.Id], input.Suite)).ToArray();
        var slices = pairs.SelectMany(p => p.Slices).Distinct().ToArray();
        var coverages = RuleCoverage.Of(gate.Rules, slices).Where(c => c.Rule.Bound is MaxChange).ToLookup(c => c.Rule.Metric, StringComparer.Ordinal);
        var metrics = input.Suite.Metrics.Where(m => coverages.Contains(m.Name) && IsPlanned(m)).ToArray();
        var table = new Pairing(pairs, new(), pairs.Length, new Dictionary<Slice, int>()).Table(metrics);
        var (whole, part) = (input.Suite.Metrics.Where(m => coverages.Contains(m.Name)).Sum(GateComparisons.Weight), Judge.Parts(input.Suite.Mix is not null, input.Suite.Gate?.Anchor is not null).Main);
        return [.. metrics.SelectMany(m => PlanOf(m, GateComparisons.Weight(m) / whole * part))];

        IEnumerable<PlannedSlice> PlanOf(Metric metric, double share)
        {
            var sample = MetricSample.Of(metric, table, IsRepeatable(metric, input, known));
            var covered = coverages[metric.Name].Select(c => c.Slice).ToHashSet();
            var context = new MetricContext
            {
                Measured = sample.Measured,
                Slices = sample.Unusable is null ? StatisticsBySlice.Of(sample, table, covered) : new Dictionary<Slice, SliceSample>(),
                Stake = new(gate, GateComparisons.LevelOf(gate, sample.IsRepeatable), share),
                Family = null,
            };
            return new MetricPlan(known, pairs, sample, context).Of(coverages[metric.Name]);
        }
    }

    private static bool IsPlanned(Metric metric) => metric is { Kind: not MetricKind.Duration, Ratio: null, Quantile: null };

    /// <summary>A case beside a candidate that repeats the first results of the baseline: as many as a run makes.</summary>
    private static Pair Unchanged(Case @case, IReadOnlyList<Slice> slices, BaselineCase known, Suite suite) => new(@case, slices, known,
    [
        .. Enumerable.Range(0, suite.Repetitions).Select(i => new RunRecord
        {
            CaseId = @case.Id,
            Hash = @case.Hash,
            Repetition = i + 1,
            Scores = known.Scores.ToDictionary(s => s.Key, s => s.Value.Count == 0 ? (double?)null : s.Value[Math.Min(i, s.Value.Count - 1)], StringComparer.Ordinal),
        }),
    ]);

    /// <summary>Whether more than one result says what repeats; that results of a case agree, the sample sees itself.</summary>
    private static bool IsRepeatable(Metric metric, PlanInput input, KnownResults known) => input.Baseline is { } baseline
        ? baseline.Header.Metrics.GetValueOrDefault(metric.Name)?.Repeatable == true
        : known.Runs.Count > 1;
}
