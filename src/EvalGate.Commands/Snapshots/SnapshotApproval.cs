using EvalGate.Files;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>Makes outputs the approved ones, as one batch.</summary>
public static class SnapshotApproval
{
    /// <summary>Records the batch, then writes each output: when the disk refuses, what was not written still waits.</summary>
    /// <param name="folder">The suite's snapshots.</param>
    /// <param name="header">Who approves, and why.</param>
    /// <param name="outputs">The outputs; none writes nothing.</param>
    /// <param name="asAlternative">Beside what is approved already, where something is.</param>
    /// <returns>Cases that have as many alternatives as may be; their outputs still wait.</returns>
    /// <exception cref="FilesException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Execute(SnapshotFolder folder, ApprovalHeader header, IReadOnlyList<ApprovedOutput> outputs, bool asAlternative = false)
    {
        if (outputs.Count == 0)
        {
            return [];
        }

        Approvals.Write(folder.Path, new(header, [.. outputs.Select(o => new ApprovalLine(o.CaseId, o.InputHash, o.Text.Hash))]));
        return [.. outputs.Where(o => !Write(folder, o, asAlternative)).Select(o => o.CaseId)];
    }

    private static bool Write(SnapshotFolder folder, ApprovedOutput output, bool asAlternative)
    {
        var name = SnapshotName.Of(output.CaseId);
        if (asAlternative && folder.Approved(name, output.Text.Extension) is { } approved && approved.Verified != output.Text)
        {
            return folder.ApproveAlternative(name, output.Text);
        }

        folder.Approve(name, output.Text);
        return true;
    }
}

/// <summary>An output to be approved.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="InputHash">Fingerprint of the input that it answers.</param>
/// <param name="Text">The output.</param>
public sealed record ApprovedOutput(string CaseId, string InputHash, SnapshotText Text);
