using EvalGate.Files;

namespace EvalGate.Commands;

/// <summary>The project that evals go to: the test project itself, or a separate one where its runner cannot show a verdict.</summary>
internal abstract class EvalsHome
{
    /// <summary>Its folder, whole.</summary>
    public abstract string Folder { get; }

    public abstract string RootNamespace { get; }

    public abstract bool IsSeparate { get; }

    /// <summary>What the user should know of it.</summary>
    public abstract IEnumerable<string> Notes { get; }

    /// <summary>The home for the evals of a project.</summary>
    /// <param name="project">The project that somebody stands in.</param>
    /// <param name="output">The folder of a separate project; null for the usual place.</param>
    public static EvalsHome Of(ProjectFile project, string? output) =>
        output is null && CanHoldEvals(project) ? new TestProjectHome(project) : new SeparateHome(project, output);

    /// <summary>Adds what the project needs.</summary>
    public abstract void Prepare(InitWriter writer, string version);

    /// <summary>Lines in front of the end of an MSBuild file.</summary>
    protected static string Append(string text, string lines)
    {
        var end = text.LastIndexOf("</Project>", StringComparison.Ordinal);
        return end < 0 ? text : text[..end] + lines + text[end..];
    }

    /// <summary>Whether 'dotnet test' of the project runs xUnit v3 on Microsoft.Testing.Platform.</summary>
    private static bool CanHoldEvals(ProjectFile project)
    {
        var isXunit = project.Packages.Any(p => p is "xunit.v3" or "xunit.v3.mtp-v2" or "xunit.v3.core" or "xunit.v3.core.mtp-v2");
        var isVsTest = project.Packages.Contains("Microsoft.NET.Test.Sdk", StringComparer.OrdinalIgnoreCase) && !GlobalJson.NamesTestingPlatform(project.Folder);
        return isXunit && !isVsTest;
    }
}
