namespace EvalGate.MSBuild.Tests;

public sealed class ACheck : IDisposable
{
    private static readonly Trial Same = new Trial().With("de", bothPass: 20).With("en", bothPass: 20);

    private static readonly Trial Worse = new Trial().With("de", bothPass: 10, losses: 10).With("en", bothPass: 20);

    private static readonly (string Name, string Value) BuildServer = ("CI", "true");

    private readonly AProgramThatRan _program = new();

    private BuildLog Log => _program.Log;

    [Fact]
    public void OfACalmRunIsOneMessage()
    {
        Assert.True(_program.With(Same).Check());

        var message = Assert.Single(Log.Messages);
        Assert.Equal("EvalGate support: clear – identical on all 40 cases\n  Full report: TestResults/evalgate/net10.0/support/report.html", message);
        Assert.Empty(Log.Errors.Concat(Log.Warnings));
    }

    [Fact]
    public void NamesEachBrokenRuleAtItsPlaceWithAnExplanation()
    {
        Assert.False(_program.With(Worse).Check());

        Assert.Equal(2, Log.Errors.Count);
        Assert.All(Log.Errors, e => Assert.StartsWith($"{Path.Combine("evals", "support.eval.yaml")}(", e, StringComparison.Ordinal));
        Assert.Contains(Log.Errors, e => e.Contains("): error EG2001: slice language=de: correct fell 50.0 pp, from 100.0 % to 50.0 % of 20 cases", StringComparison.Ordinal));
        Assert.All(Log.HelpLinks, link => Assert.EndsWith("codes.md#eg2001", link, StringComparison.Ordinal));
        Assert.StartsWith("EvalGate support: REGRESSED", Assert.Single(Log.Messages), StringComparison.Ordinal);
    }

    [Fact]
    public void PutsTheReportIntoTheStepSummary()
    {
        var summary = _program.File("summary.md");

        Assert.False(_program.With(Worse).Check(variables: [("GITHUB_STEP_SUMMARY", summary)]));

        Assert.StartsWith("## ❌ EvalGate support: REGRESSED", File.ReadAllText(summary), StringComparison.Ordinal);
    }

    [Fact]
    public void NeverWarns()
    {
        var unsure = new Trial().With("de", bothPass: 16, losses: 4).With("en", bothPass: 40);

        Assert.True(_program.With(unsure).Check());

        Assert.Empty(Log.Warnings);
        Assert.Contains("EG2004 ", Assert.Single(Log.Messages), StringComparison.Ordinal);
        Assert.DoesNotContain("warning", Log.Messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void OfSeveralSuitesJudgesEachAndSaysTheRestAtOnce()
    {
        Assert.True(_program.With(Same).With(Same, "talks", isAccepted: false).Check());

        var message = Assert.Single(Log.Messages);
        Assert.Contains("EvalGate support: clear", message, StringComparison.Ordinal);
        Assert.Contains("EvalGate talks: ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void LooksAtOneSuiteWhenAskedTo()
    {
        Assert.True(_program.With(Worse).With(Same, "talks").Check(suite: "talks"));

        Assert.DoesNotContain("support", Assert.Single(Log.Messages).Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public void MissesABaselineOnABuildServerOnly()
    {
        _program.With(Same, isAccepted: false);

        Assert.True(_program.Check());
        Assert.False(_program.Check(variables: BuildServer));

        Assert.Contains("error EG2003: support was not judged: there is no baseline yet", Assert.Single(Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void NeverTakesAnOlderRunForTheOneThatWasNotMade()
    {
        Assert.False(_program.With(Same, session: "an-earlier-session").Check(exitCode: 134));

        Assert.Contains("error EG2003: support was not judged: no run was made", Assert.Single(Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void FailsWithAProgramThatFailed()
    {
        Assert.False(_program.With(Same).Check(exitCode: 2));

        Assert.Contains("error EG3004: the gate is open, and the test program ended with 2", Assert.Single(Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void BlocksNothingInModeWarn()
    {
        Assert.True(_program.With(Worse).Check(variables: [BuildServer, ("EVALGATE_MODE", "warn")]));

        Assert.Contains("EG2001 ", Assert.Single(Log.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("record")]
    [InlineData("skip")]
    public void JudgesNothingInTheModesThatDoNot(string mode)
    {
        Assert.True(_program.With(Worse).Check(mode: mode));

        Assert.Equal([$"EvalGate: mode {mode}, so nothing was judged."], Log.Messages);
    }

    [Fact]
    public void RefusesAModeThatDoesNotExist()
    {
        Assert.False(_program.With(Same).Check(mode: "loud"));

        Assert.Contains("error EG1008: EVALGATE_MODE is 'loud'", Assert.Single(Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void OfAShardWithoutCasesSaysThatNothingWasJudged()
    {
        Assert.True(_program.With(Same, session: "an-earlier-session").Check(variables: ("EVALGATE_SHARD", EmptyShard(Same))));

        Assert.Equal(["EvalGate: no suite has a gate and cases to run, so nothing was judged."], Log.Messages);
    }

    [Fact]
    public void OfASuiteThatIsNotThereIsAnError()
    {
        Assert.False(_program.With(Same).Check(suite: "suport"));

        Assert.Contains("error EG1011: there is no suite 'suport'; there are support. Did you mean 'support'?", Assert.Single(Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void SaysWhatItCouldNotWrite()
    {
        Directory.CreateDirectory(Path.Combine(_program.With(Same).Project, "TestResults", "evalgate", "net10.0", "support", "verdict.json"));

        Assert.False(_program.Check());

        Assert.Contains("error EG3001: ", Assert.Single(Log.Errors), StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();

    private static string EmptyShard(Trial trial) =>
        Enumerable.Range(1, 1000).Select(i => $"{i}/1000").First(text => Datasets.Shard.TryParse(text, out var shard) && !trial.AllCases.Any(c => shard!.Contains(c.Id)));
}
