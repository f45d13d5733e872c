using System.Diagnostics;

namespace EvalGate.Files;

/// <summary>Runs the tests of a project in a process of their own.</summary>
public static class DotnetTest
{
    /// <summary>Runs them once, recording only: whatever the gate would say, and whether tests fail, the run is on disk afterwards.</summary>
    /// <param name="project">The folder of the project; its <c>global.json</c> decides how <c>dotnet test</c> works there.</param>
    /// <exception cref="FilesException">The command cannot be started.</exception>
    public static void Record(string project)
    {
        var start = new ProcessStartInfo("dotnet", ["test"]) { WorkingDirectory = project, RedirectStandardOutput = true };
        start.Environment["EVALGATE_MODE"] = "record";
        start.Environment["EVALGATE_SHARD"] = "";
        try
        {
            using var process = Process.Start(start)!;

            // Read and dropped: standard output belongs to the plan, and a full pipe would stop the tests.
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new FilesException(project, $"The tests cannot be run: {e.Message}.", "Run them twice yourself: dotnet test.");
        }
    }
}
