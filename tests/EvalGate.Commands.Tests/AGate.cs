using EvalGate.Files;
using EvalGate.Gating;

namespace EvalGate.Commands.Tests;

public static class AGate
{
    [Fact]
    public static void WritesVerdictAndReportBesideTheRun()
    {
        using var project = Accepted();

        var result = GateCommand.Execute(project.Load(), project.Run(3, "q-00", "q-01", "q-02", "q-03", "q-04", "q-05"), project.Results);

        Assert.Equal(Verdict.Regressed, result.Verdict.Verdict);
        Assert.Equal(Path.Combine(project.Results, "verdict.json"), result.JsonPath);
        Assert.Contains("\"verdict\": \"regressed\"", File.ReadAllText(result.JsonPath), StringComparison.Ordinal);
        Assert.Equal(result.Report, File.ReadAllText(result.ReportPath));
        Assert.StartsWith("## ❌ EvalGate toy", result.Report, StringComparison.Ordinal);
    }

    [Fact]
    public static void GivesTheSameBytesForTheSameRun()
    {
        using var project = Accepted();
        var run = project.Run(3, "q-00", "q-13");

        var first = File.ReadAllBytes(GateCommand.Execute(project.Load(), run, project.Results).JsonPath);
        var second = File.ReadAllBytes(GateCommand.Execute(project.Load(), run with { Records = [.. run.Records.Reverse()] }, project.Results).JsonPath);

        Assert.Equal(first, second);
    }

    [Fact]
    public static void LetsAnAcceptedRegressionPassUntilItsDayIsOver()
    {
        using var project = Accepted();
        project.Write("evals/waivers.yaml", "- { suite: toy, metric: correct, ceiling: 30pp, reason: the policy moved, expires: 2027-01-31 }\n");
        project.Write("evals/toy.eval.yaml", AProject.Suite.Replace("max_drop: 2pp }", "max_drop: 2pp, slices: none }", StringComparison.Ordinal));
        project.Generate();
        var run = project.Run(3, "q-00", "q-01", "q-02", "q-03", "q-04", "q-05");

        var before = GateCommand.Execute(project.Load() with { Today = new(2027, 1, 31) }, run, project.Results);
        Assert.False(before.Verdict.Blocks);
        Assert.Contains("accepted up to 30.0 pp until 2027-01-31: the policy moved", before.Report, StringComparison.Ordinal);

        Assert.True(GateCommand.Execute(project.Load() with { Today = new(2027, 2, 1) }, run, project.Results).Verdict.Blocks);
    }

    [Fact]
    public static void DoesNotJudgeWithoutABaseline()
    {
        using var project = Generated();

        Assert.Equal(NotJudgedKind.NoBaseline, GateCommand.Execute(project.Load(), project.Run(), project.Results).Verdict.WholeRun?.Kind);
    }

    [Fact]
    public static void DoesNotJudgeAgainstADamagedBaseline()
    {
        using var project = Accepted();
        File.WriteAllText(project.Baseline, File.ReadAllText(project.Baseline).Replace("[1,1]", "[0,0]", StringComparison.Ordinal));

        Assert.Equal(NotJudgedKind.BadBaseline, GateCommand.Execute(project.Load(), project.Run(3), project.Results).Verdict.WholeRun?.Kind);
    }

    [Fact]
    public static void DoesNotJudgeARunThatWasCutOff()
    {
        using var project = Accepted();

        Assert.Equal(NotJudgedKind.Broken, GateCommand.Execute(project.Load(), project.Run(3) with { End = null }, project.Results).Verdict.WholeRun?.Kind);
    }

    [Fact]
    public static void ForgetsWhatItWrote()
    {
        using var project = Accepted();
        var result = GateCommand.Execute(project.Load(), project.Run(3), project.Results);

        GateCommand.Forget(project.Results);
        GateCommand.Forget(project.Results);

        Assert.False(File.Exists(result.JsonPath) || File.Exists(result.ReportPath));
    }

    [Fact]
    public static void SaysWhereItCouldNotWrite()
    {
        using var project = Accepted();
        Directory.CreateDirectory(Path.Combine(project.Results, "verdict.json"));

        Assert.Contains("verdict.json", Assert.Throws<FilesException>(() => GateCommand.Execute(project.Load(), project.Run(3), project.Results)).Message, StringComparison.Ordinal);
    }

    private static AProject Generated()
    {
        var project = new AProject();
        project.Generate();
        return project;
    }

    private static AProject Accepted()
    {
        var project = Generated();
        Assert.IsType<Accepted>(AcceptCommand.Execute(project.Load(), [project.Run(1), project.Run(2)], "a tester", null).Acceptance);
        return project;
    }
}
