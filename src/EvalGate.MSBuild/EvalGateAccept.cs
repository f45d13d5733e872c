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

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var names = GeneratedFolder.Suites(SuitesFolder).Where(n => Suite.Length == 0 || n == Suite).ToArray();
            if (names.Length == 0)
            {
                Log.LogError(null, DiagnosticCodes.NotAcceptable, null, null, 0, 0, 0, 0, "{0}",
                    Suite.Length == 0 ? "there is no suite to accept" : $"there is no suite '{Suite}'; there are {string.Join(", ", GeneratedFolder.Suites(SuitesFolder))}");
            }

            foreach (var name in names)
            {
                Accept(name);
            }
        }
        catch (FilesException e)
        {
            Log.LogError(null, DiagnosticCodes.BadFile, null, null, 0, 0, 0, 0, "{0}", e.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private void Accept(string name)
    {
        var root = new EvalRoot(Path.GetFullPath(ProjectFolder), Path.GetFullPath(Path.Combine(SuitesFolder, "files"), Path.GetFullPath(ProjectFolder)), null);
        var loaded = LoadedSuite.Load(GeneratedFolder.SuitePath(SuitesFolder, name), root);
        if (loaded.Suite.Gate is null)
        {
            return;
        }

        var runs = RunFolder.All(Path.Combine(RunsFolder, name)).Runs.Reverse().ToArray();
        if (runs.Length == 0)
        {
            Log.LogError(null, DiagnosticCodes.NotAcceptable, null, null, 0, 0, 0, 0, "{0}", $"{name}: no run was made; see the output of the test program above");
            return;
        }

        var result = AcceptCommand.Execute(loaded, runs, AcceptedBy, Reason.Length == 0 ? null : Reason, WithSnapshots);
        foreach (var problem in (result.Acceptance as Refused)?.Problems ?? [])
        {
            DiagnosticLog.Write(Log, root.Folder, problem);
        }

        if (result.Acceptance is Accepted accepted)
        {
            Log.LogMessage(MessageImportance.High, "{0}", AcceptReport.Write(accepted.Baseline, Path.GetRelativePath(root.Folder, result.BaselinePath), result.AgainstOld));
        }
    }
}
