using EvalGate.Model;

namespace EvalGate.Gating;

/// <summary>Earlier runs of the candidate that is judged: running again until a run is green is judged on all runs together.</summary>
/// <remarks>
/// Five tries turn a level of 5 % into 23 %. The same candidate is one commit, one build, one stack, the same cases and metrics, and the same
/// score on every case wherever the baseline says that a metric repeats: where that differs, something changed that nobody named.
/// </remarks>
public static class Reruns
{
    private const int Most = 20;

    /// <summary>Whether two runs may be of the same candidate, by their headers alone.</summary>
    /// <param name="now">The run that is judged.</param>
    /// <param name="then">An earlier run of the suite.</param>
    /// <returns>Never for a run without commit and build, for a shard, for a run against itself, or for one that started later.</returns>
    public static bool MayBeSame(RunHeader now, RunHeader then) =>
        now is { Commit: not null, Build: not null, Shard: null }
        && then.Shard is null
        && IsEarlier(then, now)
        && (then.Session is null || then.Session != now.Session)
        && (then.Suite, then.Commit, then.Build, then.DatasetHash, then.Repetitions) == (now.Suite, now.Commit, now.Build, now.DatasetHash, now.Repetitions)
        && Same(then.Metrics, now.Metrics)
        && Same(then.Stack, now.Stack);

    /// <summary>Whether running again could come out otherwise at all: some metric with a rule is not repeatable.</summary>
    /// <param name="suite">The suite, with a gate.</param>
    /// <param name="baseline">Says which metrics repeat.</param>
    public static bool Matter(Suite suite, Baseline baseline) => suite.ComparesDurations || suite.Metrics.Any(m => m.Kind != MetricKind.Duration
        && suite.Gate!.Rules.Any(r => r.Metric == m.Name)
        && m.Sources.Any(s => baseline.Header.Metrics.TryGetValue(s, out var known) && known.Repeatable != true));

    /// <summary>The earlier runs that count, newest first.</summary>
    internal static IReadOnlyList<Run> Of(JudgeInput input, Baseline baseline)
    {
        // A recording is one frozen draw: played again it says nothing new.
        if (input.Run.IsReplayed || !Matter(input.Suite, baseline))
        {
            return [];
        }

        var repeatable = baseline.Header.Metrics.Where(m => m.Value.Repeatable == true).Select(m => m.Key).ToArray();
        var scores = ScoresOf(input.Run, repeatable);
        return [.. input.EarlierRuns
            .Where(r => MayBeSame(input.Run.Header, r.Header) && r.End is not null && Same(r.Stack, input.Run.Stack) && !baseline.Header.Runs.Contains(r.Header.RunId))
            .Where(r => WholeRun.Incomplete(input.Suite, input.Cases, r) is null && r.Records.All(x => x.Errors.Count == 0 && !x.IsReplayed) && ScoresOf(r, repeatable).SetEquals(scores))
            .OrderByDescending(r => r.Header.Started).ThenByDescending(r => r.Header.RunId, StringComparer.Ordinal).Take(Most)];
    }

    /// <summary>The run with the results of the earlier ones as further repetitions.</summary>
    internal static Run Pool(Run run, IReadOnlyList<Run> earlier) => earlier.Count == 0 ? run : run with
    {
        Records = [.. run.Records, .. earlier.SelectMany((r, i) => r.Records.Select(x => x with { Repetition = x.Repetition + ((i + 1) * run.Header.Repetitions) }))],
    };

    private static bool IsEarlier(RunHeader then, RunHeader now) =>
        then.Started < now.Started || (then.Started == now.Started && string.CompareOrdinal(then.RunId, now.RunId) < 0);

    private static bool Same(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(p => b.TryGetValue(p.Key, out var value) && value == p.Value);

    private static HashSet<(string, string, double?)> ScoresOf(Run run, string[] metrics) =>
        [.. from record in run.Records from metric in metrics select (record.CaseId, metric, record.Scores.GetValueOrDefault(metric))];
}
