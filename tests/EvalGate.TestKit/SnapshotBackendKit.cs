using EvalGate.Snapshots;
using Xunit;

namespace EvalGate.TestKit;

/// <summary>What every <see cref="ISnapshotBackend"/> must do, whatever library it plugs in: derive a test class, and say how to make one and how to approve.</summary>
public abstract class SnapshotBackendKit : IAsyncDisposable
{
    private static readonly SnapshotText One = new("The first answer, as it was approved.", SnapshotText.Markdown);
    private static readonly SnapshotText Two = new("The second answer, which nobody approved.", SnapshotText.Markdown);
    private static readonly SnapshotText Structured = new("{\n  \"a\": 1\n}", SnapshotText.Json);

    private readonly TempFolder _folder = new();

    /// <summary>A backend as a test session would make it.</summary>
    protected abstract ISnapshotBackend Make();

    /// <summary>Approves a text, as the backend's user does.</summary>
    protected abstract void Approve(string folder, string name, SnapshotText text);

    /// <summary>What waits for approval; null when nothing does.</summary>
    protected abstract SnapshotText? Waiting(string folder, string name);

    [Fact]
    public async Task KeepsWhatIsNewForApproval()
    {
        Assert.Equal(SnapshotVerdict.New, await VerifyAsync("a", One));
        Assert.Equal(One, Waiting(_folder.Path, "a"));
    }

    [Fact]
    public async Task PassesWhatIsApproved()
    {
        Approve(_folder.Path, "a", One);
        Approve(_folder.Path, "b", Structured);

        Assert.Equal([SnapshotVerdict.Match, SnapshotVerdict.Match], [await VerifyAsync("a", One), await VerifyAsync("b", Structured)]);
        Assert.Null(Waiting(_folder.Path, "a"));
    }

    [Fact]
    public async Task KeepsWhatChangedUntilItMatchesAgain()
    {
        Approve(_folder.Path, "a", One);

        Assert.Equal(SnapshotVerdict.Changed, await VerifyAsync("a", Two));
        Assert.Equal(Two, Waiting(_folder.Path, "a"));
        Assert.Equal(SnapshotVerdict.Match, await VerifyAsync("a", One));
        Assert.Null(Waiting(_folder.Path, "a"));
    }

    [Fact]
    public async Task AsksTheJudgeWhatCountsAsTheSame()
    {
        Approve(_folder.Path, "a", One);

        Assert.Equal(SnapshotVerdict.Equivalent, await VerifyAsync("a", One with { Text = One.Text.ToUpperInvariant() }, new() { Compare = TextComparison.Loose }));
        Assert.Null(Waiting(_folder.Path, "a"));
    }

    [Fact]
    public async Task WritesNothingWhereNothingMayBeWritten()
    {
        Assert.Equal(SnapshotVerdict.New, await VerifyAsync("a", One, mayWrite: false));
        Assert.Null(Waiting(_folder.Path, "a"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task KeepsCasesApartFromEachOther()
    {
        var backend = Make();
        string[] names = [.. Enumerable.Range(0, 64).Select(i => FormattableString.Invariant($"c-{i}"))];
        foreach (var name in names)
        {
            Approve(_folder.Path, name, One with { Text = name });
        }

        var verdicts = await Task.WhenAll(names.Select(n => Task.Run(() => backend.VerifyAsync(Request(n, One with { Text = n }, new(), true), CancellationToken.None).AsTask())));

        Assert.All(verdicts, v => Assert.Equal(SnapshotVerdict.Match, v.Verdict));
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async Task<SnapshotVerdict> VerifyAsync(string name, SnapshotText received, SnapshotSettings? settings = null, bool mayWrite = true) =>
        (await Make().VerifyAsync(Request(name, received, settings ?? new(), mayWrite), TestContext.Current.CancellationToken)).Verdict;

    private SnapshotRequest Request(string name, SnapshotText received, SnapshotSettings settings, bool mayWrite) =>
        new() { Folder = _folder.Path, Name = name, Received = received, InputHash = "i", Judge = new(settings), MayWrite = mayWrite };
}
