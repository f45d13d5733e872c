using EvalGate.Commands;
using EvalGate.Model;

namespace EvalGate.Xunit.Tests;

public static class ASuiteThatRuns
{
    private static readonly Dictionary<string, string> Nothing = [];

    private static Trial Same { get; } = new Trial().With("de", bothPass: 12).With("en", bothPass: 12);

    private static Trial Worse { get; } = new Trial().With("de", bothPass: 2, losses: 10).With("en", bothPass: 12);

    [Fact]
    public static async Task IsJudgedOnceWhenItsLastResultIsInTheFile()
    {
        using var project = new ABuiltProject().With(Same);
        await using var host = project.Host(ABuiltProject.OnADesk);
        var execution = host.Execution("support");

        await Parallel.ForEachAsync(Same.Run.Records, TestContext.Current.CancellationToken, async (record, _) =>
        {
            execution.Append(record, Nothing);
            await execution.ShowIfCompleteAsync();
        });
        await host.FinishAsync();

        Assert.Equal((Effect.Passes, "support: clear – identical on all 24 cases"), (Assert.Single(project.Shown).Effect, project.Shown[0].Headline));
        Assert.Equal(1 + 24 + 1, project.Run().Length);
        Assert.True(File.Exists(project.Result("verdict.json")) && File.Exists(project.Result("report.md")));
    }

