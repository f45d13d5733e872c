using System.Collections.Concurrent;
using EvalGate.Snapshots;

namespace EvalGate.Files;

/// <summary>Approved outputs as files in Verify's conventions: <c>NAME.verified.md</c>, with <c>NAME.received.md</c> beside it while a change waits.</summary>
/// <param name="isSharded">Whether new files go into 256 folders.</param>
public sealed class FileSnapshots(bool isSharded) : ISnapshotBackend
{
    private readonly ConcurrentDictionary<string, Lazy<(SnapshotFolder Files, Approvals Approvals)>> _folders = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="FilesException">What was approved may not be read.</exception>
    public ValueTask<SnapshotComparison> VerifyAsync(SnapshotRequest request, CancellationToken cancellationToken)
    {
        var (files, approvals) = _folders.GetOrAdd(request.Folder, f => new(() => (SnapshotFolder.Open(f, isSharded), Approvals.Read(f)))).Value;
        var comparison = request.Judge.Compare(
            request.Received,
            files.Approved(request.Name, request.Received.Extension),
            hash => approvals.IsStale(request.Name, hash, request.InputHash));
        return new(request.MayWrite ? comparison with { Note = Settle(files, request, comparison) } : comparison);
    }

    /// <summary>Leaves the output, or takes back an earlier one. A tree that may not be written is worth a note: the comparison stands.</summary>
    private static string? Settle(SnapshotFolder files, SnapshotRequest request, SnapshotComparison comparison)
    {
        try
        {
            if (comparison.Policy == SnapshotPolicy.Off)
            {
                files.Clear(request.Name);
            }
            else
            {
                files.Leave(request.Name, request.Received);
            }

            return null;
        }
        catch (FilesException e)
        {
            return e.Message;
        }
    }
}
