using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;
using Microsoft.Build.Framework;

namespace EvalGate.MSBuild;

/// <summary>Makes the runs that were just made the baselines of their suites.</summary>
public sealed class EvalGateAccept : SuitesTask
{
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
        Try(() =>
        {
            foreach (var name in Chosen())
            {
                Accept(name);
            }
        });
        return !Log.HasLoggedErrors;
    }

    private void Accept(string name)
    {
        var root = Root(null);
        var loaded = LoadedSuite.Load(GeneratedFolder.SuitePath(Suites, name), root);
        if (loaded.Suite.Gate is null)
        {
            return;
        }

        var runs = RunFolder.All(Path.Combine(Runs, name)).Runs.Reverse().ToArray();
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
