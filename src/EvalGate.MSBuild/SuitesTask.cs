using EvalGate.Files;
using EvalGate.Model;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace EvalGate.MSBuild;

/// <summary>A task about the suites of a project and the runs that its test program just made.</summary>
public abstract class SuitesTask : Task
{
    /// <summary>The project's folder.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>The folder with the resolved suites.</summary>
    [Required]
    public string SuitesFolder { get; set; } = "";

    /// <summary>The folder with one folder of runs per suite.</summary>
    [Required]
    public string RunsFolder { get; set; } = "";

    /// <summary>Only this suite; empty for all.</summary>
    public string Suite { get; set; } = "";

    private protected string Project => Path.GetFullPath(ProjectFolder);

    private protected string Suites => Path.GetFullPath(SuitesFolder, Project);

    private protected string Runs => Path.GetFullPath(RunsFolder, Project);

    /// <summary>Where suites and cases are read from.</summary>
    /// <param name="other">The folder that replaces the project's, or null.</param>
    private protected EvalRoot Root(string? other) => new(Project, Path.Combine(Suites, "files"), other);

    /// <summary>The suites that are meant: one by its name, or all; an error when there is none.</summary>
    private protected IReadOnlyList<string> Chosen()
    {
        var all = GeneratedFolder.Suites(Suites);
        string[] chosen = [.. all.Where(name => Suite.Length == 0 || name == Suite)];
        if (chosen.Length == 0)
        {
            DiagnosticLog.Write(Log, DiagnosticCodes.UnknownName, all.Count == 0 ? "there is no suite here." : $"there is no suite '{Suite}'; there are {string.Join(", ", all)}.{Nearest.Hint(Suite, all)}");
        }

        return chosen;
    }

    /// <summary>Does the work; what the disk refuses becomes an error.</summary>
    private protected void Try(Action work)
    {
        try
        {
            work();
        }
        catch (FilesException e)
        {
            DiagnosticLog.Write(Log, DiagnosticCodes.BadFile, e.Message);
        }
    }
}
