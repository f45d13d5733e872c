using System.Text.Json;
using EvalGate.Model;
using EvalGate.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace EvalGate.Xunit.Tests;

/// <summary>Questions with a mood, answered by subjects that behave as the mood says.</summary>
public static class ACaseThatRuns
{
    /// <summary>Longer than threads that the pool has in reserve take to begin, and shorter than it takes to make as many one by one.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Ample = TimeSpan.FromMinutes(5);

    [Fact]
    public static async Task RecordsScoresOutputUsageAndComponents()
    {
        var context = new EvalContext("support", "q", 2);
        var record = await Runner<Echo>(Ample).RunAsync(Case("even"), context, TestContext.Current.CancellationToken);

        Assert.Equal(("q", 2, Case("even").Hash), (record.CaseId, record.Repetition, record.Hash));
        Assert.Empty(record.Errors);
        Assert.Equal(1, record.Scores["correct"]);
        Assert.Equal("even", record.Output.GetProperty("label").GetString());
        Assert.Equal(7, record.Usage?.InputTokens);
        Assert.Equal("m-1", context.Components["model"]);
    }

    [Fact]
    public static async Task MeasuresNothingButTheCall()
    {
        var record = await TimedAsync<SlowToMakeAndToWrite>(TimeSpan.FromSeconds(1));

        Assert.Empty(record.Errors);
        Assert.Equal(0, record.DurationMs);
    }

    [Fact]
    public static async Task IsCancelledWhenItsTimeIsOver()
    {
        var record = await TimedAsync<Obedient>(TimeSpan.FromMilliseconds(50));

        Assert.Equal(new(ErrorKind.Timeout, "no answer within 0.05 s"), Assert.Single(record.Errors));
        Assert.Empty(record.Scores);
        Assert.Equal(JsonValueKind.Undefined, record.Output.ValueKind);
        Assert.Equal(50, record.DurationMs);
    }

    [Fact]
    public static async Task IsLateWhenTheAnswerComesAfterItsTime()
    {
        Assert.Equal(new(ErrorKind.Timeout, "no answer within 0.05 s"), Assert.Single((await TimedAsync<Late>(TimeSpan.FromMilliseconds(50))).Errors));
        Assert.Equal(new(ErrorKind.Timeout, "no answer within 0.05 s"), Assert.Single((await TimedAsync<LateAndAngry>(TimeSpan.FromMilliseconds(50))).Errors));
    }

    [Fact]
    public static async Task IsAbandonedWhenItIgnoresCancellation() =>
        Assert.Equal(
            new(ErrorKind.Timeout, "no answer within 0.05 s; the subject ignored cancellation and was abandoned"),
            Assert.Single((await RunAsync<Deaf>(TimeSpan.FromMilliseconds(50))).Errors));

    [Fact]
    public static async Task IsAnErrorOfTheSubjectWhenItThrows() =>
        Assert.Equal(new(ErrorKind.Subject, "InvalidOperationException: no index loaded"), Assert.Single((await RunAsync<Throwing>(Ample)).Errors));

    [Fact]
    public static async Task IsAnErrorOfTheWorldWhenAClientGivesUp() =>
        Assert.Equal(
            new(ErrorKind.Infrastructure, "TaskCanceledException: the service took too long", Cause: ErrorCause.Timeout),
            Assert.Single((await RunAsync<GivenUpByItsClient>(Ample)).Errors));

    [Fact]
    public static async Task IsAnErrorOfTheSubjectWhenItCannotBeMade() =>
        Assert.Equal(ErrorKind.Subject, Assert.Single((await RunAsync<Unmakeable>(Ample)).Errors).Kind);

