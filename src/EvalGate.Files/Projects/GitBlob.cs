using System.ComponentModel;
using System.Diagnostics;

namespace EvalGate.Files;

/// <summary>A file as a git revision has it.</summary>
internal static class GitBlob
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The file's bytes; null when git, the revision or the file is not there.</summary>
    /// <param name="path">The file's path in the work tree, whether it exists there or not.</param>
    /// <param name="revision">Any text; behind the end of options it names nothing but a revision.</param>
    public static byte[]? Read(string path, string revision)
    {
        var start = new ProcessStartInfo("git", ["cat-file", "blob", "--end-of-options", $"{revision}:./{Path.GetFileName(path)}"])
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(path)),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            using var bytes = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(bytes);
            return process.WaitForExit(Patience) && process.ExitCode == 0 ? bytes.ToArray() : null;
        }
        catch (Win32Exception)
        {
            // There is no git here, or no such folder.
            return null;
        }
    }
}
