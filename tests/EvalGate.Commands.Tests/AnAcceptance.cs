using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports;

namespace EvalGate.Commands.Tests;

public static class AnAcceptance
{
    [Fact]
    public static void WritesABaselineOfAllRunsAndWhoAccepted()
    {
        using var project = Generated();

        var result = Accept(project, project.Run(1), project.Run(2, "q-03"));

        Assert.Equal(project.Baseline, result.BaselinePath);
        Assert.Null(result.AgainstOld);
        var baseline = Assert.IsType<BaselineFound>(BaselineFile.Read(project.Baseline, "toy")).Baseline;
        Assert.Equal(("a tester", "new prompt"), (baseline.Header.AcceptedBy, baseline.Header.Reason));
        Assert.Equal(2, baseline.Header.Runs.Count);
        Assert.False(baseline.Header.Metrics["correct"].Repeatable);
        Assert.Equal([1, 0], baseline.Cases.Single(c => c.Id == "q-03").Scores["correct"]);
    }

    [Fact]
    public static void ComparesWithTheBaselineItReplaces()
    {
        using var project = Generated();
        Accept(project, project.Run(1), project.Run(2));

        var worse = Accept(project, project.Run(3, "q-00", "q-01", "q-02", "q-03", "q-04", "q-05"));

        Assert.IsType<Accepted>(worse.Acceptance);
        Assert.Equal(Verdict.Regressed, worse.AgainstOld?.Verdict);
        Assert.Equal([0], Assert.IsType<BaselineFound>(BaselineFile.Read(project.Baseline, "toy")).Baseline.Cases[0].Scores["correct"]);
    }

    [Fact]
    public static void TellsWhatItAccepted()
    {
        using var project = Generated();
        var baseline = Assert.IsType<Accepted>(Accept(project, project.Run(1), project.Run(2)).Acceptance).Baseline;

        Assert.StartsWith("EvalGate accepted toy: 24 cases, 2 runs\n", AcceptReport.Write(baseline, "evals/toy.baseline.jsonl", null), StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<AProject, Run>, string> Refusals { get; } = new()
    {
        { "cut off", p => p.Run(3) with { End = null }, "the run was cut off after 24 results" },
        { "partial", p => p.Run(3) with { Records = [.. p.Run(3).Records.Skip(1)] }, "only 23 of 24 cases ran" },
        { "an error", p => p.Run(3) with { Records = [p.Run(3).Records[0] with { Errors = [new(ErrorKind.Subject, "it broke")] }, .. p.Run(3).Records.Skip(1)] }, "1 result is an error (q-00: it broke)" },
        { "a shard", p => p.Run(3) with { Header = p.Run(3).Header with { Shard = "1/2" } }, "shard 1/2 is complete" },
        { "other cases", p => p.Run(3) with { Header = p.Run(3).Header with { DatasetHash = "before" } }, "the cases changed since the run" },
        { "another metric", p => p.Run(3) with { Header = p.Run(3).Header with { Metrics = new Dictionary<string, string>() } }, "metric 'correct' is defined differently since the run" },
        { "another prompt", p => p.Run(3) with { Header = p.Run(3).Header with { Stack = new Dictionary<string, string> { ["prompt"] = "0123456789" } } }, "component 'prompt' changed since the run" },
    };

    [Theory]
    [MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public static void RefusesAndKeepsTheOldBaseline(string what, Func<AProject, Run> run, string problem)
    {
        using var project = Generated();
        Accept(project, project.Run(1), project.Run(2));
        var before = File.ReadAllBytes(project.Baseline);

        var refused = Assert.IsType<Refused>(Accept(project, run(project)).Acceptance);

        Assert.True(refused.Problems.Any(p => p.Message.Contains(problem, StringComparison.Ordinal)), $"{what}: {string.Join('\n', refused.Problems)}");
        Assert.All(refused.Problems, p => Assert.Equal(("EG3003", "evals/toy.eval.yaml", 11), (p.Code, p.Place.File, p.Place.Line)));
        Assert.Equal(before, File.ReadAllBytes(project.Baseline));
    }

    [Fact]
    public static void RefusesRunsOfDifferentCommits()
    {
        using var project = Generated();
        var other = project.Run(2);

        var refused = Assert.IsType<Refused>(Accept(project, project.Run(1), other with { Header = other.Header with { Commit = "other" } }).Acceptance);

        Assert.Contains("different commits or stacks", Assert.Single(refused.Problems).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(project.Baseline));
    }

    private static AcceptResult Accept(AProject project, params Run[] runs) => AcceptCommand.Execute(project.Load(), runs, "a tester", "new prompt");

    private static AProject Generated()
    {
        var project = new AProject();
        project.Generate();
        return project;
    }
}
