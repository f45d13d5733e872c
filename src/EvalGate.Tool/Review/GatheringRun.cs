using System.Diagnostics;
using System.Globalization;
using EvalGate.Files;
using EvalGate.Tool.Printing;

namespace EvalGate.Tool.Review;

/// <summary>One more run of a project's evals, without a verdict.</summary>
/// <param name="line">Where people see how far it is.</param>
internal sealed class GatheringRun(ProgressLine line)
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs <c>dotnet test</c> in a project's folder; whether tests pass does not matter.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="variant">The variant of an A/B session; empty for none.</param>
    public void Make(string folder, string variant = "")
    {
        var session = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}");
        var start = new ProcessStartInfo("dotnet", ["test", "--no-build"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["EVALGATE_SNAPSHOTS"] = "collect", ["EVALGATE_MODE"] = "record", ["EVALGATE_AB"] = variant, ["EVALGATE_SESSION"] = session },
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var results = Environment.GetEnvironmentVariable("EVALGATE_RESULTS") is { Length: > 0 } elsewhere ? Path.GetFullPath(elsewhere, folder) : Path.Combine(folder, "TestResults", "evalgate");
        var follower = new RunFollower(results, session);
        while (!process.WaitForExit(Glance))
        {
            line.Show(follower.Poll(), watch.Elapsed);
        }

        line.Clear();
        process.WaitForExit();
    }
}
