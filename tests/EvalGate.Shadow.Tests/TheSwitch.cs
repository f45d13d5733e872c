namespace EvalGate.Shadow.Tests;

public static class TheSwitch
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public static async Task EndsCallsInFlightAndLetsNoneBegin()
    {
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = 0;
        var options = AShadow.Everything with { Switch = new() };
        await using var shadow = new AShadow(
            async (_, stop) =>
            {
                Interlocked.Increment(ref calls);
                began.SetResult();
                await Task.Delay(-1, stop);
                return "";
            },
            options: options);

        await shadow.Shadow.RunAsync("question", Cancel);
        await began.Task.WaitAsync(Cancel);
        options.Switch.TurnOff();
        await shadow.Shadow.WhenIdleAsync(Cancel);
        Assert.Equal("incumbent", await shadow.Shadow.RunAsync("another", Cancel));

        Assert.Equal(1, calls);
        Assert.Equal("off 2", shadow.Shadow.Counts.ToString());
        Assert.Empty(await shadow.PairsAsync());
    }

    [Fact]
    public static async Task TurnsOnAgain()
    {
        var options = AShadow.Everything with { Switch = new() };
        await using var shadow = new AShadow(options: options);
        options.Switch.TurnOff();
        await shadow.Shadow.RunAsync("unseen", Cancel);
        options.Switch.TurnOn();
        await shadow.Shadow.RunAsync("seen", Cancel);

        Assert.Equal("seen", Assert.Single(await shadow.PairsAsync()).GetProperty("input").GetString());
    }
}
