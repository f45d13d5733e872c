namespace EvalGate.Shadow.Tests;

public static class TheLog
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public static async Task BeginsANewFileWhenOneIsLongAndDeletesTheOldest()
    {
        await using var shadow = new AShadow(log: new() { Folder = "", MaxFileBytes = 400, MaxFiles = 3 });
        for (var i = 0; i < 12; i++)
        {
            await shadow.Shadow.RunAsync($"question {i}", Cancel);
            await shadow.Shadow.WhenIdleAsync(Cancel);
        }

        var pairs = await shadow.PairsAsync();

        Assert.Equal(12, shadow.Shadow.Counts[ShadowOutcome.Logged]);
        Assert.Equal(3, shadow.Files.Length);
        Assert.All(shadow.Files, f => Assert.Equal("""{"evalgate":"shadow","version":1}""", File.ReadLines(f).First()));
        Assert.All(shadow.Files, f => Assert.InRange(new FileInfo(f).Length, 200, 800));
        Assert.Equal("question 11", pairs[^1].GetProperty("input").GetString());
        Assert.Equal(pairs.Select(p => p.GetProperty("input").GetString()).Order(StringComparer.Ordinal), pairs.Select(p => p.GetProperty("input").GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public static async Task DropsAndCountsWhatFindsNoRoom()
    {
        await using var shadow = new AShadow(log: new() { Folder = "", MaxQueuedBytes = 10 });
        await shadow.Shadow.RunAsync("question", Cancel);

        Assert.Empty(await shadow.PairsAsync());
        Assert.Equal("log_full 1", shadow.Shadow.Counts.ToString());
        Assert.Equal(0, shadow.Log.QueuedBytes);
    }

    [Fact]
    public static async Task NeverCountsMoreThanItMayHold()
    {
        await using var shadow = new AShadow(log: new() { Folder = "", MaxQueuedBytes = 10 });
        var appending = Task.Run(() => Parallel.For(0, 200_000, _ => shadow.Log.Append(new byte[11], shadow.Shadow.Counts)), Cancel);
        var most = 0L;
        while (!appending.IsCompleted)
        {
            most = Math.Max(most, shadow.Log.QueuedBytes);
        }

        await appending;
        Assert.Equal((0, "log_full 200000"), (most, shadow.Shadow.Counts.ToString()));
    }

    [Fact]
    public static async Task DropsAndCountsWhatTheDiskRefuses()
    {
        await using var shadow = new AShadow(log: new() { Folder = "a file/below" });
        await File.WriteAllTextAsync(Path.Combine(shadow.Folder, "a file"), "", Cancel);
        await shadow.Shadow.RunAsync("question", Cancel);
        await shadow.PairsAsync();

        Assert.Equal("disk_failed 1", shadow.Shadow.Counts.ToString());
        Assert.Equal(0, shadow.Log.QueuedBytes);
    }

    [Fact]
    public static async Task CountsWhatComesAfterItsEnd()
    {
        await using var shadow = new AShadow();
        await shadow.Log.DisposeAsync();
        await shadow.Shadow.RunAsync("question", Cancel);
        await shadow.PairsAsync();

        Assert.Equal("log_full 1", shadow.Shadow.Counts.ToString());
    }

    [Fact]
    public static async Task LeavesFilesOfOthersAlone()
    {
        await using var shadow = new AShadow(log: new() { Folder = "", MaxFiles = 1, MaxFileBytes = 1 });
        await File.WriteAllTextAsync(Path.Combine(shadow.Folder, "shadow.cases.jsonl"), "", Cancel);
        await File.WriteAllTextAsync(Path.Combine(shadow.Folder, "other-20200101T000000Z-1-0001.jsonl"), "", Cancel);
        for (var i = 0; i < 3; i++)
        {
            await shadow.Shadow.RunAsync($"question {i}", Cancel);
        }

        await shadow.Shadow.WhenIdleAsync(Cancel);
        await shadow.Log.DisposeAsync();
        Assert.Equal(3, shadow.Files.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("../up")]
    [InlineData("a*")]
    public static void RefusesANameThatIsNoFileName(string name) => Assert.Throws<ArgumentException>(() => new ShadowLog(new() { Folder = "x", Name = name }));
}
