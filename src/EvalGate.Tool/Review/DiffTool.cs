using DiffEngine;
using EvalGate.Files;
using EvalGate.Snapshots;

namespace EvalGate.Tool.Review;

/// <summary>Opens copies in whatever diff tool is installed: what somebody does in it changes nothing here.</summary>
internal static class DiffTool
{
    /// <summary>Opens two texts.</summary>
    /// <param name="verified">What was approved.</param>
    /// <param name="received">What came out.</param>
    /// <param name="name">The name of the case's files.</param>
    /// <returns>Why nothing was opened; null when it was.</returns>
    public static string? Open(SnapshotText verified, SnapshotText received, string name)
    {
        var folder = Path.Combine(Path.GetTempPath(), "evalgate-review", name);
        var (before, after) = (Path.Combine(folder, $"{name}.verified.{received.Extension}"), Path.Combine(folder, $"{name}.received.{received.Extension}"));
        TextFile.WriteAtomically(before, verified.Text);
        TextFile.WriteAtomically(after, received.Text);
        try
        {
            return DiffRunner.Launch(after, before) switch
            {
                LaunchResult.StartedNewInstance or LaunchResult.AlreadyRunningAndSupportsRefresh => null,
                LaunchResult.NoDiffToolFound or LaunchResult.NoEmptyFileForExtension => "no diff tool was found",
                LaunchResult.TooManyRunningDiffTools => "too many diff tools are open",
                _ => "diff tools are turned off here",
            };
        }
#pragma warning disable CA1031 // A wrong setting of the user's fails in a type initialiser; whatever it is, the review goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return $"the diff tool did not start: {(e.InnerException ?? e).Message}";
        }
    }
}
