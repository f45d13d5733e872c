using System.Globalization;
using EvalGate.Datasets;
using EvalGate.Model;

namespace EvalGate.Commands;

/// <summary>Runs that together are one run: every shard of one candidate, each once.</summary>
internal static class ShardSet
{
    /// <summary>Every reason why these runs are no such set.</summary>
    public static IEnumerable<Diagnostic> ProblemsOf(IReadOnlyList<Run> runs)
    {
        Diagnostic[] own = [.. runs.SelectMany(Own)];
        return own.Length > 0 ? own : [.. runs.Skip(1).SelectMany(r => Different(runs[0], r)), .. Incomplete(runs), .. Twice(runs)];
    }

    /// <summary>The run that the shards make, the same in whatever order they are given.</summary>
    /// <param name="runs">A set without problems.</param>
    public static Run Merge(IReadOnlyList<Run> runs)
    {
        var sorted = runs.OrderBy(r => ShardOf(r)!.Index).ToArray();
        var header = sorted[0].Header;
        RunRecord[] records = [.. sorted.SelectMany(r => r.Records).OrderBy(r => r.CaseId, StringComparer.Ordinal).ThenBy(r => r.Repetition)];
        return new()
        {
            Header = header with
            {
                RunId = $"{header.RunId}-merged",
                Started = sorted.Min(r => r.Header.Started),
                Shard = null,
                Session = null,
                Build = Shared(sorted, r => r.Header.Build),
                Machine = Shared(sorted, r => r.Header.Machine) ?? "several machines",
            },
            Records = records,
            End = new(records.Length, sorted.Max(r => r.End!.Finished), sorted[0].Stack),
        };
    }

    private static Shard? ShardOf(Run run) => run.Header.Shard is { } text && Shard.TryParse(text, out var shard) ? shard : null;

    private static string? Shared(IEnumerable<Run> runs, Func<Run, string?> of) =>
        runs.Select(of).Distinct(StringComparer.Ordinal).ToArray() is [var single] ? single : null;

    private static IEnumerable<Diagnostic> Own(Run run)
    {
        if (ShardOf(run) is not { } shard)
        {
            yield return Problem(run, "this is no shard: the run was made without EVALGATE_SHARD. It needs no merging.");
        }
        else if (run.End is null)
        {
            yield return Problem(run, $"shard {shard} was cut off after {run.Records.Count.ToString(CultureInfo.InvariantCulture)} results. Run it again.");
        }
    }

    private static IEnumerable<Diagnostic> Different(Run first, Run other)
    {
        (string What, string? Here, string? There)[] marks =
        [
            ("suite", first.Header.Suite, other.Header.Suite),
            ("commit", first.Header.Commit, other.Header.Commit),
            ("cases", first.Header.DatasetHash, other.Header.DatasetHash),
            ("variant", first.Header.Variant, other.Header.Variant),
            ("repetitions", Text(first.Header.Repetitions), Text(other.Header.Repetitions)),
            ("number of shards", Text(ShardOf(first)!.Count), Text(ShardOf(other)!.Count)),
            .. Pairs("metric", first.Header.Metrics, other.Header.Metrics),
            .. Pairs("component", first.Stack, other.Stack),
        ];
        return marks.Where(m => m.Here != m.There)
            .Select(m => Problem(other, $"{m.What} is {Shown(m.There)} here and {Shown(m.Here)} in {first.File}. Only shards of one run can be merged."));
    }

    private static IEnumerable<(string What, string? Here, string? There)> Pairs(string what, IReadOnlyDictionary<string, string> here, IReadOnlyDictionary<string, string> there) =>
        here.Keys.Union(there.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(k => ($"{what} '{k}'", here.GetValueOrDefault(k), there.GetValueOrDefault(k)));

    private static IEnumerable<Diagnostic> Incomplete(IReadOnlyList<Run> runs)
    {
        var byIndex = runs.ToLookup(r => ShardOf(r)!.Index);
        foreach (var same in byIndex.Where(g => g.Count() > 1))
        {
            yield return Problem(same.Last(), $"shard {ShardOf(same.Last())} is there twice: the other is {same.First().File}. Name each shard once.");
        }

        var count = runs.Count == 0 ? 0 : ShardOf(runs[0])!.Count;
        int[] missing = [.. Enumerable.Range(1, count).Where(i => !byIndex.Contains(i))];
        if (missing.Length > 0)
        {
            yield return Problem(runs[0], $"{(missing.Length == 1 ? "shard" : "shards")} {string.Join(", ", missing.Take(20).Select(i => $"{Text(i)}/{Text(count)}"))} {(missing.Length == 1 ? "is" : "are")} missing.");
        }
    }

    private static IEnumerable<Diagnostic> Twice(IReadOnlyList<Run> runs) =>
        from same in runs.SelectMany(r => r.Records.Select(x => (Run: r, x.CaseId, x.Repetition))).GroupBy(r => (r.CaseId, r.Repetition))
        where same.Select(s => s.Run.File).Distinct(StringComparer.Ordinal).Skip(1).Any()
        select Problem(same.Last().Run, $"case '{ShownText.Of(same.Key.CaseId)}' is in {same.First().Run.File} too. Each case belongs to one shard.");

    private static string Shown(string? value) => value is null ? "not there" : $"'{ShownText.Of(value)}'";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Diagnostic Problem(Run run, string message) => new(DiagnosticCodes.BadFile, Severity.Error, message, new(run.File, 0, 0));
}
