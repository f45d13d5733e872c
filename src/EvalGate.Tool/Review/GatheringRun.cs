using System.Diagnostics;

namespace EvalGate.Tool.Review;

/// <summary>One more run of a project's evals, without a verdict.</summary>
internal static class GatheringRun
{
    /// <summary>Runs <c>dotnet test</c> in a project's folder; whether tests pass does not matter.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="variant">The variant of an A/B session; empty for none.</param>
    public static void Make(string folder, string variant = "")
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", ["test", "--no-build"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["EVALGATE_SNAPSHOTS"] = "collect", ["EVALGATE_MODE"] = "record", ["EVALGATE_AB"] = variant },
        })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
    }
}
