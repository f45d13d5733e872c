using System.Diagnostics;

namespace EvalGate.Warehouse.Tests.Servers;

/// <summary>Programs of the machine, run to their end.</summary>
internal static class Program
{
    /// <summary>The whole path of a program in one of these folders; null when it is not installed.</summary>
    public static string? Find(string name, params string[] folders) => folders.Select(f => Path.Combine(f, name)).FirstOrDefault(File.Exists);

    /// <summary>Runs a program; its output is the reason when it fails.</summary>
    public static void Run(string program, params string[] arguments)
    {
        // Output goes to the null device: a server that a program leaves behind would hold a pipe open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]))!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} failed: {process.ExitCode}");
    }
}
