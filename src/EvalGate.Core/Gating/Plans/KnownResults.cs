using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>All results that say something about a suite as it is today, those of one and the same system together.</summary>
internal sealed class KnownResults
{
    private readonly IReadOnlyList<IReadOnlyDictionary<string, BaselineCase>> _systems;

    private KnownResults(IReadOnlyList<IReadOnlyDictionary<string, BaselineCase>> systems, IReadOnlyDictionary<string, BaselineCase> accepted, IReadOnlyList<Run> runs) =>
        (_systems, Accepted, Runs) = (systems, accepted, runs);

    /// <summary>What the next candidate would be compared with, by case: the baseline; without one, what accepting the last runs would make it.</summary>
    public IReadOnlyDictionary<string, BaselineCase> Accepted { get; }

    /// <summary>The complete runs of the newest candidate, oldest first.</summary>
    public IReadOnlyList<Run> Runs { get; }

    /// <summary>Where the noise can be measured.</summary>
    public NoiseSource Source { get; private init; }

    public static KnownResults Of(PlanInput input)
    {
        var active = input.Cases.Where(c => c.Status == CaseStatus.Active).ToDictionary(c => c.Id, c => c.Hash, StringComparer.Ordinal);
        var runs = NewestCandidate(input);
        var baseline = input.Baseline?.Cases.Where(c => active.GetValueOrDefault(c.Id) == c.Hash).ToDictionary(c => c.Id, c => Comparable(c, input), StringComparer.Ordinal);
        var live = Collect(input.Suite, runs.Where(r => input.Baseline?.Header.Runs.Contains(r.Header.RunId) != true));
        var accepted = baseline ?? live;
        IReadOnlyDictionary<string, BaselineCase>[] systems = baseline is null || IsOf(input.Baseline!, runs) ? [Together(baseline ?? [], live)] : [baseline, live];
        if (systems.Any(s => s.Values.Any(c => c.Scores.Values.Any(v => v.Count > 1))))
        {
            return new(systems, accepted, runs) { Source = NoiseSource.Unchanged };
        }

        return systems.Length > 1 && live.Count > 0 ? new([Together(baseline!, live)], accepted, runs) { Source = NoiseSource.Changed } : new(systems, accepted, runs);
    }

    /// <summary>What results of single systems under one metric vary by, unit by unit.</summary>
    /// <param name="metric">The metric's name.</param>
    /// <param name="units">The ids of the cases of each unit: one case, or the cases that a group has in the slice.</param>
    public Noise NoiseOf(string metric, IEnumerable<IReadOnlyList<string>> units)
    {
        var noise = new Noise(0, 0);
        foreach (var unit in units)
        {
            foreach (var system in _systems)
            {
                var results = unit.Select(id => system.GetValueOrDefault(id)?.Scores.GetValueOrDefault(metric) ?? []).Where(r => r.Count > 0).ToArray();
                noise = noise.Plus(results);
            }
        }

        return noise;
    }

    /// <summary>The newest complete run with the earlier ones of the same candidate.</summary>
    private static Run[] NewestCandidate(PlanInput input)
    {
        var whole = input.Runs.Where(r => WholeRun.Incomplete(input.Suite, input.Cases, r) is null && !RunOrigin.ProblemsOf(input.Suite, input.Cases, r).Any()).ToArray();
        return whole is [var newest, .. var earlier]
            ? [.. earlier.Where(r => Reruns.MayBeSame(newest.Header, r.Header) && IsSame(r.Stack, newest.Stack)).Reverse(), newest]
            : [];
    }

    private static bool IsOf(Baseline baseline, Run[] runs) =>
        runs is [.., var newest] && newest.Header.Commit is { } commit && baseline.Header.Commit == commit && IsSame(baseline.Header.Stack, newest.Stack);

    private static bool IsSame(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(p => b.GetValueOrDefault(p.Key) == p.Value);

    /// <summary>The scores of metrics that are defined as they were.</summary>
    private static BaselineCase Comparable(BaselineCase @case, PlanInput input) => @case with
    {
        Scores = input.Suite.Metrics.Where(m => input.Baseline!.Header.Metrics.GetValueOrDefault(m.Name)?.Fingerprint == m.Fingerprint && @case.Scores.ContainsKey(m.Name))
            .ToDictionary(m => m.Name, m => @case.Scores[m.Name], StringComparer.Ordinal),
    };

    private static Dictionary<string, BaselineCase> Collect(Suite suite, IEnumerable<Run> runs) => runs
        .SelectMany(r => r.Records.OrderBy(x => x.Repetition)).GroupBy(r => r.CaseId, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => new BaselineCase(g.Key, g.First().Hash, suite.Metrics.ToDictionary(m => m.Name, m => CandidateScores.Of(m, [.. g]).Values)), StringComparer.Ordinal);

    private static Dictionary<string, BaselineCase> Together(Dictionary<string, BaselineCase> first, Dictionary<string, BaselineCase> second) => first.Values.Concat(second.Values)
        .GroupBy(c => c.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Aggregate(Joined), StringComparer.Ordinal);

    /// <summary>What the baseline does not know is not planned.</summary>
    private static BaselineCase Joined(BaselineCase baseline, BaselineCase live) => baseline with
    {
        Scores = baseline.Scores.ToDictionary(s => s.Key, s => (IReadOnlyList<double>)[.. s.Value, .. live.Scores[s.Key]], StringComparer.Ordinal),
    };
}
