namespace EvalGate.Shadow.Tests;

/// <summary>What a caller of a shadowed system notices of the shadow: nothing.</summary>
public static class TheCaller
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Candidates { get; } = ["throws", "throws late", "hangs", "blocks its thread", "returns null", "fails to describe", "fails to cancel"];

    [Theory]
    [MemberData(nameof(Candidates))]
    public static async Task GetsTheIncumbentsAnswer(string candidate)
    {
        var answer = new string("the answer");
        var end = new TaskCompletionSource();
        await using var shadow = new AShadow((_, stop) => Bad(candidate, end, stop), (_, _) => Task.FromResult(answer), describe: candidate == "fails to describe" ? _ => throw new InvalidOperationException() : null);

        Assert.Same(answer, await shadow.Shadow.RunAsync("question", Cancel));
        end.SetResult();
    }

    [Fact]
    public static async Task GetsTheIncumbentsException()
    {
        var failure = new InvalidOperationException("busy");
        await using var shadow = new AShadow(incumbent: (_, _) => throw failure);

        Assert.Same(failure, await Assert.ThrowsAsync<InvalidOperationException>(() => shadow.Shadow.RunAsync("question", Cancel)));
        Assert.Empty(await shadow.PairsAsync());
        Assert.Equal(1, shadow.Shadow.Counts[ShadowOutcome.IncumbentFailed]);
    }

    [Fact]
    public static async Task EndsTheShadowByGivingUp()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var shadow = new AShadow((_, stop) => Hang(cancelled, caller.CancelAsync, stop), HangAsync);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => shadow.Shadow.RunAsync("question", caller.Token));
        await cancelled.Task.WaitAsync(Cancel);
        Assert.Empty(await shadow.PairsAsync());
        Assert.Equal("cancelled 1", shadow.Shadow.Counts.ToString());
    }

    [Fact]
    public static async Task MayLeaveOnceItIsAnswered()
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var left = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var shadow = new AShadow((_, stop) => left.Task.WaitAsync(stop));

        await shadow.Shadow.RunAsync("question", caller.Token);
        await caller.CancelAsync();
        left.SetResult("late");

        Assert.Equal("late", Assert.Single(await shadow.PairsAsync()).GetProperty("shadow").GetProperty("output").GetString());
    }

    [Fact]
    public static async Task LendsNothingOfItsContextToTheCandidate()
    {
        var ambient = new AsyncLocal<string> { Value = "the caller's scope" };
        var seen = "unset";
        await using var shadow = new AShadow((_, _) => Task.FromResult(seen = ambient.Value ?? "nothing"));

        await shadow.Shadow.RunAsync("question", Cancel);
        await shadow.PairsAsync();

        Assert.Equal("nothing", seen);
    }

    private static async Task<string> HangAsync(string input, CancellationToken cancel)
    {
        await Task.Delay(-1, cancel);
        return input;
    }

    private static async Task<string> Hang(TaskCompletionSource cancelled, Func<Task> giveUp, CancellationToken stop)
    {
        stop.Register(cancelled.SetResult);
        await giveUp();
        await Task.Delay(-1, stop);
        return "";
    }

    private static Task<string> Bad(string kind, TaskCompletionSource end, CancellationToken stop)
    {
        switch (kind)
        {
            case "throws": throw new InvalidOperationException();
            case "throws late": return Task.Delay(1, CancellationToken.None).ContinueWith<string>(_ => throw new InvalidOperationException(), TaskScheduler.Default);
            case "hangs": return Task.Delay(-1, stop).ContinueWith(_ => "", TaskScheduler.Default);
            case "blocks its thread": SpinWait.SpinUntil(() => end.Task.IsCompleted); return Task.FromResult("");
            case "returns null": return null!;
            case "fails to cancel": stop.Register(() => throw new InvalidOperationException()); throw new InvalidOperationException();
            default: return Task.FromResult("");
        }
    }
}
