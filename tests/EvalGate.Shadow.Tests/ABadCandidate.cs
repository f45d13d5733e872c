namespace EvalGate.Shadow.Tests;

/// <summary>A candidate that fails is an answer in the log; one that fails for long is left alone; none piles up.</summary>
public static class ABadCandidate
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public static async Task ThatThrowsIsLoggedWithoutItsMessage()
    {
        await using var shadow = new AShadow((_, _) => throw new InvalidOperationException("https://key@host"));
        await shadow.Shadow.RunAsync("question", Cancel);

        Assert.Equal("""{"kind":"threw","type":"System.InvalidOperationException"}""", Error(await shadow.PairsAsync()));
    }

    [Fact]
    public static async Task ThatIsLateIsLoggedAsATimeoutAndCancelled()
    {
        var cancelled = false;
        await using var shadow = new AShadow(
            async (_, stop) =>
            {
                await Task.Delay(-1, stop).ContinueWith(_ => cancelled = true, TaskScheduler.Default);
                return "late";
            },
            options: AShadow.Everything with { Timeout = TimeSpan.FromMilliseconds(20) });
        await shadow.Shadow.RunAsync("question", Cancel);

        Assert.Equal("""{"kind":"timeout"}""", Error(await shadow.PairsAsync()));
        Assert.True(cancelled);
    }

    [Fact]
    public static async Task ThatSaysTooMuchIsLoggedWithoutIt()
    {
        await using var shadow = new AShadow(AShadow.Says(new('x', 2000)), options: AShadow.Everything with { MaxTextBytes = 1000 });
        await shadow.Shadow.RunAsync("question", Cancel);

        Assert.Equal("""{"kind":"too_large"}""", Error(await shadow.PairsAsync()));
    }

    [Fact]
    public static async Task ThatIgnoresItsCancellationKeepsItsPlace()
    {
        var end = new TaskCompletionSource<string>();
        await using var shadow = new AShadow((_, _) => end.Task, options: AShadow.Everything with { Timeout = TimeSpan.FromMilliseconds(10), MaxConcurrent = 3 });
        for (var i = 0; i < 20; i++)
        {
            await shadow.Shadow.RunAsync($"question {i}", Cancel);
        }

        while (shadow.Shadow.Counts.Total < 20)
        {
            await Task.Delay(5, Cancel);
        }

        await shadow.Shadow.RunAsync("one more, long after the timeouts", Cancel);
        Assert.Equal("logged 3, busy 18", shadow.Shadow.Counts.ToString());
        end.SetResult("");
        Assert.Equal(3, (await shadow.PairsAsync()).Length);
    }

    [Fact]
    public static async Task IsLeftAloneAndTriedAgain()
    {
        var calls = 0;
        var clock = new ManualClock();
        await using var shadow = new AShadow(
            (_, _) => ++calls <= 2 ? throw new InvalidOperationException() : Task.FromResult("well again"),
            options: AShadow.Everything with { Time = clock, Breaker = new() { MinimumCalls = 2, Break = TimeSpan.FromSeconds(20), Window = TimeSpan.FromMinutes(1) } });
        for (var i = 0; i < 5; i++)
        {
            await shadow.Shadow.RunAsync($"question {i}", Cancel);
            await shadow.Shadow.WhenIdleAsync(Cancel);
        }

        Assert.Equal(2, calls);
        Assert.Equal(3, shadow.Shadow.Counts[ShadowOutcome.BreakerOpen]);
        clock.Advance(TimeSpan.FromSeconds(19));
        await shadow.Shadow.RunAsync("before the end of the break", Cancel);
        await shadow.Shadow.WhenIdleAsync(Cancel);
        Assert.Equal(4, shadow.Shadow.Counts[ShadowOutcome.BreakerOpen]);
        clock.Advance(TimeSpan.FromSeconds(2));
        await shadow.Shadow.RunAsync("after the break", Cancel);

        Assert.Equal("well again", (await shadow.PairsAsync())[^1].GetProperty("shadow").GetProperty("output").GetString());
    }

    private static string Error(System.Text.Json.JsonElement[] pairs) => Assert.Single(pairs).GetProperty("shadow").GetProperty("error").GetRawText();
}
