using EvalGate.Files;
using EvalGate.Model;

namespace EvalGate.Xunit;

/// <summary>The run that <c>EVALGATE_RESUME=run</c> continues.</summary>
internal static class CutOffRun
{
    /// <summary>The newest run of the same program, cases, metrics and stack, if it was cut off or stopped by its budget.</summary>
    /// <param name="folder">The suite's run folder.</param>
    /// <param name="now">The run that begins.</param>
    /// <returns>Null when there is nothing to continue.</returns>
    public static Run? Find(string folder, RunHeader now) =>
        RunFolder.Where(folder, then => IsSame(now, then)) is [{ End: null or { Stopped: not null } } newest, ..] ? newest : null;

    /// <summary>What need not be asked again: all but what failed around the subject.</summary>
    public static IEnumerable<RunRecord> Kept(Run run) => run.Records.Where(r => r.Errors.All(e => e.Kind is not (ErrorKind.Infrastructure or ErrorKind.Scorer)));

    private static bool IsSame(RunHeader now, RunHeader then) =>
        (then.Suite, then.DatasetHash, then.Repetitions, then.Build, then.Shard) == (now.Suite, now.DatasetHash, now.Repetitions, now.Build, now.Shard)
        && Same(then.Metrics, now.Metrics)
        && Same(then.Stack, now.Stack);

    private static bool Same(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) =>
        a.Count == b.Count && a.All(p => b.TryGetValue(p.Key, out var value) && value == p.Value);
}
