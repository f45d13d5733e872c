using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.ModelServer;
using EvalGate.Recordings;
using EvalGate.Scoring;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace EvalGate.Chat.Tests.Judges;

public static class AModelThatScores
{
    private static readonly Metric Helpful = new()
    {
        Name = "helpful",
        Kind = MetricKind.Ordinal,
        Better = Direction.Higher,
        Range = new(1, 5),
        Scale = 1_000_000,
        Scorer = new("judge", false, new Dictionary<string, string> { ["of"] = "output.answer", ["expected"] = "expected.answer", ["model"] = "grader", ["rubric"] = "Five for a full answer." }) { Scale = new(1, 5) },
        Judge = new(0.6m, null, [new("late-parcel", "It is late.", 2), new("other", "x", 5)]),
    };

    private static readonly Metric Preferred = Helpful with
    {
        Name = "preferred",
        Range = ValueRange.Unit,
        Scorer = new("pairwise", false, new Dictionary<string, string> { ["of"] = "output.answer", ["against"] = "expected.answer", ["model"] = "grader", ["rubric"] = "The fuller one." }),
        Judge = new(0.6m, null, []) { StepsPerUnit = 2 },
    };

    [Fact]
    public static async Task GradesTheAnswerAndWhatPeopleLabelled()
    {
        using var recordings = new ACaseWithRecordings();
        await using var server = await LoopbackModel.StartAsync(call => new Says(Grade(call.Prompt.Contains("It is late.", StringComparison.Ordinal) ? 3 : 4)));
        var context = recordings.Begin(RecordingMode.Record);

        var score = await ScoreAsync(server, Helpful);

        Assert.Equal(Score.Of(4), score);
        Assert.Equal([new("helpful", 2, 3)], context.Labelled);
        Assert.Equal("grader-2026", context.Components["judge.helpful"]);
        Assert.Contains("Five for a full answer.", recordings.Text, StringComparison.Ordinal);
        Assert.Equal(2, server.Calls);
    }

    [Fact]
    public static async Task TakesTheMedianOfRepeats()
    {
        using var recordings = new ACaseWithRecordings();
        await using var server = await LoopbackModel.StartAsync(call => new Says(Grade(call.Number switch { 1 => 5, 2 => 1, _ => 4 })));
        recordings.Begin(RecordingMode.Record);
        var three = Helpful with { Judge = new(0.6m, null, []), Scorer = Helpful.Scorer with { Settings = new Dictionary<string, string>(Helpful.Scorer.Settings) { ["repeats"] = "3" } } };

        Assert.Equal(Score.Of(4), await ScoreAsync(server, three));
        recordings.Begin(RecordingMode.Replay);
        Assert.Equal(Score.Of(4), await ScoreAsync(server, three));
        Assert.Equal(3, server.Calls);
    }

    [Fact]
    public static async Task NeverGuessesWhatAnUnreadableAnswerMeant()
    {
        await using var server = await LoopbackModel.StartAsync(_ => new Says("Four out of five!"));

        var error = await Assert.ThrowsAsync<ScorerException>(async () => await ScoreAsync(server, Helpful));

        Assert.Equal("the judge's answer cannot be read: it is not JSON, found 'Four out of five!'", error.Message);
    }

    [Theory]
    [InlineData("A new one.", 1)]
    [InlineData("It arrives today.", 0)]
    [InlineData("whatever comes first", 0.5)]
    public static async Task ComparesTwoAnswersInBothOrders(string better, double score)
    {
        using var recordings = new ACaseWithRecordings();
        await using var server = await LoopbackModel.StartAsync(call => new Says($$"""{"reason":"so","better":"{{(call.Prompt.Contains($"\"B\":\"{better}\"", StringComparison.Ordinal) ? "B" : "A")}}"}"""));
        var context = recordings.Begin(RecordingMode.Record);

        Assert.Equal(Score.Of(score), await ScoreAsync(server, Preferred, "A new one."));
        Assert.Equal((2, "grader-2026"), (server.Calls, context.Components["judge.preferred"]));
    }

