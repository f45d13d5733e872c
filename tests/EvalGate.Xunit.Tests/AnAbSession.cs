using EvalGate.Commands;
using EvalGate.Gating;
using EvalGate.Model;
using Microsoft.Extensions.DependencyInjection;

namespace EvalGate.Xunit.Tests;

/// <summary>Two variants of one subject in one process: real calls on a clock that only the variants move, recorded and judged.</summary>
public static class AnAbSession
{
    private const int Cases = 24;

    private static readonly TimeSpan Base = TimeSpan.FromMilliseconds(150);
    private static readonly EvalEnvironment Against = ABuiltProject.OnADesk with { Variant = "baseline" };

    private static Trial Trial { get; } = Enumerable.Range(0, Cases).Aggregate(
        new Trial
        {
            Metrics = [AMetric.PassFail("correct") with { Scorer = new("exact", false, new Dictionary<string, string> { ["of"] = "output.label", ["expected"] = "expected.label" }) }, Latency],
            Rules = [ARule.MaxDrop("correct", 0.02m), ARule.MaxRise("latency_ms", 0.10m)],
        },
        (trial, i) => trial.With(
            ACase.Of($"q-{i:00}", $$"""{"text":"question {{i}}","truth":"x"}""", """{"label":"candidate"}""", ("language", "de")),
            new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1], ["latency_ms"] = [1] },
            [new Dictionary<string, double?>()]));

    private static Metric Latency => AMetric.Duration("latency_ms") with { Scorer = new("duration", false, new Dictionary<string, string>()) };

    [Fact]
    public static async Task IsRedWhenTheCandidateTakesThirtyPercentLonger()
    {
        using var project = new ABuiltProject().With(Trial);
        var verdict = await RunAsync(project, Against, new(Base, 1.3 * Base), atOnce: 1);

        Assert.Equal(Effect.Blocks, verdict.Effect);
        Assert.Contains("REGRESSED – overall: latency_ms (against 'baseline' in one session) rose", verdict.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task IsNotRedWhenBothAreEqual()
    {
        using var project = new ABuiltProject().With(Trial);
        var verdict = await RunAsync(project, Against, new(Base, Base), atOnce: 1);

        Assert.Equal(Effect.Passes, verdict.Effect);
    }

    [Fact]
    public static async Task AsksBothVariantsInTurnAndScoresOnlyTheCandidate()
    {
        using var project = new ABuiltProject().With(Trial with { Repetitions = 2 });
        var journal = new VariantJournal(TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(1));
        await RunAsync(project, Against, journal);

        var orders = journal.Calls.GroupBy(c => (c.CaseId, c.Repetition)).ToDictionary(g => g.Key, g => string.Join(' ', g.Select(c => c.Variant)));
        Assert.Equal(2 * Cases, orders.Count);
        Assert.All(orders.Values, order => Assert.True(order is "baseline candidate" or "candidate baseline"));
        Assert.All(Enumerable.Range(0, Cases), i => Assert.NotEqual(orders[($"q-{i:00}", 1)], orders[($"q-{i:00}", 2)]));
        Assert.InRange(orders.Count(o => o is { Key.Repetition: 1, Value: "baseline candidate" }), 4, Cases - 4);
        var run = Files.RunReader.Read(Assert.Single(project.Runs()));
        Assert.Equal(("baseline", "candidate"), (run.Header.Variant, Assert.Single(run.Stack).Key));
        Assert.All(run.Records, r => Assert.Equal((1.0, 1, true), (r.Scores["correct"], r.Usage!.InputTokens, r.Reference!.SawVariant)));
    }

    [Fact]
    public static async Task IsNotJudgedWhenTheOtherVariantIsBroken()
    {
        using var project = new ABuiltProject().With(Trial);
        var verdict = await RunAsync(project, Against with { Variant = "broken" }, new(TimeSpan.Zero, TimeSpan.Zero));

        Assert.Equal(Effect.Blocks, verdict.Effect);
        Assert.Contains("NOT JUDGED – overall: latency_ms: the variant 'broken' answered no case (", verdict.Headline, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task CostsNothingInASuiteThatComparesNoDurations()
    {
        using var project = new ABuiltProject().With(Trial with { Rules = [ARule.MaxDrop("correct", 0.02m), ARule.Level("latency_ms", 30_000)] });
        var journal = new VariantJournal(TimeSpan.Zero, TimeSpan.Zero);
        await RunAsync(project, Against, journal);

        Assert.All(journal.Calls, c => Assert.Equal("candidate", c.Variant));
        Assert.Null(Files.RunReader.Read(Assert.Single(project.Runs())).Header.Variant);
    }

    private static async Task<ShownVerdict> RunAsync(ABuiltProject project, EvalEnvironment environment, VariantJournal journal, int atOnce = 6)
    {
        await using var host = project.Host(environment);
        var execution = host.Execution("support");
        await using var services = new SubjectServices(new ServiceCollection().AddSingleton(journal).BuildServiceProvider());
        var runner = new CaseRunner<Question, Reply>(services, execution.Suite, typeof(Switching), new Dictionary<string, Type>(), variant: execution.Variant) { Time = journal.Clock };
        var repetitions = from i in Enumerable.Range(0, Cases) from r in Enumerable.Range(1, execution.Suite.Repetitions) select new EvalContext("support", $"q-{i:00}", r);
        await Parallel.ForEachAsync(repetitions, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = TestContext.Current.CancellationToken }, async (context, stop) =>
            execution.Append(await runner.RunAsync(execution.Case(context.CaseId), context, stop), context.Components));
        await execution.ShowIfCompleteAsync();
        return Assert.Single(project.Shown);
    }
}
