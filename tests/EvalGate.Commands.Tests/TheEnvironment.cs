namespace EvalGate.Commands.Tests;

public static class TheEnvironment
{
    [Fact]
    public static void EnforcesOnADeskUnlessItSaysOtherwise() => Assert.Equivalent(new EvalEnvironment(), Read());

    [Theory]
    [InlineData("", "", EvalMode.Enforce)]
    [InlineData("", "record", EvalMode.Record)]
    [InlineData("Warn", "record", EvalMode.Warn)]
    [InlineData("SKIP", "", EvalMode.Skip)]
    [InlineData("enforce", "skip", EvalMode.Enforce)]
    public static void WinsOverTheModeOfTheProject(string variable, string project, EvalMode expected) =>
        Assert.Equal(expected, EvalEnvironment.Read(name => name == "EVALGATE_MODE" ? variable : null, project).Mode);

    [Theory]
    [InlineData("CI", "true", true)]
    [InlineData("CI", "1", true)]
    [InlineData("CI", "false", false)]
    [InlineData("CI", "FALSE", false)]
    [InlineData("CI", "0", false)]
    [InlineData("CI", "", false)]
    [InlineData("TF_BUILD", "True", true)]
    [InlineData("GITHUB_ACTIONS", "true", true)]
    [InlineData("JENKINS_URL", "https://ci.example", true)]
    [InlineData("BITBUCKET_BUILD_NUMBER", "17", true)]
    [InlineData("SHELL", "true", false)]
    public static void KnowsBuildServers(string name, string value, bool expected) => Assert.Equal(expected, Read((name, value)).IsCi);

    [Fact]
    public static void MayOverrideTheBuildServer()
    {
        Assert.False(Read(("CI", "true"), ("EVALGATE_CI", "0")).IsCi);
        Assert.True(Read(("EVALGATE_CI", "1")).IsCi);
    }

    [Fact]
    public static void NamesShardFoldersSessionAndSummary()
    {
        var read = Read(
            ("EVALGATE_SHARD", "3/8"),
            ("EVALGATE_AB", "gpt-5.1_mini"),
            ("EVALGATE_ROOT", "/evals"),
            ("EVALGATE_RESULTS", "/runs"),
            ("TESTINGPLATFORM_DOTNETTEST_EXECUTIONID", "e1"),
            ("GITHUB_STEP_SUMMARY", "/summary.md"));

        Assert.Equal((new(3, 8), "gpt-5.1_mini"), (read.Shard, read.Variant));
        Assert.Equal(("/evals", "/runs", "e1", "/summary.md"), (read.Root, read.Results, read.Session, read.StepSummary));
        Assert.False(read.IsRetry);
    }

    [Fact]
    public static void KnowsARetryByItsAttempt()
    {
        Assert.True(Read(("TESTINGPLATFORM_LOGICAL_RUN_ID", "r"), ("TESTINGPLATFORM_DOTNETTEST_ATTEMPTNUMBER", "2")).IsRetry);
        Assert.False(Read(("TESTINGPLATFORM_LOGICAL_RUN_ID", "r"), ("TESTINGPLATFORM_DOTNETTEST_ATTEMPTNUMBER", "1")).IsRetry);
        Assert.False(Read(("TESTINGPLATFORM_DOTNETTEST_ATTEMPTNUMBER", "2")).IsRetry);
        Assert.Equal("mine", Read(("TESTINGPLATFORM_LOGICAL_RUN_ID", "r"), ("EVALGATE_SESSION", "mine")).Session);
    }

    [Theory]
    [InlineData("", "", SnapshotMode.Verify, "")]
    [InlineData("Collect", "1", SnapshotMode.Collect, "")]
    [InlineData("record", "0", SnapshotMode.Record, "")]
    [InlineData("record", "1", SnapshotMode.Verify, "EVALGATE_SNAPSHOTS is 'record', which approves whatever comes out: not in CI.")]
    [InlineData("off", "", SnapshotMode.Off, "")]
    [InlineData("accept", "", SnapshotMode.Verify, "EVALGATE_SNAPSHOTS is 'accept'; allowed are verify, collect, record and off.")]
    internal static void SaysWhatIsDoneWithSnapshots(string value, string ci, SnapshotMode expected, string problem)
    {
        var read = Read(("EVALGATE_SNAPSHOTS", value), ("EVALGATE_CI", ci));

        Assert.Equal((expected, problem), (read.Snapshots, string.Join('\n', read.Problems)));
    }

    [Fact]
    public static void TellsEveryMistakeAtOnce() =>
        Assert.Equal(
            [
                "EVALGATE_MODE is 'loud'; allowed are enforce, warn, record and skip.",
                "EVALGATE_CI is 'yes'; allowed are 0 and 1.",
                "EVALGATE_SHARD is '9/8'; write it as 3/8: the third of eight shards.",
            ],
            Read(("EVALGATE_MODE", "loud"), ("EVALGATE_CI", "yes"), ("EVALGATE_SHARD", "9/8")).Problems);

    [Theory]
    [InlineData("candidate")]
    [InlineData("old prompt")]
    [InlineData("../baseline")]
    public static void RefusesAVariantThatIsNoName(string variant) => Assert.Equal(
        $"EVALGATE_AB is '{variant}'; it names the variant to compare with, such as baseline: letters, digits, '.', '_' and '-', and not 'candidate', which is the other one.",
        Assert.Single(Read(("EVALGATE_AB", variant)).Problems));

    private static EvalEnvironment Read(params (string Name, string Value)[] variables) =>
        EvalEnvironment.Read(name => variables.SingleOrDefault(v => v.Name == name).Value, null);
}
