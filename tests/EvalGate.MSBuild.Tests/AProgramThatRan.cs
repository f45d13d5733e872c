using System.Text;
using EvalGate.Files;

namespace EvalGate.MSBuild.Tests;

/// <summary>A built project whose test program has run: resolved suites, cases, baselines and runs.</summary>
internal sealed class AProgramThatRan : IDisposable
{
    public const string Session = "this-session";

    private readonly TempFolder _folder = new();

    public AProgramThatRan() => Log = new(Project);

    public BuildLog Log { get; }

    public string Project => _folder["project"];

    /// <summary>Adds a suite with its cases and its baseline, and a run of them.</summary>
    public AProgramThatRan With(Trial trial, string name = "support", string session = Session, bool isAccepted = true)
    {
        var suite = trial.Suite with { Name = name, Gate = trial.Suite.Gate! with { Baseline = $"{name}.baseline.jsonl" } };
        ResolvedSuiteFile.Write(_folder[$"project/bin/evalgate/{name}.suite.json"], suite);
        using var lines = new MemoryStream();
        CaseWriter.Write(lines, trial.AllCases);
        _folder.Write("project/evals/support.cases.jsonl", Encoding.UTF8.GetString(lines.ToArray()));
        if (isAccepted)
        {
            var baseline = trial.Baseline;
            BaselineFile.Write(Path.Combine(Project, "evals", suite.Gate.Baseline), baseline with { Header = baseline.Header with { Suite = name } });
        }

        using var writer = RunWriter.Create(Path.Combine(Runs, name), trial.Run.Header with { Suite = name, Session = session });
        foreach (var record in trial.Run.Records)
        {
            writer.Append(record);
        }

        writer.Finish(trial.Run.End!);
        return this;
    }

    /// <summary>What the check says of it; the environment has these variables and no others.</summary>
    public bool Check(int exitCode = 0, string mode = "", string suite = "", params (string Name, string Value)[] variables) => new EvalGateCheck
    {
        BuildEngine = Log,
        ProjectFolder = Project,
        SuitesFolder = "bin/evalgate",
        RunsFolder = "TestResults/evalgate/net10.0",
        Session = Session,
        ProgramExitCode = exitCode,
        Mode = mode,
        Suite = suite,
        Variable = name => variables.FirstOrDefault(v => v.Name == name).Value,
    }.Execute();

    /// <summary>The path of a file beside the project.</summary>
    public string File(string name) => _folder[name];

    public void Dispose() => _folder.Dispose();

    private string Runs => Path.Combine(Project, "TestResults", "evalgate", "net10.0");
}
