using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>Approves groups of snapshots that a run elsewhere left in an artifact, and says which files that changes.</summary>
public static class ApproveArtifactCommand
{
    /// <summary>Approves in a checkout that nobody else uses.</summary>
    /// <param name="request">Where, which groups, by whom and why.</param>
    /// <param name="zip">The artifact; a stranger may have made it.</param>
    /// <param name="verdicts">The verdicts in it: what waits must be what they counted.</param>
    /// <param name="language">The language of suites.</param>
    /// <param name="head">The blobs of the commit that was measured, by path: its approved outputs say what changed, and so which groups there are.</param>
    /// <exception cref="FilesException">A file cannot be read or written.</exception>
    public static ApproveArtifactResult Execute(ApproveRequest request, string zip, IReadOnlyList<SuiteVerdict> verdicts, ISuiteLanguage language, IReadOnlyDictionary<string, string> head)
    {
        var packs = PendingArchive.Read(zip);
        if (packs.FirstOrDefault(p => !IsCounted(p, verdicts)) is { } foreign)
        {
            return Refuse($"what waits of '{ShownText.Of(foreign.Header.Suite)}' in the artifact is not what its verdict counted");
        }

        var here = GitChanges.Blobs(request.Place.Folder);
        if (packs.FirstOrDefault(p => !ApprovedOf(p, here).SetEquals(ApprovedOf(p, head))) is { } moved)
        {
            return Refuse($"the branch has other approved outputs of '{ShownText.Of(moved.Header.Suite)}' than the default branch, so that its groups are others here: approve them on a machine, with evalgate snapshots pull and review");
        }

        var pulled = PullSnapshotsCommand.Execute(request.Place, zip, language);
        var approved = pulled.Problems.Count > 0 ? null : ApproveSnapshotsCommand.Accept(request, language);
        if (pulled.Problems.Concat(approved?.Problems ?? []).FirstOrDefault() is { } problem)
        {
            return Refuse(problem.TrimEnd('.'));
        }

        var changes = GitChanges.Below(request.Place.Folder).Where(c => IsApproval(c.Path)).ToArray();
        return changes.Any(c => !c.Exists)
            ? Refuse("an approved output changes from prose to a value or back: approve it on a machine, with evalgate snapshots review")
            : new(changes.ToDictionary(c => c.Path, c => TextFile.Read(Path.Combine(Root(request.Place.Folder), c.Path)), StringComparer.Ordinal), approved!.Suites.Sum(s => s.Cases.Count), null);
    }

    private static ApproveArtifactResult Refuse(string problem) => new(new Dictionary<string, string>(), 0, problem);

    private static bool IsCounted(PendingPack pack, IReadOnlyList<SuiteVerdict> verdicts) =>
        verdicts.FirstOrDefault(v => v.Suite == pack.Header.Suite)?.Tally?.Digest == SnapshotTally.Of(pack.Census).Digest;

    /// <summary>What is approved of the cases that wait.</summary>
    private static HashSet<(string Path, string Blob)> ApprovedOf(PendingPack pack, IReadOnlyDictionary<string, string> blobs)
    {
        var names = pack.Pending.Select(p => SnapshotName.Of(p.CaseId)).ToHashSet(StringComparer.Ordinal);
        return [.. blobs.Where(b => IsApproved(b.Key) && names.Contains(Path.GetFileName(b.Key).Split('.')[0])).Select(b => (b.Key, b.Value))];

        bool IsApproved(string path) => path.Contains(".verified.", StringComparison.Ordinal) && $"/{path}".Contains($"/{pack.Header.Suite}.snapshots/", StringComparison.Ordinal);
    }

    private static bool IsApproval(string path) => path.Contains(".verified.", StringComparison.Ordinal) || path.Contains("/.approvals/", StringComparison.Ordinal);

    /// <summary>The repository's own folder.</summary>
    private static string Root(string folder) => GitHead.PathInRepository(folder) is { Length: > 0 } path ? folder[..^(path.Length + 1)] : folder;
}

/// <summary>What became of it.</summary>
/// <param name="Files">Contents of the changed files, by path in the repository.</param>
/// <param name="Count">How many snapshots are approved.</param>
/// <param name="Problem">Why none is; null when some are.</param>
public sealed record ApproveArtifactResult(IReadOnlyDictionary<string, string> Files, int Count, string? Problem);
