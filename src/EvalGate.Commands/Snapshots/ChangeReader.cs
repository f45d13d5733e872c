using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>Reads changes with everything that helps to decide.</summary>
internal sealed class ChangeReader(LoadedSuite loaded, SnapshotFolder folder, PendingRuns runs)
{
    private readonly SnapshotJudge _judge = new(loaded.Suite.Snapshots!);
    private readonly Approvals _approvals = Approvals.Read(folder.Path);
    private readonly CaseSlicer _slicer = new(loaded.Suite);
    private readonly Dictionary<string, BaselineCase> _baseline = BaselineOf(loaded);

    /// <summary>A change; null when the output is approved by now.</summary>
    public SnapshotChange? Read(string name, Case @case)
    {
        if (folder.Received(name) is not { } received)
        {
            return null;
        }

        var left = runs.Find(@case.Id, received.Hash);
        var input = left?.Pending.InputHash ?? ContentHash.Of(CanonicalJson.Text(@case.Input));
        var approved = folder.Approved(name, received.Extension);
        var comparison = _judge.Compare(received, approved, hash => _approvals.IsStale(name, hash, input));
        return comparison.Policy == SnapshotPolicy.Off ? null : new()
        {
            Case = @case,
            Verdict = comparison.Verdict == SnapshotVerdict.Changed && left?.Pending.Verdict == SnapshotVerdict.Ambiguous ? SnapshotVerdict.Ambiguous : comparison.Verdict,
            // A run knows whether the output was replayed.
            Policy = left?.Pending.Policy ?? comparison.Policy,
            Kind = KindOf(comparison),
            Differences = comparison.Differences,
            Received = received,
            Verified = approved?.Verified,
            InputHash = input,
            Slices = _slicer.Of(@case).Slices,
            Metrics = [.. loaded.Suite.Metrics.Where(m => !SnapshotMetric.Is(m)).Select(m => new MetricChange(m, Before(@case, m), After(left, m))).Where(m => m.Before is not null || m.After is not null)],
            Seen = runs.Seen(@case.Id, input, received.Hash),
            Run = left?.Run,
        };
    }

    private static EditKind KindOf(SnapshotComparison comparison) => comparison.Verdict switch
    {
        SnapshotVerdict.New => EditKind.New,
        SnapshotVerdict.Stale => EditKind.Input,
        _ => EditKinds.Of(comparison.Differences),
    };

    private double? Before(Case @case, Metric metric) =>
        _baseline.TryGetValue(@case.Id, out var before) && before.Hash == @case.Hash && before.Scores.TryGetValue(metric.Name, out var scores) && scores.Count > 0 ? scores.Average() : null;

    private static double? After(LeftOutput? left, Metric metric) => left is not null && left.Pending.Scores.TryGetValue(metric.Name, out var score) ? score : null;

    private static Dictionary<string, BaselineCase> BaselineOf(LoadedSuite loaded) =>
        loaded.BaselinePath is { } path && BaselineFile.Read(Path.Combine(loaded.Root.Folder, path), loaded.Suite.Name) is BaselineFound found
            ? found.Baseline.Cases.ToDictionary(c => c.Id, StringComparer.Ordinal)
            : [];
}
