using System.Diagnostics;
using System.Globalization;
using EvalGate.Commands;
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
    public void Make(string folder, string variant = "") =>
        Make(folder, [("EVALGATE_AB", variant)], Environment.GetEnvironmentVariable("EVALGATE_RESULTS") is { Length: > 0 } elsewhere ? Path.GetFullPath(elsewhere, folder) : Path.Combine(folder, "TestResults", "evalgate"), default);

    /// <summary>Runs one turn of an A/B session between two commits.</summary>
    /// <param name="block">Which.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Make(AbBlock block, CancellationToken stop)
    {
        // Whoever moves the project's files with EVALGATE_ROOT moves those they work on.
        (string, string)[] elsewhere = block.IsBaseline ? [("EVALGATE_ROOT", "")] : [];
        Make(block.Folder, [("EVALGATE_AB", ""), ("EVALGATE_SHARD", block.Part.ToString()), ("EVALGATE_RESULTS", block.Results), .. elsewhere], block.Results, stop);
    }

    private void Make(string folder, (string Name, string Value)[] variables, string results, CancellationToken stop)
    {
        var session = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()}");
        var start = new ProcessStartInfo("dotnet", ["test", "--no-build"])
        {
            WorkingDirectory = folder,
            Environment = { ["EVALGATE_SNAPSHOTS"] = "collect", ["EVALGATE_MODE"] = "record", ["EVALGATE_SESSION"] = session },
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        var follower = new RunFollower(results, session);
        using var process = new StoppableProcess(start, _ => { });
        try
        {
            while (!process.Ends(Glance, stop))
            {
                line.Show(follower.Poll(), watch.Elapsed);
            }
        }
        finally
        {
            line.Clear();
        }
    }
}
