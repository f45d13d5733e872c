using EvalGate.Files;
using EvalGate.Model;
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
