using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace EvalGate.GitHub.Tests;

/// <summary>A script of this folder, run by Node; what it fetches from npm stays below <c>obj/</c>.</summary>
internal static class NodeScript
{
    /// <summary>Where the scripts keep what they fetch and make.</summary>
    public static string Folder { get; } = Setting("NpmFolder");

    /// <summary>Why no script can run here; null when one can.</summary>
    public static string? Missing { get; } = WhyMissing();

    /// <summary>Starts a script; its first argument is <see cref="Folder"/>.</summary>
    public static Process Start(string script, params string[] arguments)
    {
        Directory.CreateDirectory(Folder);
        return Process.Start(new ProcessStartInfo("node", [Path.Combine(Setting("DescriptionFolder"), script), Folder, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    private static string? WhyMissing()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            node.WaitForExit();
            return node.ExitCode == 0 ? null : "Node does not start.";
        }
        catch (Win32Exception)
        {
            return "Node is not installed; 'apt-get install nodejs npm' does it.";
        }
    }

    private static string Setting(string key) => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
