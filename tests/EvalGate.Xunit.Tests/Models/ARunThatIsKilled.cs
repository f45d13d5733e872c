using System.Diagnostics;
using EvalGate.Commands;
using EvalGate.Model;
using EvalGate.ModelServer;
using EvalGate.Recordings;

namespace EvalGate.Xunit.Tests.Models;

public static class ARunThatIsKilled
{
    private const string FolderVariable = "EVALGATE_TEST_KILLED_FOLDER";
    private const string ServerVariable = "EVALGATE_TEST_KILLED_SERVER";
    private const int Cases = 60;
    private const int Answered = 24;

    [Fact]
    public static async Task GoesOnWithoutPayingAgain()
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { } folder)
        {
            await RunAsync(folder);
            return;
        }

        using var suite = new ASuiteOfQuestions(Cases);
        var inFlight = suite.Suite.Concurrency;
        var allInFlight = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackModel.StartAsync(call =>
        {
            if (call.Number == Answered + inFlight)
            {
                allInFlight.SetResult();
            }

            // Those in flight are never answered, so that the process can ask nothing more before it is killed.
            return new Says("yes") { After = call.Number > Answered && call.Number <= Answered + inFlight ? TimeSpan.FromHours(1) : TimeSpan.Zero };
        });
        await KillAsync(suite.Folder, server, allInFlight.Task);
        Assert.Equal(Answered, CutOffRecords(suite));

        var run = await suite.RunAsync(server, RecordingMode.Live, resumes: true);

        Assert.Equal(Cases + inFlight, server.Calls);
        Assert.Equal(Cases, run.Records.DistinctBy(r => r.CaseId).Count(r => r.Scores["correct"] == 1));
        Assert.NotNull(run.End);
        Assert.Equal("tiny-2026", run.Stack["model"]);
    }

    [Fact]
    public static async Task IsAskedAgainOnlyWhereItFailedAroundTheSubject()
    {
        using var suite = new ASuiteOfQuestions(6);
        using var tight = new ASuiteOfQuestions(6, suite.Folder) { Suite = suite.Suite with { Concurrency = 1, Budget = new(suite.Suite.Place) { Tokens = 9 } } };
        await using var server = await LoopbackModel.StartAsync(call => call is { Prompt: "question 2", Attempt: 1 } ? new Refuses(500) : new Says("yes"));
        var first = await tight.RunAsync(server, RecordingMode.Live);
        var second = await suite.RunAsync(server, RecordingMode.Live, resumes: true);

        Assert.Contains(first.Records, r => r.Errors.Count == 1);
        Assert.All(second.Records, r => Assert.Empty(r.Errors));
        Assert.Equal(6 + 1, server.Calls);
    }

    [Fact]
    public static async Task IsNotContinuedWhenTheCasesChanged()
    {
        using var suite = new ASuiteOfQuestions(4);
        using var larger = new ASuiteOfQuestions(5, suite.Folder);
        using var tight = new ASuiteOfQuestions(4, suite.Folder) { Suite = suite.Suite with { Concurrency = 1, Budget = new(suite.Suite.Place) { Tokens = 3 } } };
        await using var server = await LoopbackModel.StartAsync(_ => new Says("yes"));
        await tight.RunAsync(server, RecordingMode.Live);

        var run = await larger.RunAsync(server, RecordingMode.Live, resumes: true);

        Assert.Equal((null, 1 + 5), (run.Header.ResumedFrom, server.Calls));
    }

    /// <summary>What the process that is killed does: it runs the same test, and is told so.</summary>
    private static async Task RunAsync(string folder)
    {
        using var suite = new ASuiteOfQuestions(Cases, folder);

        await suite.RunAsync(new Uri(Environment.GetEnvironmentVariable(ServerVariable)!), new EvalEnvironment { Recordings = RecordingMode.Live }, new() { Retries = 0 });
    }

    private static async Task KillAsync(string folder, LoopbackModel server, Task moment)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--filter-method", $"{typeof(ARunThatIsKilled)}.{nameof(GoesOnWithoutPayingAgain)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[FolderVariable] = folder;
        start.Environment[ServerVariable] = server.Address.ToString();
        using var process = Process.Start(start)!;
        await moment.WaitAsync(TimeSpan.FromMinutes(4), TestContext.Current.CancellationToken);
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static int CutOffRecords(ASuiteOfQuestions suite)
    {
        var run = Files.RunReader.Read(Assert.Single(suite.RunFiles));
        Assert.Null(run.End);
        return run.Records.Count;
    }
}
