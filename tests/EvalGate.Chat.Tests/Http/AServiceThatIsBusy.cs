using EvalGate.ModelServer;
using Microsoft.Extensions.AI;

namespace EvalGate.Chat.Tests.Http;

public static class AServiceThatIsBusy
{
    private static readonly ModelCallOptions Quick = new() { FirstDelay = TimeSpan.FromMilliseconds(5) };

    [Theory]
    [InlineData(429)]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(503)]
    public static async Task IsAskedAgain(int status)
    {
        await using var server = await LoopbackModel.StartAsync(call => call.Attempt < 3 ? new Refuses(status) : new Says("here"));

        Assert.Equal("here", await AskAsync(server, Quick));
        Assert.Equal(3, server.Calls);
    }

    [Fact]
    public static async Task IsGivenTheTimeItAsksFor()
    {
        await using var server = await LoopbackModel.StartAsync(call => call.Attempt < 2 ? new Refuses(429) { RetryAfter = "17" } : new Says("here"));
        var time = new HurriedTime();

        Assert.Equal("here", await AskAsync(server, Quick, time));
        Assert.Equal([TimeSpan.FromSeconds(17)], time.Waits);
    }

    [Fact]
    public static async Task IsNotWaitedForLongerThanAllowed()
    {
        await using var server = await LoopbackModel.StartAsync(_ => new Refuses(429) { RetryAfter = "3600" });

        var refusal = await Assert.ThrowsAsync<System.ClientModel.ClientResultException>(() => AskAsync(server, Quick));
        Assert.Equal((429, 1), (refusal.Status, server.Calls));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    public static async Task IsNotAskedAgainWhenTheRequestIsWrong(int status)
    {
        await using var server = await LoopbackModel.StartAsync(_ => new Refuses(status));

        await Assert.ThrowsAsync<System.ClientModel.ClientResultException>(() => AskAsync(server, Quick));
        Assert.Equal(1, server.Calls);
    }

    [Fact]
    public static async Task IsGivenUpAfterTheLastTry()
    {
        await using var server = await LoopbackModel.StartAsync(_ => new Refuses(500));

        await Assert.ThrowsAsync<System.ClientModel.ClientResultException>(() => AskAsync(server, Quick with { Retries = 2 }));
        Assert.Equal(3, server.Calls);
    }

    [Fact]
    public static async Task IsAskedLessAtOnce()
    {
        await using var server = await LoopbackModel.StartAsync(call => call.Attempt == 1 && call.Number <= 8 ? new Refuses(429) : new Says("here") { After = TimeSpan.FromMilliseconds(20) });
        using var handler = new ModelCallHandler(Quick with { Concurrency = 8 });
        using var client = new HttpClient(handler);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => PostAsync(client, server, i)));

        Assert.All(answers, a => Assert.Equal(System.Net.HttpStatusCode.OK, a));
        Assert.InRange(handler.Concurrency, 2, 6);
    }

    private static async Task<System.Net.HttpStatusCode> PostAsync(HttpClient client, LoopbackModel server, int number)
    {
        using var content = new StringContent($$"""{"model":"tiny","messages":[{"role":"user","content":"{{number}}"}]}""");
        using var response = await client.PostAsync(new Uri($"{server.Address}/chat/completions"), content, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static async Task<string> AskAsync(LoopbackModel server, ModelCallOptions options, TimeProvider? time = null)
    {
        using var client = AModelClient.Chat(server, options, time);
        return (await client.GetResponseAsync("hello", cancellationToken: TestContext.Current.CancellationToken)).Text;
    }
}
