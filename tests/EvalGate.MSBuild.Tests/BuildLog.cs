using System.Collections;
using Microsoft.Build.Framework;

namespace EvalGate.MSBuild.Tests;

/// <summary>Remembers what tasks log, as a build prints it; messages of low importance are not shown.</summary>
internal sealed class BuildLog(string folder) : IBuildEngine
{
    public List<string> Errors { get; } = [];

    public List<string> Warnings { get; } = [];

    public List<string> Messages { get; } = [];

    public List<string?> HelpLinks { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 104;

    public int ColumnNumberOfTaskNode => 5;

    public string ProjectFileOfTaskNode => "EvalGate.targets";

    public void LogErrorEvent(BuildErrorEventArgs e)
    {
        Errors.Add($"{Near(e.File)}({e.LineNumber},{e.ColumnNumber}): {e.Subcategory}error {e.Code}: {e.Message}");
        HelpLinks.Add(e.HelpLink);
    }

    public void LogWarningEvent(BuildWarningEventArgs e) => Warnings.Add($"{Near(e.File)}({e.LineNumber},{e.ColumnNumber}): {e.Subcategory}warning {e.Code}: {e.Message}");

    public void LogMessageEvent(BuildMessageEventArgs e)
    {
        if (e.Importance != MessageImportance.Low)
        {
            Messages.Add(e.Message!);
        }
    }

    public void LogCustomEvent(CustomBuildEventArgs e) => Messages.Add(e.Message!);

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) =>
        throw new InvalidOperationException("No task of ours builds projects.");

    private string Near(string? file) => file is null ? "" : file.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