    [Fact]
    public static async Task IsRedWhenASliceFell()
    {
        using var project = new ABuiltProject().With(Worse);
        await RunAsync(project, ABuiltProject.OnADesk, Worse.Run.Records);

        Assert.Equal(Effect.Blocks, Assert.Single(project.Shown).Effect);
        Assert.Contains("language=de: correct fell 83.3 pp", project.Shown[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task IsNotShownBeforeTheCasesThatItContinuesWereTestedToo()
    {
        using var project = new ABuiltProject().With(Same);
        await using (var cutOff = project.Host(ABuiltProject.OnADesk))
        {
            foreach (var record in Same.Run.Records.Take(5))
            {
                cutOff.Execution("support").Append(record, Nothing);
            }
        }

        await using var host = project.Host(ABuiltProject.OnADesk with { Resumes = true });
        foreach (var record in Same.Run.Records.Skip(5))
        {
            host.Execution("support").Append(record, Nothing);
        }

        await host.Execution("support").ShowIfCompleteAsync();
        Assert.Empty(project.Shown);
        await host.FinishAsync();
        Assert.Equal("support: clear – identical on all 24 cases", Assert.Single(project.Shown).Headline);
    }

    [Fact]
    public static async Task IsPartialAtTheEndOfASessionThatWasCutShort()
    {
        using var project = new ABuiltProject().With(Same);
        await RunAsync(project, ABuiltProject.OnADesk, Same.Run.Records.Take(5));
        await RunAsync(project, ABuiltProject.InCi, Same.Run.Records.Take(5));

        Assert.Equal([Effect.Shows, Effect.Blocks], project.Shown.Select(v => v.Effect));
        Assert.All(project.Shown, v => Assert.Contains("only 5 of 24 cases ran", v.Headline, StringComparison.Ordinal));
    }

    [Fact]
    public static async Task SaysNothingWhenNoneOfItsCasesRan()
    {
        using var project = new ABuiltProject().With(Same);
        await using var host = project.Host(ABuiltProject.InCi);

        await host.FinishAsync();

        Assert.Empty(project.Shown);
        Assert.False(Directory.Exists(Path.GetDirectoryName(project.Result("x"))));
    }

    [Theory]
    [InlineData(EvalMode.Record)]
    [InlineData(EvalMode.Skip)]
    internal static async Task IsNotJudgedInModesWithoutAVerdict(EvalMode mode)
    {
        using var project = new ABuiltProject().With(Worse);
        await RunAsync(project, ABuiltProject.InCi with { Mode = mode }, Worse.Run.Records);

        Assert.Empty(project.Shown);
        Assert.StartsWith("{\"end\":", project.Run()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public static async Task IsRecordedWithoutAVerdictWhereNobodyWantsToSeeOne()
    {
        using var project = new ABuiltProject().With(Worse);
        await using var host = project.Host(ABuiltProject.OnADesk);
        host.Sink = null;
        foreach (var record in Worse.Run.Records)
        {
            host.Execution("support").Append(record, Nothing);
        }

        await host.Execution("support").ShowIfCompleteAsync();
        await host.FinishAsync();

        Assert.False(File.Exists(project.Result("verdict.json")));
        Assert.StartsWith("{\"end\":", project.Run()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public static async Task WithoutAGateIsRecordedOnly()
    {
        using var project = new ABuiltProject().With(Worse, withGate: false);
        await RunAsync(project, ABuiltProject.InCi, Worse.Run.Records);

        Assert.Empty(project.Shown);
        Assert.Single(project.Runs());
    }

    [Fact]
    public static async Task CountsARepetitionOnce()
    {
        using var project = new ABuiltProject().With(Same);
        await RunAsync(project, ABuiltProject.OnADesk, [.. Same.Run.Records.Take(3), .. Same.Run.Records.Take(3)]);

        Assert.Equal(1 + 3 + 1, project.Run().Length);
    }

    [Fact]
    public static async Task ForgetsTheVerdictOfTheRunBefore()
    {
        using var project = new ABuiltProject().With(Same);
        await RunAsync(project, ABuiltProject.OnADesk, Same.Run.Records);
        await using var host = project.Host(ABuiltProject.OnADesk);

        host.Execution("support").Append(Same.Run.Records[0], Nothing);

        Assert.False(File.Exists(project.Result("verdict.json")) || File.Exists(project.Result("report.md")));
    }

    [Fact]
    public static async Task NamesEveryValueOfAComponentInItsEnd()
    {
        using var project = new ABuiltProject().With(Same);
        await using var host = project.Host(ABuiltProject.OnADesk);
        var execution = host.Execution("support");
        execution.Append(Same.Run.Records[0], new Dictionary<string, string> { ["model"] = "m-2" });
        execution.Append(Same.Run.Records[1], new Dictionary<string, string> { ["model"] = "m-1", ["index"] = "7" });
        execution.Append(Same.Run.Records[2], new Dictionary<string, string> { ["model"] = "m-2" });

        Assert.Equal([new("index", "7"), new("model", "m-1 | m-2")], execution.End().Stack);
    }

    [Fact]
    public static async Task RunsOneShardOfItsCases()
    {
        var ofShards = new List<string>();
        for (var index = 1; index <= 3; index++)
        {
            using var project = new ABuiltProject().With(Same);
            var environment = ABuiltProject.InCi with { Shard = new(index, 3) };
            await using var host = project.Host(environment);
            var expected = host.Expected(host.Suite("support")).Select(c => c.Id).ToHashSet();
            ofShards.AddRange(expected);
            await RunAsync(project, environment, Same.Run.Records.Where(r => expected.Contains(r.CaseId)));

            Assert.Equal(Effect.Shows, Assert.Single(project.Shown).Effect);
            Assert.Contains($"shard {index}/3 is complete", project.Shown[0].Headline, StringComparison.Ordinal);
        }

        Assert.Equal(Same.AllCases.Select(c => c.Id).Order(StringComparer.Ordinal), ofShards.Order(StringComparer.Ordinal));
    }

    [Fact]
    public static async Task KeepsTheVerdictOfTheWholeRunWhenItsFailedTestsAreRetried()
    {
        using var project = new ABuiltProject().With(Worse);
        var session = ABuiltProject.OnADesk with { Session = "s1" };
        await RunAsync(project, session, Worse.Run.Records);
        await RunAsync(project, session with { Attempt = 2 }, Same.Run.Records.Take(1));
        await RunAsync(project, session with { Attempt = 3 }, []);

        Assert.Equal(3, project.Shown.Count);
        Assert.All(project.Shown, v => Assert.Equal((Effect.Blocks, project.Shown[0].Headline), (v.Effect, v.Headline)));
    }

    [Fact]
    public static async Task IsJudgedAtTheRetryWhenTheFirstAttemptRanNothing()
    {
        using var project = new ABuiltProject().With(Same);
        await RunAsync(project, ABuiltProject.OnADesk with { Session = "s1", Attempt = 2 }, Same.Run.Records);

        Assert.Equal(Effect.Passes, Assert.Single(project.Shown).Effect);
    }

    [Fact]
    public static async Task HasNoVerdictInARetryThatRecordsOnly()
    {
        using var project = new ABuiltProject().With(Worse);
        var session = ABuiltProject.OnADesk with { Session = "s1", Mode = EvalMode.Record };
        await RunAsync(project, session, Worse.Run.Records);
        await RunAsync(project, session with { Attempt = 2 }, []);

        Assert.Empty(project.Shown);
    }

    [Fact]
    public static async Task IsRedWhenItsVerdictCannotBeWritten()
    {
        using var project = new ABuiltProject().With(Same);
        Directory.CreateDirectory(project.Result("verdict.json"));
        await RunAsync(project, ABuiltProject.OnADesk, Same.Run.Records);

        Assert.Equal(Effect.Blocks, Assert.Single(project.Shown).Effect);
        Assert.Contains("NOT JUDGED – the verdict could not be written", project.Shown[0].Headline, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task DoesNotRunWithACaseThatIsGone()
    {
        using var project = new ABuiltProject().With(Same);
        await using var host = project.Host(ABuiltProject.OnADesk);

        var thrown = Assert.Throws<EvalSettingException>(() => host.Execution("support").Case("de-99"));

        Assert.Equal("suite 'support' has no case 'de-99' any more: build again", thrown.Message);
    }

    [Fact]
    public static async Task DoesNotRunWithMistakesInEnvironmentOrCases()
    {
        using var project = new ABuiltProject().With(Same);
        project.Write("evals/support.cases.jsonl", "{\"id\":\"a\",\"input\":1}\n{\"id\":\"a\",\"input\":2}\nnonsense\n");
        await using var host = project.Host(ABuiltProject.OnADesk with { Problems = ["EVALGATE_CI is 'yes'; allowed are 0 and 1."] });

        var lines = Assert.Throws<EvalSettingException>(() => host.Suite("support")).Message.Split('\n');
        await host.FinishAsync();

        Assert.Equal("EVALGATE_CI is 'yes'; allowed are 0 and 1.", lines[0]);
        Assert.StartsWith("evals/support.cases.jsonl(2", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("evals/support.cases.jsonl(3", lines[2], StringComparison.Ordinal);
        Assert.Empty(project.Shown);
    }

    private static async Task RunAsync(ABuiltProject project, EvalEnvironment environment, IEnumerable<RunRecord> records)
    {
        await using var host = project.Host(environment);
        foreach (var record in records)
        {
            host.Execution("support").Append(record, Nothing);
            await host.Execution("support").ShowIfCompleteAsync();
        }

        await host.FinishAsync();
    }
}
