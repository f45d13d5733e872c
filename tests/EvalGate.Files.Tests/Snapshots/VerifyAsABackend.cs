using EvalGate.Snapshots;

namespace EvalGate.Files.Tests;

/// <summary>The README's recipe for projects that have Verify.</summary>
public sealed class VerifyAsABackend : SnapshotBackendKit
{
    protected override ISnapshotBackend Make() => new VerifySnapshots();

    protected override void Approve(string folder, string name, SnapshotText text) => File.WriteAllText(Path.Combine(folder, $"{name}.verified.{text.Extension}"), text.Text);

    protected override SnapshotText? Waiting(string folder, string name) =>
        Directory.EnumerateFiles(folder, $"{name}.received.*").Select(f => new SnapshotText(File.ReadAllText(f), Path.GetExtension(f)[1..])).FirstOrDefault();
}
