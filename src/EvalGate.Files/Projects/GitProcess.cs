using System.ComponentModel;
using System.Diagnostics;

namespace EvalGate.Files;

/// <summary>Questions that only git itself can answer.</summary>
internal static class GitProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What git prints; null when there is no git, or when it refuses.</summary>
    /// <param name="path">A file; git runs in its folder.</param>
    /// <param name="arguments">What it is asked.</param>
    public static byte[]? Output(string path, IEnumerable<string> arguments) => Ask(path, arguments).Output;

    /// <summary>Asks git, or has it do something.</summary>
    /// <param name="path">A file; git runs in its folder.</param>
    /// <param name="arguments">What it is asked.</param>
    /// <returns>What it printed, or null and why it refused.</returns>
    public static (byte[]? Output, string Refusal) Ask(string path, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(path)),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var refusal = process.StandardError.ReadToEndAsync();
            using var bytes = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(bytes);
            return process.WaitForExit(Patience) && process.ExitCode == 0 ? (bytes.ToArray(), "") : (null, refusal.GetAwaiter().GetResult().Trim());
        }
        catch (Win32Exception e)
        {
            // There is no git here, or no such folder.
            return (null, e.Message);
        }
    }
}