    [Fact]
    public static async Task ComparesWhatPeopleCompared()
    {
        using var recordings = new ACaseWithRecordings();
        await using var server = await LoopbackModel.StartAsync(call => new Says($$"""{"better":"{{(call.Prompt.Contains("\"B\":\"It is late.\"", StringComparison.Ordinal) ? "A" : "B")}}"}"""));
        var context = recordings.Begin(RecordingMode.Record);

        await ScoreAsync(server, Preferred with { Judge = new(0.6m, null, [new("late-parcel", "It is late.", 0.5)]) { StepsPerUnit = 2 } });

        Assert.Equal([new("preferred", 0.5, 0)], context.Labelled);
    }

    [Fact]
    public static async Task FindsNeitherOfTwoEqualAnswersBetterWithoutAsking()
    {
        await using var server = await LoopbackModel.StartAsync(_ => new Says("never asked"));

        Assert.Equal(Score.Of(0.5), await ScoreAsync(server, Preferred));
        Assert.Equal(Score.NotApplicable, await ScoreAsync(server, Preferred with { Scorer = Preferred.Scorer with { Settings = new Dictionary<string, string>(Preferred.Scorer.Settings) { ["against"] = "expected.reference" } } }));
        Assert.Equal(0, server.Calls);
    }

    [Fact]
    public static async Task ComparesEmbeddings()
    {
        await using var server = await LoopbackModel.StartAsync(_ => new Says(""));
        var similar = Helpful with { Name = "close", Judge = null, Range = ValueRange.Unit, Scorer = new("similarity", false, new Dictionary<string, string> { ["of"] = "output.answer", ["expected"] = "expected.answer", ["model"] = "vectors" }) };

        Assert.Equal(1, (await ScoreAsync(server, similar, "It arrives today.")).Value, 1e-6);
        Assert.InRange((await ScoreAsync(server, similar, "zzzz")).Value, 0, 0.9);
        await Assert.ThrowsAsync<ScorerException>(async () => await ScoreAsync(server, similar, ""));
    }

    [Theory]
    [InlineData("It arrives today.", "0.99", "0", 1)]
    [InlineData("It arrives today.", "0.99", "0.05", 0.5)]
    [InlineData("zzzz", "0.95", "0.01", 0)]
    public static async Task DecidesBySimilarityUnlessItIsTooNearTheThreshold(string answer, string threshold, string margin, double score)
    {
        await using var server = await LoopbackModel.StartAsync(_ => new Says(""));
        var settings = new Dictionary<string, string> { ["of"] = "output.answer", ["expected"] = "expected.answer", ["model"] = "vectors", ["threshold"] = threshold, ["margin"] = margin };

        Assert.Equal(Score.Of(score), await ScoreAsync(server, Helpful with { Name = "close", Judge = null, Range = ValueRange.Unit, Scorer = new("similarity", false, settings) }, answer));
    }

    private static string Grade(int score) => FormattableString.Invariant($$"""{"reason":"so","score":{{score}}}""");

    private static async ValueTask<Score> ScoreAsync(LoopbackModel server, Metric metric, string answer = "It arrives today.")
    {
        var services = new ServiceCollection();
        services.AddEvalGateJudge(_ => AModelClient.Chat(server));
        services.AddRecordedEmbeddingGenerator("vectors", _ => AModelClient.Embeddings(server));
        await using var provider = services.BuildServiceProvider();
        var scorer = provider.GetRequiredService<IModelScorerFactory>().Create(metric);
        return await scorer.ScoreAsync(
            new ScorerInput
            {
                CaseId = ACaseWithRecordings.CaseId,
                Input = ACase.Json("""{"question":"Where is it?"}"""),
                Expected = ACase.Json("""{"answer":"It arrives today."}"""),
                Output = ACase.Json($$"""{"answer":"{{answer}}"}"""),
                Duration = TimeSpan.Zero,
            },
            TestContext.Current.CancellationToken);
    }
}
