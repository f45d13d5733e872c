namespace EvalGate.Chat.Tests.Http;

public static class AnAdaptiveLimit
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public static async Task HalvesOnceForCallsThatWereLimitedTogether()
    {
        var limit = new AdaptiveLimit(8);
        var entered = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => limit.EnterAsync(Stop)));

        foreach (var turn in entered)
        {
            limit.Leave(turn, wasLimited: true);
        }

        Assert.Equal(4, limit.Current);
    }

    [Fact]
    public static async Task GrowsBackButNeverAboveItsMost()
    {
        var limit = new AdaptiveLimit(4);
        limit.Leave(await limit.EnterAsync(Stop), wasLimited: true);
        Assert.Equal(2, limit.Current);
        for (var call = 0; call < 20; call++)
        {
            limit.Leave(await limit.EnterAsync(Stop), wasLimited: false);
        }

        Assert.Equal(4, limit.Current);
    }

    [Fact]
    public static async Task NeverFallsToNothing()
    {
        var limit = new AdaptiveLimit(2);
        for (var call = 0; call < 5; call++)
        {
            limit.Leave(await limit.EnterAsync(Stop), wasLimited: true);
        }

        Assert.Equal(1, limit.Current);
    }

    [Fact]
    public static async Task LetsTheNextInWhenOneLeavesOrGivesUp()
    {
        var limit = new AdaptiveLimit(1);
        var first = await limit.EnterAsync(Stop);
        using var patience = new CancellationTokenSource();
        var second = limit.EnterAsync(patience.Token);
        var third = limit.EnterAsync(Stop);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted);
        limit.Leave(first, wasLimited: false);
        await third.WaitAsync(TimeSpan.FromMinutes(5), Stop);
    }
}
