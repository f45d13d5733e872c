using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace EvalGate.MSBuild;

/// <summary>Makes the runs that were just made the baselines of their suites.</summary>
public sealed class EvalGateAccept : Task
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

    /// <summary>Who accepts.</summary>
    [Required]
    public string AcceptedBy { get; set; } = "";

    /// <summary>Why the runs are accepted; may be empty.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Approves snapshots that block, too; otherwise they stand in the way.</summary>
    public bool WithSnapshots { get; set; }

    private string Project => Path.GetFullPath(ProjectFolder);

    private string Suites => Path.GetFullPath(SuitesFolder, Project);

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            foreach (var name in ChosenSuites.Of(Suites, Suite, Log))
            {
                Accept(name);
            }
        }
        catch (FilesException e)
        {
            DiagnosticLog.Write(Log, DiagnosticCodes.BadFile, e.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private void Accept(string name)
    {
        var root = new EvalRoot(Project, Path.Combine(Suites, "files"), null);
        var loaded = LoadedSuite.Load(GeneratedFolder.SuitePath(Suites, name), root);
        if (loaded.Suite.Gate is null)
        {
            return;
        }

        var runs = RunFolder.All(Path.Combine(Path.GetFullPath(RunsFolder, Project), name)).Runs.Reverse().ToArray();
        if (runs.Length == 0)
        {
            DiagnosticLog.Write(Log, DiagnosticCodes.NotAcceptable, $"{name}: no run was made; see the output of the test program above");
            return;
        }

        var result = AcceptCommand.Execute(loaded, runs, AcceptedBy, Reason.Length == 0 ? null : Reason, WithSnapshots);
        foreach (var problem in (result.Acceptance as Refused)?.Problems ?? [])
        {
            DiagnosticLog.Write(Log, root.Folder, problem);
        }

        if (result.Acceptance is Accepted accepted)
        {
            Log.LogMessage(MessageImportance.High, "{0}", AcceptReport.Write(accepted.Baseline, Near.Path(root.Folder, result.BaselinePath), result.AgainstOld));
        }
    }
}
