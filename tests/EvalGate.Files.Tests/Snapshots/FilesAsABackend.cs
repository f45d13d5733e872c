using EvalGate.Snapshots;

namespace EvalGate.Files.Tests;

public sealed class FilesAsABackend : SnapshotBackendKit
{
    protected override ISnapshotBackend Make() => new FileSnapshots(isSharded: false);

    protected override void Approve(string folder, string name, SnapshotText text) => SnapshotFolder.Open(folder, isSharded: false).Approve(name, text);

    protected override SnapshotText? Waiting(string folder, string name) => SnapshotFolder.Open(folder, isSharded: false).Received(name);
}
