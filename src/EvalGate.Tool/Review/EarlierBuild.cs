using System.Diagnostics;

namespace EvalGate.Tool.Review;

/// <summary>Builds a project that nobody has built yet.</summary>
internal static class EarlierBuild
{
    private const int MostLines = 5;

    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs <c>dotnet build</c> in a project's folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>Its first errors, one per line; null when it succeeded.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static string? Make(string folder, CancellationToken stop)
    {
        var lines = new List<string>();
        var gate = new Lock();

        // Servers that outlive the build would hold on to a folder that is deleted soon.
        var start = new ProcessStartInfo("dotnet", ["build", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-nologo", "-v:q"])
        {
            WorkingDirectory = folder,
            Environment = { ["DOTNET_CLI_UI_LANGUAGE"] = "en" },
        };
        using var process = new StoppableProcess(start, line =>
        {
            lock (gate)
            {
                lines.Add(line);
            }
        });
        while (!process.Ends(Glance, stop))
        {
        }

        return process.ExitCode == 0 ? null : Errors(lines);
    }

    private static string Errors(IEnumerable<string> lines)
    {
        string[] said = [.. lines.Where(l => l.Trim().Length > 0).Distinct(StringComparer.Ordinal)];
        string[] errors = [.. said.Where(l => l.Contains("error ", StringComparison.Ordinal))];
        return string.Join('\n', (errors.Length > 0 ? errors : said).Take(MostLines).Select(l => "  " + l.Trim()));
    }
}
