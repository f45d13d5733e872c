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

    /// <inheritdoc/>
    public override bool Execute()
    {
        var folder = Path.GetFullPath(ProjectFolder);
        var request = new GenerateRequest
        {
            ProjectFolder = folder,
            Suites = [.. Suites.Select(s => Path.GetRelativePath(folder, s.GetMetadata("FullPath")).Replace('\\', '/'))],
            OutputFolder = Path.GetFullPath(OutputFolder, folder),
            Options = new(RootNamespace, folder, Parallel, 1),
        };
        try
        {
            var result = GenerateCommand.Execute(request, new YamlLanguage());
            foreach (var diagnostic in result.Diagnostics)
            {
                DiagnosticLog.Write(Log, folder, diagnostic);
            }

            Log.LogMessage(MessageImportance.Low, "{0}", $"EvalGate: {Suites.Length} suites checked, {result.Written} files written.");
        }
        catch (FilesException e)
        {
            DiagnosticLog.Write(Log, DiagnosticCodes.BadFile, e.Message);
        }

        return !Log.HasLoggedErrors;
    }
}
