using EvalGate.Model;
using EvalGate.ModelServer;
using EvalGate.Recordings;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat.Tests.Recording;

public static class ARecordedChat
{
    private static readonly ChatMessage[] Prompt = [new(ChatRole.System, "Be kind."), new(ChatRole.User, "Where is my parcel?")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public static async Task AnswersTheSameWithTheServerDown()
    {
        using var recordings = new ACaseWithRecordings();
        var recorded = recordings.Begin(RecordingMode.Record);
        ChatResponse live;
        await using (var server = await LoopbackModel.StartAsync(_ => new Says("On its way.")))
        {
            live = await Recorded(AModelClient.Chat(server)).GetResponseAsync(Prompt, cancellationToken: Stop);
        }

        var replayed = recordings.Begin(RecordingMode.Replay);
        var again = await Recorded(new NoModel()).GetResponseAsync(Prompt, cancellationToken: Stop);

        Assert.Equal(("On its way.", live.Text, live.FinishReason, live.ModelId), (again.Text, again.Text, again.FinishReason, again.ModelId));
        Assert.Equal(new Usage { InputTokens = 4, OutputTokens = 3, UnpricedCalls = 1 }, replayed.Usage);
        Assert.Equal((recorded.Usage, recorded.Components["model"]), (replayed.Usage, replayed.Components["model"]));
        Assert.Equal((false, true), (recorded.Recorder!.HasReplayed, replayed.Recorder!.HasReplayed));
    }

    [Fact]
    public static async Task StreamsFromTheRecordingOfAStreamAndOfAWholeAnswer()
    {
        using var recordings = new ACaseWithRecordings();
        await using var server = await LoopbackModel.StartAsync(_ => new Says("On its way, in the north."));
        recordings.Begin(RecordingMode.Auto);
        var client = Recorded(AModelClient.Chat(server));
        var live = await client.GetStreamingResponseAsync(Prompt, cancellationToken: Stop).ToChatResponseAsync(Stop);

        recordings.Begin(RecordingMode.Auto);
        var streamed = await client.GetStreamingResponseAsync(Prompt, cancellationToken: Stop).ToChatResponseAsync(Stop);
        var context = recordings.Begin(RecordingMode.Auto);
        var whole = await client.GetResponseAsync(Prompt, cancellationToken: Stop);

        Assert.Equal(["On its way, in the north.", live.Text, live.Text], [live.Text, streamed.Text, whole.Text]);
        Assert.Equal(6, context.Usage?.OutputTokens);
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public static async Task KeepsToolCalls()
    {
        using var recordings = new ACaseWithRecordings();
        await using (var server = await LoopbackModel.StartAsync(_ => new CallsTool("track", """{"number":17,"deep":[true]}""")))
        {
            recordings.Begin(RecordingMode.Record);
            await Recorded(AModelClient.Chat(server)).GetResponseAsync(Prompt, WithTool(), Stop);
        }

        recordings.Begin(RecordingMode.Replay);
        var again = await Recorded(new NoModel()).GetResponseAsync(Prompt, WithTool(), Stop);

        var call = Assert.IsType<FunctionCallContent>(Assert.Single(again.Messages[0].Contents));
        Assert.Equal(("track", "17", "[true]"), (call.Name, call.Arguments!["number"]!.ToString(), call.Arguments["deep"]!.ToString()));
        Assert.Equal(ChatFinishReason.ToolCalls, again.FinishReason);
    }

    [Fact]
    public static async Task NeverAnswersForAnotherRepetition()
    {
        using var recordings = new ACaseWithRecordings();
        await using var server = await LoopbackModel.StartAsync(call => new Says($"answer {call.Number}"));
        var client = Recorded(AModelClient.Chat(server));
        foreach (var repetition in (int[])[1, 2])
        {
            recordings.Begin(RecordingMode.Auto, repetition);
            await client.GetResponseAsync(Prompt, cancellationToken: Stop);
            await client.GetResponseAsync(Prompt, cancellationToken: Stop);
        }

        recordings.Begin(RecordingMode.Replay, 2);
        var first = await client.GetResponseAsync(Prompt, cancellationToken: Stop);
        var second = await client.GetResponseAsync(Prompt, cancellationToken: Stop);
        recordings.Begin(RecordingMode.Replay, 3);
        var third = await Assert.ThrowsAsync<EvalInfrastructureException>(() => client.GetResponseAsync(Prompt, cancellationToken: Stop));

        Assert.Equal(("answer 3", "answer 4"), (first.Text, second.Text));
        Assert.Contains("nothing was recorded for the repetition", third.Message, StringComparison.Ordinal);
        Assert.Equal(4, server.Calls);
    }

    [Fact]
    public static async Task NamesWhatChangedWhenNothingFits()
    {
        using var recordings = new ACaseWithRecordings();
        await using var server = await LoopbackModel.StartAsync(_ => new Says("x"));
        recordings.Begin(RecordingMode.Record);
        await Recorded(AModelClient.Chat(server)).GetResponseAsync(Prompt, new() { Temperature = 0.2f }, Stop);

        recordings.Begin(RecordingMode.Replay);
        var miss = await Assert.ThrowsAsync<EvalInfrastructureException>(() => Recorded(new NoModel()).GetResponseAsync(
            [new(ChatRole.System, "Be kind."), new(ChatRole.User, "Where is my order?")], new() { Temperature = 0.7f, Seed = 5 }, Stop));

        Assert.Equal(ErrorCause.NotRecorded, miss.Cause);
        Assert.Equal(
            "no recording answers this call of case 'late-parcel', repetition 1: the nearest one differs in "
            + "messages[1].contents[0].text: \"Where is my parcel?\" was recorded, \"Where is my order?\" is asked; "
            + "temperature: 0.2 was recorded, 0.7 is asked; seed: 5 is new. Record it: EVALGATE_RECORDINGS=auto dotnet test.",
            miss.Message);
    }

    [Fact]
    public static async Task SaysThatTheSameIsAskedOnceMore()
    {
        using var recordings = new ACaseWithRecordings();
        await using var server = await LoopbackModel.StartAsync(_ => new Says("x"));
        recordings.Begin(RecordingMode.Record);
        await Recorded(AModelClient.Chat(server)).GetResponseAsync(Prompt, cancellationToken: Stop);

        recordings.Begin(RecordingMode.Replay);
        var client = Recorded(new NoModel());
        await client.GetResponseAsync(Prompt, cancellationToken: Stop);
        var miss = await Assert.ThrowsAsync<EvalInfrastructureException>(() => client.GetResponseAsync(Prompt, cancellationToken: Stop));

        Assert.Contains("the same request was recorded once and is asked once more", miss.Message, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task ReplacesWhatARepetitionHadWhenItIsRecordedAgain()
    {
        using var recordings = new ACaseWithRecordings();
        await using var server = await LoopbackModel.StartAsync(call => new Says($"answer {call.Number}"));
        var client = Recorded(AModelClient.Chat(server));
        recordings.Begin(RecordingMode.Record);
        await client.GetResponseAsync([new(ChatRole.User, "old prompt")], cancellationToken: Stop);
        recordings.Begin(RecordingMode.Record);
        await client.GetResponseAsync(Prompt, cancellationToken: Stop);

        Assert.DoesNotContain("old prompt", recordings.Text, StringComparison.Ordinal);
        Assert.Contains("answer 2", recordings.Text, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task StoresNeitherKeysNorHeadersNorSecretOptions()
    {
        using var recordings = new ACaseWithRecordings();
        await using var server = await LoopbackModel.StartAsync(_ => new Says("x"));
        recordings.Begin(RecordingMode.Record);
        var image = new UriContent("https://example.org/a.png?sig=top-secret", "image/png");
        await Recorded(AModelClient.Chat(server)).GetResponseAsync(
            [new(ChatRole.User, [new TextContent("look"), image])], new() { AdditionalProperties = new() { ["api_key"] = "hidden", ["effort"] = "low" } }, Stop);

        Assert.DoesNotContain("sk-secret", recordings.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", recordings.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("top-secret", recordings.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), recordings.Text, StringComparison.Ordinal);
        Assert.Contains("\"effort\":\"low\"", recordings.Text, StringComparison.Ordinal);
    }

    [Fact]
    public static async Task PassesEverythingOnOutsideAnEval()
    {
        await using var server = await LoopbackModel.StartAsync(call => new Says($"answer {call.Number}"));
        var client = Recorded(AModelClient.Chat(server));

        Assert.Equal("answer 1", (await client.GetResponseAsync(Prompt, cancellationToken: Stop)).Text);
        Assert.Equal("answer 2", (await client.GetStreamingResponseAsync(Prompt, cancellationToken: Stop).ToChatResponseAsync(Stop)).Text);
    }

    [Fact]
    public static async Task MakesItsClientWithTheFirstLiveCallOnly()
    {
        using var recordings = new ACaseWithRecordings();
        await using var server = await LoopbackModel.StartAsync(_ => new Says("x"));
        var made = 0;
        using var client = Recorded(new LateChatClient(() =>
        {
            made++;
            return AModelClient.Chat(server);
        }));
        recordings.Begin(RecordingMode.Auto);
        Assert.Equal(0, made);
        await client.GetResponseAsync(Prompt, cancellationToken: Stop);
        recordings.Begin(RecordingMode.Auto);
        await client.GetResponseAsync(Prompt, cancellationToken: Stop);

        Assert.Equal((1, 1), (made, server.Calls));
    }

    private static RecordedChatClient Recorded(IChatClient inner) => new(inner, AModelClient.Model);

    private static ChatOptions WithTool() => new() { Tools = [AIFunctionFactory.Create((int number) => number, "track", "Finds a parcel.")] };
}
