using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Model;
using EvalGate.Reports;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace EvalGate.MSBuild;

/// <summary>Judges the runs that the test program just made: an error for each rule that is broken, at its place in the suite; one message for the rest.</summary>
public sealed class EvalGateCheck : Task
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

    /// <summary>What the test program was told to call its session.</summary>
    [Required]
    public string Session { get; set; } = "";

    /// <summary>How the test program ended.</summary>
    public int ProgramExitCode { get; set; }

    /// <summary>The project's mode; the environment variable <c>EVALGATE_MODE</c> wins.</summary>
    public string Mode { get; set; } = "";

    /// <summary>Only this suite; empty for all.</summary>
    public string Suite { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var environment = EvalEnvironment.Read(Environment.GetEnvironmentVariable, Mode);
        foreach (var problem in environment.Problems)
        {
            Log.LogError(null, DiagnosticCodes.WrongValue, null, DiagnosticLog.Link(DiagnosticCodes.WrongValue), null, 0, 0, 0, 0, "{0}", problem);
        }

        try
        {
            Judge(environment);
        }
        catch (FilesException e)
        {
            Log.LogError(null, DiagnosticCodes.BadFile, null, DiagnosticLog.Link(DiagnosticCodes.BadFile), null, 0, 0, 0, 0, "{0}", e.Message);
        }

        if (ProgramExitCode != 0 && !Log.HasLoggedErrors)
        {
            const string Code = DiagnosticCodes.TestsFailed;
            Log.LogError(null, Code, null, DiagnosticLog.Link(Code), null, 0, 0, 0, 0, "{0}", $"the gate is open, and the test program ended with {ProgramExitCode}: a case failed its own test, or the program broke off. What it said stands above.");
        }

        return !Log.HasLoggedErrors;
    }

    private void Judge(EvalEnvironment environment)
    {
        if (Log.HasLoggedErrors)
        {
            return;
        }

        if (!environment.Judges)
        {
            Log.LogMessage(MessageImportance.High, "{0}", $"EvalGate: mode {environment.Mode.ToString().ToLowerInvariant()}, so nothing was judged.");
            return;
        }

        var folder = Path.GetFullPath(ProjectFolder);
        var suites = Path.GetFullPath(SuitesFolder, folder);
        var gated = GateSessionCommand.Execute(new()
        {
            SuitesFolder = suites,
            Root = new(folder, Path.Combine(suites, "files"), environment.Root),
            RunsFolder = Path.GetFullPath(RunsFolder, folder),
            Session = Session,
            Suite = Suite.Length == 0 ? null : Suite,
            Environment = environment,
        });
        foreach (var error in gated.SelectMany(g => g.Errors))
        {
            DiagnosticLog.Write(Log, folder, error);
        }

        var rest = string.Join('\n', gated.SelectMany(g => CheckReport.Lines(g, folder)));
        if (rest.Length > 0)
        {
            Log.LogMessage(MessageImportance.High, "{0}", rest);
        }
    }
}