    [Fact]
    public static async Task IsAnErrorOfTheCaseWhenTheInputDoesNotRead()
    {
        var record = await Runner<Echo>(Ample).RunAsync(ACase.Of("q", """{"text":"x","truth":"even","mood":"sad"}""", "{}"), Context, TestContext.Current.CancellationToken);

        var error = Assert.Single(record.Errors);
        Assert.Equal(ErrorKind.Case, error.Kind);
        Assert.StartsWith("the input does not read as Question: JsonException: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("mood", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task IsAnErrorOfTheSubjectWhenTheOutputCannotBeWritten() =>
        Assert.StartsWith(
            "the output cannot be written as JSON: InvalidOperationException: half an answer",
            Assert.Single((await RunAsync<Unwritable>(Ample)).Errors).Message,
            StringComparison.Ordinal);

    [Fact]
    public static async Task MayReturnNull()
    {
        var record = await Runner<Silent>(Ample, AMetric.PassFail("answered") with { Scorer = new(nameof(Answered), true, NoSettings) })
            .RunAsync(Case("even"), Context, TestContext.Current.CancellationToken);

        Assert.Equal(JsonValueKind.Null, record.Output.ValueKind);
        Assert.Equal(0, record.Scores["answered"]);
    }

    [Fact]
    public static async Task GoesOnWhenOneScorerFails()
    {
        var failing = AMetric.PassFail("judged") with { Scorer = new(nameof(Mumbling), true, NoSettings) };
        var limited = AMetric.PassFail("limited") with { Scorer = new(nameof(RateLimited), true, NoSettings) };
        var missing = Correct with { Name = "missing", Scorer = Correct.Scorer with { Settings = Settings("output.nothing") } };

        var record = await Runner<Echo>(Ample, Correct, failing, limited, missing).RunAsync(Case("odd"), Context, TestContext.Current.CancellationToken);

        Assert.Equal(["correct"], record.Scores.Keys);
        Assert.Equal(
            [
                new(ErrorKind.Scorer, "'output.nothing' is not there; there are label", "missing"),
                new(ErrorKind.Scorer, "FormatException: the judge mumbles", "judged"),
                new(ErrorKind.Infrastructure, "EvalInfrastructureException: too many requests", "limited"),
            ],
            record.Errors);
    }

    [Fact]
    public static async Task HasNoResultWhenTheSessionIsStopped()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Runner<Deaf>(Ample).RunAsync(Case("even"), Context, stop.Token));
    }

    [Fact]
    public static async Task DoesNotWaitForOthersThatBlockTheirThreads()
    {
        const int Together = 200;
        ThreadReserve.Add(Together);
        using var all = new Barrier(Together);
        var services = new SubjectServices(new ServiceCollection().AddSingleton(all).BuildServiceProvider());

        var records = await Task.WhenAll(Enumerable.Range(0, Together).Select(_ => Runner<Blocking>(Ample, services, TimeProvider.System).RunAsync(Case("even"), Context, TestContext.Current.CancellationToken)));

        Assert.All(records, r => Assert.Empty(r.Errors));
    }

    private static EvalContext Context => new("support", "q", 1);

    private static IReadOnlyDictionary<string, string> NoSettings { get; } = new Dictionary<string, string>();

    private static Metric Correct { get; } = AMetric.PassFail("correct") with { Scorer = new("exact", false, Settings("output.label")) };

    private static Dictionary<string, string> Settings(string of) => new() { ["of"] = of, ["expected"] = "expected.label" };

    private static Case Case(string truth) => ACase.Of("q", $$"""{"text":"a question","truth":"{{truth}}"}""", $$"""{"label":"{{truth}}"}""");

    /// <summary>On a clock that only the subject moves.</summary>
    private static Task<RunRecord> TimedAsync<TSubject>(TimeSpan timeout)
    {
        var clock = new ManualClock();
        return Runner<TSubject>(timeout, new(new ServiceCollection().AddSingleton(clock).BuildServiceProvider()), clock).RunAsync(Case("even"), Context, TestContext.Current.CancellationToken);
    }

    private static Task<RunRecord> RunAsync<TSubject>(TimeSpan timeout) => Runner<TSubject>(timeout).RunAsync(Case("even"), Context, TestContext.Current.CancellationToken);

    private static CaseRunner<Question, Reply> Runner<TSubject>(TimeSpan timeout, params Metric[] metrics) =>
        Runner<TSubject>(timeout, new(new ServiceCollection().BuildServiceProvider()), TimeProvider.System, metrics);

    private static CaseRunner<Question, Reply> Runner<TSubject>(TimeSpan timeout, SubjectServices services, TimeProvider time, params Metric[] metrics) => new(
        services,
        new Trial { Metrics = metrics.Length == 0 ? [Correct] : metrics }.Suite with { Timeout = timeout },
        typeof(TSubject),
        new Dictionary<string, Type> { ["answered"] = typeof(Answered), ["judged"] = typeof(Mumbling), ["limited"] = typeof(RateLimited) })
    {
        Time = time,
    };
}
