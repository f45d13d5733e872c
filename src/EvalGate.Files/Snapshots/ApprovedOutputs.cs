using System.Text.Json;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.Snapshots;

namespace EvalGate.Files;

/// <summary>The approved outputs of a suite, as scorers compare with them. Read when the first is asked for; safe for several threads.</summary>
/// <param name="root">The project's folder.</param>
/// <param name="suite">A suite with snapshots.</param>
public sealed class ApprovedOutputs(string root, Suite suite)
{
    private readonly SnapshotSettings _settings = suite.Snapshots!;
    private readonly Lazy<(SnapshotFolder Files, Approvals Approvals)> _folder = new(() =>
    {
        var path = SnapshotFolder.PathOf(root, suite);
        return (SnapshotFolder.Open(path, suite.Snapshots!.IsSharded), Approvals.Read(path));
    });

    /// <summary>The approved output of a case, in the shape of an output; undefined when none is approved for its input.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="input">Its input.</param>
    /// <exception cref="FilesException">A file may not be read.</exception>
    /// <exception cref="ScorerException">Somebody edited the file, and it is no JSON any more.</exception>
    public JsonElement Of(string caseId, JsonElement input)
    {
        var (name, (files, approvals)) = (SnapshotName.Of(caseId), _folder.Value);
        return files.Approved(name, SnapshotText.Json) is { Verified: var text } && !approvals.IsStale(name, text.Hash, ContentHash.Of(CanonicalJson.Text(input)))
            ? SnapshotProjection.Output(_settings, text)
            : default;
    }
}
