using EvalGate.Snapshots;

namespace EvalGate.Files.Tests;

public sealed class ASnapshotFolder : IDisposable
{
    private static readonly SnapshotText One = new("one", "md");
    private static readonly SnapshotText Two = new("two", "md");
    private static readonly SnapshotText Json = new("{\n  \"a\": 1\n}", "json");

    private readonly TempFolder _folder = new();

    [Fact]
    public void KeepsVerifysConventions()
    {
        var folder = Open();
        folder.Approve("a", One);
        folder.Leave("a", Two);
        folder.Leave("b", Json);

        Assert.Equal(["a.received.md", "a.verified.md", "b.received.json"], Files());
        Assert.Equal("one"u8, File.ReadAllBytes(_folder["a.verified.md"]));
        Assert.Equal(["a", "b"], folder.Waiting);
        Assert.Equal(["a"], folder.Verified);
    }

    [Fact]
    public void FindsWhatItHolds()
    {
        Open().Approve("a", One);
        Open().Leave("a", Json);

        Assert.Equal(One, Open().Approved("a", "md")!.Verified);
        Assert.Equal(Json, Open().Received("a"));
        Assert.Null(Open().Approved("b", "md"));
        Assert.Null(Open().Received("b"));
    }

    [Theory]
    [InlineData("\uFEFFone")]
    [InlineData("one\r\n")]
    [InlineData("one\n\n")]
    public void ReadsTolerantly(string stored)
    {
        _folder.Write("a.verified.md", stored);

        Assert.Equal(One, Open().Approved("a", "md")!.Verified);
    }

    [Fact]
    public void TakesAnEmptyFileForNothing()
    {
        _folder.Write("a.verified.md", "\uFEFF");
        _folder.Write("b.received.md", "");

        Assert.Null(Open().Approved("a", "md"));
        Assert.Null(Open().Received("b"));
        Assert.Equal(["a"], Open().Empty());
    }

    [Fact]
    public void ReplacesAnotherKindOfFile()
    {
        Open().Approve("a", One);
        Open().Leave("a", Two);
        Open().Approve("a", Json);

        Assert.Equal(["a.verified.json"], Files());
    }

    [Fact]
    public void NamesCasesWithTwoApprovedFilesAndPrefersTheKindThatCameOut()
    {
        _folder.Write("a.verified.md", "one");
        _folder.Write("a.verified.json", "1");

        Assert.Equal(["a"], Open().Doubled());
        Assert.Equal(("md", "json"), (Open().Approved("a", "md")!.Verified.Extension, Open().Approved("a", "json")!.Verified.Extension));
    }

    [Fact]
    public void HasAtMostFiveAlternatives()
    {
        var folder = Open();
        folder.Approve("a", One);
        var added = Enumerable.Range(0, 6).Select(i => folder.ApproveAlternative("a", new($"other {i}", "md"))).ToArray();

        Assert.Equal([true, true, true, true, true, false], added);
        Assert.True(folder.ApproveAlternative("a", new("other 3", "md")));
        Assert.Equal(5, Open().Approved("a", "md")!.Alternatives.Count);
        Assert.Equal(["a"], Open().Verified);
    }

    [Fact]
    public void MayBeSharded()
    {
        SnapshotFolder.Open(_folder.Path, isSharded: true).Approve("a", One);
        Assert.Equal([$"{SnapshotName.Shard("a")}/a.verified.md"], Files());

        Open().Approve("a", Two);
        Assert.Equal(["a.verified.md"], Files());
        Assert.Equal(Two, SnapshotFolder.Open(_folder.Path, isSharded: true).Approved("a", "md")!.Verified);
    }

    [Fact]
    public void GivesACaseANewName()
    {
        Open().Approve("a", One);
        Open().ApproveAlternative("a", Two);
        Open().Rename("a", "b");

        Assert.Equal(["b.verified.md", $"{SnapshotName.OfAlternative("b", Two.Hash)}.verified.md"], Files().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void DeletesEverythingOfACase()
    {
        Open().Approve("a", One);
        Open().ApproveAlternative("a", Two);
        Open().Leave("a", Json);
        Open().Approve("ab", One);
        Open().Delete("a");

        Assert.Equal(["ab.verified.md"], Files());
    }

    [Fact]
    public void LeavesOtherFilesAlone()
    {
        _folder.Write("README.md", "ours");
        _folder.Write("a.verified.txt", "Verify's");
        _folder.Write("zz/a.verified.md", "somebody's");
        Open().Delete("a");

        Assert.Empty(Open().Verified);
        Assert.Equal(3, Files().Length);
    }

    [Fact]
    public void SurvivesTwoProcessesThatLeaveTheSameOutput()
    {
        var folders = Enumerable.Range(0, 4).Select(_ => Open()).ToArray();

        Parallel.ForEach(Enumerable.Range(0, 200), i => folders[i % 4].Leave($"c{i / 4}", One));

        Assert.Equal(50, Open().Waiting.Count);
        Assert.All(Open().Waiting, name => Assert.Equal(One, Open().Received(name)));
        Assert.DoesNotContain(Files(), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void KeepsWhatWasApprovedWhenTheDiskIsFull()
    {
        using var disk = new SmallDisk();
        var folder = SnapshotFolder.Open(disk["s"], isSharded: false);
        folder.Approve("a", One);
        disk.Fill();
        var large = new SnapshotText(new('x', 100_000), "md");

        Assert.Equal("Free space on the disk and run again.", Assert.Throws<FilesException>(() => folder.Approve("a", large)).Remedy);
        Assert.Throws<FilesException>(() => folder.Leave("a", large));
        Assert.Equal(One, SnapshotFolder.Open(disk["s"], isSharded: false).Approved("a", "md")!.Verified);
        Assert.Empty(SnapshotFolder.Open(disk["s"], isSharded: false).Waiting);
    }

    public void Dispose() => _folder.Dispose();

    private SnapshotFolder Open() => SnapshotFolder.Open(_folder.Path, isSharded: false);

    private string[] Files() => [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(_folder.Path, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
