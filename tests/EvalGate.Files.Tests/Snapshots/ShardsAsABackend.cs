using EvalGate.Snapshots;

namespace EvalGate.Files.Tests;

public sealed class ShardsAsABackend : SnapshotBackendKit
{
    protected override ISnapshotBackend Make() => new FileSnapshots(isSharded: true);

    protected override void Approve(string folder, string name, SnapshotText text) => SnapshotFolder.Open(folder, isSharded: true).Approve(name, text);

    protected override SnapshotText? Waiting(string folder, string name) => SnapshotFolder.Open(folder, isSharded: true).Received(name);
}
