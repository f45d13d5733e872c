using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>Keeps the folder to the cases: what is approved for nobody goes, or goes to the case's new id.</summary>
public static class TidySnapshotsCommand
{
    /// <summary>Says what would go.</summary>
    /// <param name="state">A suite's snapshots.</param>
    public static PrunePlan Plan(SnapshotState state)
    {
        var news = state.Changes.Where(c => c.Verdict == SnapshotVerdict.New).ToLookup(c => c.Received.Hash, c => c.Case.Id, StringComparer.Ordinal);
        var renames = new List<SnapshotRename>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var orphan in state.Orphans)
        {
            if (state.Folder.Approved(orphan, SnapshotText.Json)?.Verified.Hash is { } hash && news[hash].FirstOrDefault(taken.Add) is { } to)
            {
                renames.Add(new(orphan, to));
            }
        }

        return new(state.Suite, [.. state.Orphans.Except(renames.Select(r => r.From), StringComparer.Ordinal)], renames, state.Leftovers);
    }

    /// <summary>Deletes what the plan says. Renames are only offered: somebody has to know that it is the same case.</summary>
    /// <param name="state">A suite's snapshots.</param>
    /// <param name="plan">Its plan.</param>
    /// <exception cref="FilesException">A file cannot be deleted.</exception>
    public static void Prune(SnapshotState state, PrunePlan plan)
    {
        foreach (var orphan in plan.Orphans)
        {
            state.Folder.Delete(orphan);
        }

        foreach (var leftover in plan.Leftovers)
        {
            state.Folder.Clear(leftover);
        }
    }

    /// <summary>Gives what was approved for a case that is gone to one that has nothing.</summary>
    /// <param name="state">A suite's snapshots.</param>
    /// <param name="from">The id that the case had, or the name of its files.</param>
    /// <param name="to">The id that it has now.</param>
    /// <returns>Why nothing was done; null when it was.</returns>
    /// <exception cref="FilesException">A file cannot be read, written or deleted.</exception>
    public static string? Move(SnapshotState state, string from, string to)
    {
        var old = state.Folder.Verified.Contains(from, StringComparer.Ordinal) ? from : SnapshotName.Of(from);
        var name = SnapshotName.Of(to);
        if (!state.Folder.Verified.Contains(old, StringComparer.Ordinal))
        {
            return $"Nothing is approved for '{ShownText.Of(from)}'.{Nearest.Hint(from, state.Orphans)}";
        }

        if (!state.Orphans.Contains(old, StringComparer.Ordinal))
        {
            return $"'{ShownText.Of(from)}' is a case of {state.Suite}: what is approved for it stays with it.";
        }

        if (state.Loaded.Cases.All(c => c.Id != to))
        {
            return $"{state.Suite} has no case '{ShownText.Of(to)}'.{Nearest.Hint(to, [.. state.Loaded.Cases.Select(c => c.Id)])}";
        }

        if (state.Folder.Verified.Contains(name, StringComparer.Ordinal))
        {
            return $"'{ShownText.Of(to)}' has an approved output of its own.";
        }

        state.Folder.Rename(old, name);
        return null;
    }

    /// <summary>What is wrong with the folder, whatever runs say.</summary>
    /// <param name="state">A suite's snapshots.</param>
    /// <exception cref="FilesException">A file cannot be read.</exception>
    public static IReadOnlyList<string> Check(SnapshotState state) =>
    [
        .. state.Folder.Empty().Select(n => $"{n}: the approved file is empty, as diff tools leave it; it approves nothing. Delete it, or approve an output."),
        .. state.Folder.Doubled().Select(n => $"{n}: two files are approved, .md and .json. Delete the one that is not meant."),
        .. state.Orphans.Select(n => $"{n}: approved for a case that is gone: evalgate snapshots prune {state.Suite}"),
        .. Approvals.Read(state.Folder.Path).Problems.Select(p => p.ToString()),
    ];
}

/// <summary>What pruning a suite would do.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Orphans">Names of approved outputs that would be deleted.</param>
/// <param name="Renames">Orphans whose output a new case gives: perhaps the case has another id now.</param>
/// <param name="Leftovers">Names of waiting outputs that would be deleted: their cases are gone, or they are approved by now.</param>
public sealed record PrunePlan(string Suite, IReadOnlyList<string> Orphans, IReadOnlyList<SnapshotRename> Renames, IReadOnlyList<string> Leftovers);

/// <summary>An output that would fit under another id.</summary>
/// <param name="From">The name it is approved under.</param>
/// <param name="To">The id of the case that gives the same output.</param>
public sealed record SnapshotRename(string From, string To);
