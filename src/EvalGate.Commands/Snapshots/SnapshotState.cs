using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>The snapshots of one suite as they are: what waits, what is approved for nobody, what is damaged.</summary>
public sealed record SnapshotState
{
    /// <summary>The suite.</summary>
    public required LoadedSuite Loaded { get; init; }

    /// <summary>Its folder.</summary>
    public required SnapshotFolder Folder { get; init; }

    /// <summary>What waits for approval, by case.</summary>
    public required IReadOnlyList<SnapshotChange> Changes { get; init; }

    /// <summary>The same in groups, with the letters that commands take.</summary>
    public required IReadOnlyList<ChangeGroup> Groups { get; init; }

    /// <summary>Names of approved outputs whose cases are gone.</summary>
    public required IReadOnlyList<string> Orphans { get; init; }

    /// <summary>Names of waiting outputs whose cases are gone, or that are approved by now.</summary>
    public required IReadOnlyList<string> Leftovers { get; init; }

    /// <summary>The suite's name.</summary>
    public string Suite => Loaded.Suite.Name;

    /// <summary>How many changes fail tests.</summary>
    public int Blocking => Changes.Count(c => c.Policy == SnapshotPolicy.Block);

    /// <summary>Reads what is there.</summary>
    /// <param name="loaded">A suite with snapshots.</param>
    /// <param name="results">The folder of runs, whose packs know scores.</param>
    /// <exception cref="FilesException">A file may not be read.</exception>
    public static SnapshotState Of(LoadedSuite loaded, string results)
    {
        var settings = loaded.Suite.Snapshots!;
        var folder = SnapshotFolder.Open(SnapshotFolder.PathOf(loaded.Root.Folder, loaded.Suite), settings.IsSharded);
        var cases = loaded.Cases.ToDictionary(c => SnapshotName.Of(c.Id), StringComparer.Ordinal);
        var reader = new ChangeReader(loaded, folder, PendingRuns.Of(results, loaded.Suite));
        var waiting = folder.Waiting;
        SnapshotChange[] changes = [.. waiting.Where(cases.ContainsKey).Select(n => reader.Read(n, cases[n])).OfType<SnapshotChange>().OrderBy(c => c.Case.Id, StringComparer.Ordinal)];
        var pending = changes.Select(c => SnapshotName.Of(c.Case.Id)).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Loaded = loaded,
            Folder = folder,
            Changes = changes,
            Groups = ChangeGroup.Of(changes),
            Orphans = [.. folder.Verified.Where(v => !cases.ContainsKey(v))],
            Leftovers = [.. waiting.Where(w => !pending.Contains(w))],
        };
    }
}

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
