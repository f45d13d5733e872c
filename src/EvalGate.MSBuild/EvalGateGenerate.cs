using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Suites;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace EvalGate.MSBuild;

/// <summary>Checks suites and cases and writes their theories.</summary>
public sealed class EvalGateGenerate : Task
{
    /// <summary>The suites.</summary>
    [Required]
#pragma warning disable CA1819 // MSBuild sets item lists as arrays.
    public ITaskItem[] Suites { get; set; } = [];
#pragma warning restore CA1819

    /// <summary>The project's folder.</summary>
    [Required]
    public string ProjectFolder { get; set; } = "";

    /// <summary>Where generated files go.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>Namespace of the theories.</summary>
    [Required]
    public string RootNamespace { get; set; } = "";

    /// <summary>Whether cases run in parallel.</summary>
    public bool Parallel { get; set; }

    /// <summary>Whether what is wrong with the cases, though they can be read, becomes warnings.</summary>
    public bool Lint { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        var folder = Path.GetFullPath(ProjectFolder);
        var paths = Suites.Select(s => s.GetMetadata("FullPath")).ToLookup(path => FolderPath.Below(folder, path) is not null);
        foreach (var path in paths[false])
        {
            DiagnosticLog.Write(Log, DiagnosticCodes.WrongValue, $"{path} lies outside the project's folder, and all that a suite names is relative to that: move it there.");
        }

        var request = new GenerateRequest
        {
            ProjectFolder = folder,
            // A suite that the project lists is one of the default items too.
            Suites = [.. paths[true].Select(path => FolderPath.Below(folder, path)!).Distinct(FolderPath.Comparer)],
            OutputFolder = Path.GetFullPath(OutputFolder, folder),
            Options = new(RootNamespace, folder, Parallel, 1),
            LintedOn = Lint ? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime) : null,
        };
        try
        {
            var result = GenerateCommand.Execute(request, new YamlLanguage());
            foreach (var diagnostic in result.Diagnostics)
            {
                DiagnosticLog.Write(Log, folder, diagnostic);
            }

            Log.LogMessage(MessageImportance.Low, "{0}", $"EvalGate: {request.Suites.Count} suites checked, {result.Written} files written.");
        }
        catch (FilesException e)
        {
            DiagnosticLog.Write(Log, DiagnosticCodes.BadFile, e.Message);
        }

        return !Log.HasLoggedErrors;
    }
}
