using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using Xunit;

namespace EvalGate.TestKit;

/// <summary>A script of the test project, run by Node. What it fetches from npm stays below the project's <c>obj/</c>.</summary>
public static class NodeScript
{
    private static readonly string Project = Path.GetDirectoryName(Assembly.GetEntryAssembly()!.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "ApprovedFolder").Value!)!;

    private static readonly string? Missing = WhyMissing();

    /// <summary>Where scripts keep what they fetch and make.</summary>
    public static string Folder { get; } = Path.Combine(Project, "obj", "npm");

    /// <summary>Starts a script. The test is skipped where there is no Node.</summary>
    /// <param name="script">Its path in the test project.</param>
    /// <param name="arguments">What follows its first argument, which is <see cref="Folder"/>.</param>
    public static Process Start(string script, params IEnumerable<string> arguments)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        Directory.CreateDirectory(Folder);
        return Process.Start(new ProcessStartInfo("node", [Path.Combine(Project, script), Folder, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    /// <summary>What a script prints. Where npm cannot be reached the test is skipped, in CI it fails.</summary>
    /// <param name="script">Its path in the test project.</param>
    /// <param name="arguments">What follows its first argument.</param>
    public static async Task<string> OutputAsync(string script, params IEnumerable<string> arguments)
    {
        using var process = Start(script, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var problem = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.SkipWhen(process.ExitCode != 0 && Environment.GetEnvironmentVariable("CI") is null or "", $"{script} cannot run here: {await problem}");
        Assert.True(process.ExitCode == 0, await problem);
        return await output;
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
}
