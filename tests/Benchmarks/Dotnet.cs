using System.Diagnostics;
using System.Globalization;

namespace EvalGate.Benchmarks;

/// <summary>What a process took.</summary>
/// <param name="Seconds">Wall time of the command.</param>
/// <param name="Megabytes">Largest resident memory of the watched process, in MiB; 0 where the system does not say.</param>
internal sealed record Measured(double Seconds, double Megabytes);

/// <summary>Runs the dotnet command line to its end.</summary>
internal static class Dotnet
{
    private const double KibibytesPerMebibyte = 1024;
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs a command that must succeed, and watches the memory of a process it starts.</summary>
    /// <param name="arguments">The command.</param>
    /// <param name="watched">Where the watched process's program lies; null to watch none.</param>
    /// <param name="environment">Variables for it.</param>
    public static Measured Run(IReadOnlyList<string> arguments, string? watched = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0.0;
        while (!process.WaitForExit(Glance))
        {
            peak = watched is null ? 0 : Math.Max(peak, PeakOf(watched));
        }

        var seconds = watch.Elapsed.TotalSeconds;
        return process.ExitCode == 0
            ? new(seconds, peak / KibibytesPerMebibyte)
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:\n{string.Join('\n', output.GetAwaiter().GetResult())}");
    }

    // The kernel keeps each process's high-water mark, so that looking now and then misses only growth in the last glance.
    private static double PeakOf(string folder) => !Directory.Exists("/proc") ? 0 : Directory.EnumerateDirectories("/proc")
        .Where(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out _) && Read(d, "cmdline").Contains(folder, StringComparison.Ordinal))
        .Where(d => !Read(d, "cmdline").Contains("--project", StringComparison.Ordinal))
        .Select(d => Read(d, "status").Split('\n').FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal)))
        .Select(l => l is null ? 0 : double.Parse(l.Split((char[])['\t', ' '], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture))
        .DefaultIfEmpty().Max();

    private static string Read(string process, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
