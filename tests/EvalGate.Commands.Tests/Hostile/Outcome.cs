using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Commands.Tests.Hostile;

/// <summary>What became of a project with a hostile file.</summary>
/// <param name="Text">What is reported.</param>
/// <param name="Screen">What stands on the user's screen.</param>
/// <param name="IsGreen">Whether a build or a gate would pass.</param>
internal sealed record Outcome(string Text, string Screen, bool IsGreen)
{
    private const string Suite = "evals/toy.eval.yaml";

    public static Outcome Of(HostileFile file)
    {
        using var project = new AProject();
        return file.Role switch
        {
            Role.Suite => Build(project, Suite, file),
            Role.Cases => Build(project, "evals/toy.cases.jsonl", file),
            Role.YamlCases => BuildFromYaml(project, file),
            Role.Run => GateARun(project, file),
            _ => GateAgainst(project, file),
        };
    }

    private static Outcome Build(AProject project, string path, HostileFile file)
    {
        file.Damage(Path.Combine(project.Folder, path));
        var result = project.Generate();
        return Told(string.Join('\n', result.Diagnostics), result.Written > 0 || result.Diagnostics.All(d => d.Severity != Severity.Error));
    }

    private static Outcome BuildFromYaml(AProject project, HostileFile file)
    {
        const string Yaml = "evals/toy.cases.yaml";
        project.Write(Suite, AProject.Suite.Replace("toy.cases.jsonl", "toy.cases.yaml", StringComparison.Ordinal));
        project.Write(Yaml, string.Concat(File.ReadLines(Path.Combine(project.Folder, "evals/toy.cases.jsonl")).Select(l => $"- {l}\n")));
        return Build(project, Yaml, file);
    }

    private static Outcome GateARun(AProject project, HostileFile file)
    {
        Accept(project);
        var path = Write(project, project.Run(3));
        file.Damage(path);
        try
        {
            return Of(GateCommand.Execute(project.Load(), RunReader.Read(path), project.Results), project);
        }
        catch (Exception e) when (e is RunFileException or FilesException)
        {
            return Told(Readable(e.Message, project), isGreen: false);
        }
    }

    private static Outcome GateAgainst(AProject project, HostileFile file)
    {
        Accept(project);
        file.Damage(project.Baseline);
        try
        {
            return Of(GateCommand.Execute(project.Load(), project.Run(3), project.Results), project);
        }
        catch (FilesException e)
        {
            return Told(Readable(e.Message, project), isGreen: false);
        }
    }

    private static Outcome Of(GateResult result, AProject project)
    {
        var verdict = result.Verdict;
        var reason = verdict.WholeRun is { } whole ? $"{whole.Message}: {whole.Remedy}\n" : "";
        var text = Readable(reason + string.Join('\n', verdict.Findings), project);
        return new(text, TextReport.Write(verdict, new()), !verdict.Blocks || verdict.Verdict != Verdict.NotJudged);
    }

    private static Outcome Told(string text, bool isGreen) => new(text, text, isGreen);

    private static void Accept(AProject project)
    {
        project.Generate();
        Assert.IsType<Accepted>(AcceptCommand.Execute(project.Load(), [project.Run(1), project.Run(2)], "a tester", null).Acceptance);
    }

    private static string Write(AProject project, Run run)
    {
        using var writer = RunWriter.Create(project.Results, run.Header);
        foreach (var record in run.Records)
        {
            writer.Append(record);
        }

        writer.Finish(run.End!);
        return writer.Path;
    }

    private static string Readable(string text, AProject project) => text.Replace(project.Folder + "/", "", StringComparison.Ordinal);
}
