using EvalGate.Files;
using EvalGate.Model;
using Microsoft.Build.Utilities;

namespace EvalGate.MSBuild;

/// <summary>The suites that a task works with.</summary>
internal static class ChosenSuites
{
    /// <summary>One by its name, or all; an error when there is none.</summary>
    /// <param name="folder">The folder with the resolved suites.</param>
    /// <param name="suite">The name of one; empty for all.</param>
    /// <param name="log">Where the error goes.</param>
    public static IReadOnlyList<string> Of(string folder, string suite, TaskLoggingHelper log)
    {
        var all = GeneratedFolder.Suites(folder);
        string[] chosen = [.. all.Where(name => suite.Length == 0 || name == suite)];
        if (chosen.Length == 0)
        {
            DiagnosticLog.Write(log, DiagnosticCodes.UnknownName, all.Count == 0 ? "there is no suite here." : $"there is no suite '{suite}'; there are {string.Join(", ", all)}.{Nearest.Hint(suite, all)}");
        }

        return chosen;
    }
}
