using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Datasets;

/// <summary>Holds an eval set against what production sees.</summary>
public static class Coverage
{
    private const double Alert = 0.1;
    private const double Major = 0.25;
    private const double Chance = 0.01;
    private const double OneSided95 = 0.9;
    private const int MostExamples = 2;

    /// <summary>Measures the coverage.</summary>
    /// <param name="input">The eval set and at least one request.</param>
    public static CoverageReport Of(CoverageInput input)
    {
        ArgumentOutOfRangeException.ThrowIfZero(input.Requests.Count);
        var slicer = new CaseSlicer(input.Suite);
        Case[] active = [.. input.Cases.Where(c => c.Status == CaseStatus.Active)];
        var (cases, requests) = (active.Select(slicer.Of).ToArray(), input.Requests.Select(slicer.Of).ToArray());
        var sizes = Sizes(active, cases);
        var slices = Slices(input, requests, sizes, Failures(input, active, cases));
        var thin = slices.Where(s => !s.IsCovered).Select(s => s.Slice).ToHashSet();
        var uncovered = requests.Count(r => r.Slices.Any(thin.Contains));
        var known = cases.Select(Combination).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Requests = requests.Length,
            Uncovered = (double)uncovered / requests.Length,
            UncoveredAtMost = Wilson.Interval(uncovered, requests.Length, OneSided95).Upper,
            NewCombinations = (double)requests.Count(r => !known.Contains(Combination(r))) / requests.Length,
            Unseen = UnseenMass.Of(requests.CountBy(Combination, StringComparer.Ordinal).Select(k => (long)k.Value)),
            Slices = slices,
            Attributes = [.. input.Suite.Attributes.Select(a => Drift(a.Name, cases, requests)).OrderByDescending(d => d.Drift.PopulationStability)],
        };
    }

    private static string Combination(CaseSlices slices) => string.Join('\u001e', slices.Values.Select(v => string.Join('\u001f', v.Value)));

    private static Dictionary<Slice, int> Sizes(Case[] active, CaseSlices[] cases) => active.Zip(cases)
        .SelectMany(c => c.Second.Slices.Select(s => (Slice: s, Unit: c.First.Group is { } group ? (true, group) : (false, c.First.Id))))
        .Distinct().CountBy(s => s.Slice).ToDictionary();

    /// <summary>Failures and results per slice in the newest run, by the suite's first quality metric.</summary>
    private static Dictionary<Slice, (double Failures, int Results)> Failures(CoverageInput input, Case[] active, CaseSlices[] cases)
    {
        if (input.Run is not { } run || input.Suite.Metrics.FirstOrDefault(m => m.IsQuality) is not { } metric)
        {
            return [];
        }

        var where = active.Zip(cases).ToDictionary(c => c.First.Id, c => c.Second, StringComparer.Ordinal);
        return run.Records.Where(r => where.ContainsKey(r.CaseId) && r.Scores.GetValueOrDefault(metric.Name) is not null)
            .SelectMany(r => where[r.CaseId].Slices.Select(s => (Slice: s, Loss: Loss(metric, r.Scores[metric.Name]!.Value))))
            .GroupBy(r => r.Slice, r => r.Loss).ToDictionary(g => g.Key, g => (g.Sum(), g.Count()));
    }

    private static double Loss(Metric metric, double score)
    {
        var share = Math.Clamp((score - (double)metric.Range!.Minimum) / (double)metric.Range.Width, 0, 1);
        return metric.Better == Direction.Higher ? 1 - share : share;
    }

    private static SliceCoverage[] Slices(CoverageInput input, CaseSlices[] requests, Dictionary<Slice, int> sizes, Dictionary<Slice, (double Failures, int Results)> failures) =>
    [
        .. requests.SelectMany((r, i) => r.Slices.Where(s => !s.IsOverall).Select(s => (Slice: s, Request: i)))
            .GroupBy(r => r.Slice, r => r.Request)
            .Select(g =>
            {
                var (cases, seen) = (sizes.GetValueOrDefault(g.Key), failures.GetValueOrDefault(g.Key));
                var risk = (seen.Failures + 1) / (seen.Results + 2);
                return new SliceCoverage(g.Key, g.Count(), (double)g.Count() / requests.Length, cases, risk, cases >= input.FewestCases)
                {
                    Examples = [.. g.Take(MostExamples).Select(i => TextLeaf.Prose(input.Requests[i].Input))],
                };
            })
            .OrderByDescending(s => s.Urgency).ThenBy(s => s.Slice),
    ];

    private static AttributeDrift Drift(string attribute, CaseSlices[] cases, CaseSlices[] requests)
    {
        var (eval, production) = (Count(attribute, cases), Count(attribute, requests));
        string[] values = [.. eval.Keys.Union(production.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var drift = ShareDrift.Of([.. values.Select(v => eval.GetValueOrDefault(v))], [.. values.Select(v => production.GetValueOrDefault(v))]);
        var critical = Math.Max(Alert, drift.CriticalPopulationStability(Chance));
        var level = drift.PopulationStability <= critical ? DriftLevel.Calm : drift.PopulationStability > Major ? DriftLevel.Major : DriftLevel.Alert;
        double total = production.Values.Sum();
        var spread = values.Sum(v => Math.Pow(production.GetValueOrDefault(v) / total, 2) is > 0 and var square ? square / eval.GetValueOrDefault(v) : 0);
        string[] both = [.. values.Where(v => v != Slice.None && eval.GetValueOrDefault(v) > 0 && production.GetValueOrDefault(v) > 0)];
        double shared = both.Sum(v => production[v]);
        return new(attribute, drift, level, 1 / spread, both.ToDictionary(v => v, v => production[v] / shared, StringComparer.Ordinal));
    }

    private static Dictionary<string, long> Count(string attribute, CaseSlices[] all) =>
        all.SelectMany(s => s.Values[attribute]).CountBy(v => v, StringComparer.Ordinal).ToDictionary(v => v.Key, v => (long)v.Value, StringComparer.Ordinal);
}
