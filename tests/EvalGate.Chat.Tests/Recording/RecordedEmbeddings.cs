using EvalGate.ModelServer;
using EvalGate.Recordings;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat.Tests.Recording;

public static class RecordedEmbeddings
{
    [Fact]
    public static async Task ComeBackToTheBit()
    {
        var stop = TestContext.Current.CancellationToken;
        using var recordings = new ACaseWithRecordings();
        await using var server = await LoopbackModel.StartAsync(_ => new Says(""));
        using var generator = new RecordedEmbeddingGenerator(AModelClient.Embeddings(server), AModelClient.Model);
        recordings.Begin(RecordingMode.Record);
        var live = await generator.GenerateAsync(["a parcel", "ein Paket"], cancellationToken: stop);

        var context = recordings.Begin(RecordingMode.Replay);
        var again = await generator.GenerateAsync(["a parcel", "ein Paket"], cancellationToken: stop);

        Assert.Equal(live.Select(e => e.Vector.ToArray()), again.Select(e => e.Vector.ToArray()));
        Assert.Equal(("tiny-2026", 4), (context.Components["model"], context.Usage?.InputTokens));
        Assert.Equal(1, server.Calls);
        await Assert.ThrowsAsync<EvalInfrastructureException>(() => generator.GenerateAsync(["ein Paket"], cancellationToken: stop));
    }
}
