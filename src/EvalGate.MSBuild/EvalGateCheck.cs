using EvalGate.Commands;
using EvalGate.Files;
using EvalGate.Html;
using EvalGate.Model;
using EvalGate.Reports;
using Microsoft.Build.Framework;

namespace EvalGate.MSBuild;

/// <summary>Judges the runs that the test program just made: an error for each rule that is broken, at its place in the suite; one message for the rest.</summary>
public sealed class EvalGateCheck : SuitesTask
{
    /// <summary>What the test program was told to call its session.</summary>
    [Required]
    public string Session { get; set; } = "";

    /// <summary>How the test program ended.</summary>
    public int ProgramExitCode { get; set; }

    /// <summary>The project's mode; the environment variable <c>EVALGATE_MODE</c> wins.</summary>
    public string Mode { get; set; } = "";

    /// <summary>The environment's variables by name.</summary>
    internal Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <inheritdoc/>
    public override bool Execute()
    {
        var environment = EvalEnvironment.Read(Variable, Mode);
        foreach (var problem in environment.Problems)
        {
            DiagnosticLog.Write(Log, DiagnosticCodes.WrongValue, problem);
        }

        Try(() => Judge(environment));
        if (ProgramExitCode != 0 && !Log.HasLoggedErrors)
        {
            DiagnosticLog.Write(Log, DiagnosticCodes.TestsFailed, $"the gate is open, and the test program ended with {ProgramExitCode}: a case failed its own test, or the program broke off. What it said stands above.");
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

        var gated = GateSessionCommand.Execute(new()
        {
            SuitesFolder = Suites,
            Root = Root(environment.Root),
            RunsFolder = Runs,
            Session = Session,
            Suites = Chosen(),
            Environment = environment,
            Page = HtmlReport.Write,
        });
        foreach (var error in gated.SelectMany(g => g.Errors))
        {
            DiagnosticLog.Write(Log, Project, error);
        }

        var rest = gated.SelectMany(g => CheckReport.Lines(g, Project)).DefaultIfEmpty("EvalGate: no suite has a gate and cases to run, so nothing was judged.");
        Log.LogMessage(MessageImportance.High, "{0}", string.Join('\n', rest));
    }
}
