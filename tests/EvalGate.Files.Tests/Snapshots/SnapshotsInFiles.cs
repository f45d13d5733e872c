using EvalGate.Snapshots;

namespace EvalGate.Files.Tests;

public sealed class SnapshotsInFiles : IDisposable
{
    private static readonly SnapshotText One = new("one", "md");
    private static readonly SnapshotText Two = new("two", "md");

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task WaitBesideTheApprovedOneUntilTheyMatchAgain()
    {
        Assert.Equal(SnapshotVerdict.New, await VerifyAsync(One));
        Assert.Equal(["a.received.md"], Files());

        SnapshotFolder.Open(_folder.Path, isSharded: false).Approve("a", One);
        Assert.Equal(SnapshotVerdict.Match, await VerifyAsync(One));
        Assert.Equal(SnapshotVerdict.Changed, await VerifyAsync(Two));
        Assert.Equal(["a.received.md", "a.verified.md"], Files());

        Assert.Equal(SnapshotVerdict.Match, await VerifyAsync(One));
        Assert.Equal(["a.verified.md"], Files());
    }

    [Fact]
    public async Task TouchNothingWhereNothingMayBeWritten()
    {
        Assert.Equal(SnapshotVerdict.New, await VerifyAsync(One, mayWrite: false));
        Assert.Empty(Files());
    }

    [Fact]
    public async Task AreStaleForAnotherInput()
    {
        SnapshotFolder.Open(_folder.Path, isSharded: false).Approve("a", One);
        Approvals.Write(_folder.Path, new(new("s", DateTimeOffset.UnixEpoch, "ada", "command", null, []), [new("a", "i1", One.Hash)]));

        Assert.Equal(SnapshotVerdict.Match, await VerifyAsync(One, input: "i1"));
        Assert.Equal(SnapshotVerdict.Stale, await VerifyAsync(One, input: "i2"));
        Assert.Contains("a.received.md", Files());
    }

    [Fact]
    public async Task AreComparedWhereNothingCanBeWrittenAndSaySo()
    {
        _folder.Write("s", "a file where a folder should be");

        var request = Request(One, mayWrite: true, "i") with { Folder = _folder["s"] };
        var comparison = await new FileSnapshots(isSharded: false).VerifyAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(SnapshotVerdict.New, comparison.Verdict);
        Assert.Contains(_folder["s"], comparison.Note, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<SnapshotVerdict> VerifyAsync(SnapshotText received, bool mayWrite = true, string input = "i") =>
        (await new FileSnapshots(isSharded: false).VerifyAsync(Request(received, mayWrite, input), TestContext.Current.CancellationToken)).Verdict;

    private SnapshotRequest Request(SnapshotText received, bool mayWrite, string input) =>
        new() { Folder = _folder.Path, Name = "a", Received = received, InputHash = input, Judge = new(new()), MayWrite = mayWrite };

    private string[] Files() => [.. Directory.EnumerateFiles(_folder.Path).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];
}
