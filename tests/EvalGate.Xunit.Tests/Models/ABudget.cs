using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.ModelServer;
using EvalGate.Recordings;

namespace EvalGate.Xunit.Tests.Models;

public static class ABudget
{
    private static readonly SourcePlace Place = new("evals/asking.eval.yaml", 9, 9);

    private static readonly PriceTable Prices = new(new(2026, 11, 1), new Dictionary<string, ModelPrice> { ["tiny"] = new(1_000, 2_000) }, Place);

    // A question is two tokens and its answer one.
    [Fact]
    public static async Task StopsCasesWhenItsTokensAreUsedUp()
    {
        var run = await RunAsync(new(Place) { Tokens = 15 }, null);

        Assert.Equal(5, run.Records.Count);
        Assert.Equal("budget: 15 of 15 tokens used", run.End!.Stopped);
        Assert.All(run.Records, r => Assert.Equal(1, r.Scores["correct"]));
    }

    [Fact]
    public static async Task StopsCasesWhenItsDollarsAreSpent()
    {
        var run = await RunAsync(new(Place) { Usd = 0.012m }, Prices);

        Assert.Equal(0.004m, run.Records[0].Usage!.CostUsd);
        Assert.Equal(("budget: $0.012 of $0.012 used", 3), (run.End!.Stopped, run.Records.Count));
    }

    [Fact]
    public static async Task InDollarsIsNotKeptWithoutPrices()
    {
        var run = await RunAsync(new(Place) { Usd = 5 }, null);

        Assert.Single(run.Records);
        Assert.StartsWith("budget: the cost of model calls is unknown", run.End!.Stopped, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task IsNoneForACostThatNobodyKnows()
    {
        using var plain = new ASuiteOfQuestions(1);
        var cost = AMetric.Cost("cost_usd") with { Scorer = new("cost", false, new Dictionary<string, string>()) };
        using var suite = new ASuiteOfQuestions(12) { Suite = plain.Suite with { Metrics = [cost], Gate = new() { Place = Place, Baseline = "b.jsonl", Rules = [ARule.MaxRise("cost_usd", 0.1m)] } } };
        await using var server = await LoopbackModel.StartAsync(_ => new Says("yes"));
        var run = await suite.RunAsync(server, RecordingMode.Live);
        var baseline = Assert.IsType<Accepted>(Acceptance.Of(new() { Suite = suite.Suite, Cases = suite.Cases, Runs = [run], Components = new Dictionary<string, string>(), AcceptedBy = "a tester" })).Baseline;

        var verdict = Judge.Decide(new() { Suite = suite.Suite, Cases = suite.Cases, Run = run, Baseline = baseline, Today = default });

        Assert.All(run.Records, r => Assert.Null(r.Scores["cost_usd"]));
        Assert.Equal((Verdict.NotJudged, true), (verdict.Verdict, verdict.Blocks));
    }

    [Fact]
    public static async Task StopsCasesWhenItsTimeIsOver()
    {
        var run = await RunAsync(new(Place) { Time = TimeSpan.FromTicks(1) }, null);

        Assert.Empty(run.Records);
        Assert.Contains("minutes are over", run.End!.Stopped, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task IsNotTouchedByReplays()
    {
        using var suite = Of(new(Place) { Tokens = 40 }, null);
        await using var server = await LoopbackModel.StartAsync(_ => new Says("yes"));
        await suite.RunAsync(server, RecordingMode.Record);

        Assert.Equal(12, (await suite.RunAsync(null, RecordingMode.Replay)).Records.Count);
    }

    [Fact]
    public static async Task LeavesARunThatIsNotJudgedAndCanBeContinued()
    {
        using var suite = Of(new(Place) { Tokens = 15 }, null);
        await using var server = await LoopbackModel.StartAsync(_ => new Says("yes"));
        var stopped = await suite.RunAsync(server, RecordingMode.Live);
        var continued = await suite.RunAsync(server, RecordingMode.Live, resumes: true);
        var whole = await suite.RunAsync(server, RecordingMode.Live, resumes: true);

        var reason = Judged(suite, stopped).WholeRun!;
        Assert.Equal("budget: 15 of 15 tokens used: 5 of 12 cases ran", reason.Message);
        Assert.Contains("EVALGATE_RESUME=run", reason.Remedy, StringComparison.Ordinal);
        Assert.Equal((5, 10, 12), (stopped.Records.Count, continued.Records.Count, whole.Records.Count));
        Assert.Equal((12, null), (server.Calls, whole.End!.Stopped));
        Assert.Equal(continued.Header.RunId, whole.Header.ResumedFrom);
    }

    private static SuiteVerdict Judged(ASuiteOfQuestions suite, Run run) => Judge.Decide(new()
    {
        Suite = suite.Suite with { Gate = new() { Place = Place, Baseline = "b.jsonl", Rules = [] } },
        Cases = suite.Cases,
        Run = run,
        Today = default,
        Baseline = null,
    });

    private static ASuiteOfQuestions Of(RunBudget budget, PriceTable? prices)
    {
        using var plain = new ASuiteOfQuestions(1);
        return new(12) { Suite = plain.Suite with { Budget = budget, Prices = prices, Concurrency = 1 } };
    }

    private static async Task<Run> RunAsync(RunBudget budget, PriceTable? prices)
    {
        using var suite = Of(budget, prices);
        await using var server = await LoopbackModel.StartAsync(_ => new Says("yes"));
        return await suite.RunAsync(server, RecordingMode.Live);
    }
}
