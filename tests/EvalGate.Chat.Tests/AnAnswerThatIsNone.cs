using EvalGate.Model;
using EvalGate.ModelServer;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat.Tests;

public static class AnAnswerThatIsNone
{
    public static TheoryData<ModelReply, ErrorCause> Replies => new()
    {
        { new Says("half") { Finish = "content_filter" }, ErrorCause.ContentFilter },
        { new Refuses(400) { Code = "content_filter" }, ErrorCause.ContentFilter },
        { new BreaksOff("half an answer"), ErrorCause.BrokenAnswer },
    };

    [Theory]
    [MemberData(nameof(Replies))]
    public static async Task IsToldApartInAStream(ModelReply reply, ErrorCause cause)
    {
        using var recordings = new ACaseWithRecordings();
        recordings.Begin(Recordings.RecordingMode.Record);
        await using var server = await LoopbackModel.StartAsync(_ => reply);
        using var client = new RecordedChatClient(AModelClient.Chat(server));

        var error = await Assert.ThrowsAsync<EvalInfrastructureException>(
            () => client.GetStreamingResponseAsync("hello", cancellationToken: TestContext.Current.CancellationToken).ToChatResponseAsync(TestContext.Current.CancellationToken));

        Assert.Equal(cause, error.Cause);
        Assert.Empty(recordings.Folder.Files());
    }

    [Theory]
    [MemberData(nameof(Replies))]
    [InlineData(null, ErrorCause.BrokenAnswer)]
    public static async Task IsToldApartInAWholeAnswer(ModelReply? reply, ErrorCause cause)
    {
        using var recordings = new ACaseWithRecordings();
        recordings.Begin(Recordings.RecordingMode.Record);
        await using var server = await LoopbackModel.StartAsync(_ => reply ?? new Babbles());
        using var client = new RecordedChatClient(AModelClient.Chat(server));

        var error = await Assert.ThrowsAsync<EvalInfrastructureException>(() => client.GetResponseAsync("hello", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(cause, error.Cause);
        Assert.Empty(recordings.Folder.Files());
    }
}
