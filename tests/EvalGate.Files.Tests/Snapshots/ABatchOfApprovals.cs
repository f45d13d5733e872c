namespace EvalGate.Files.Tests;

public sealed class ABatchOfApprovals : IDisposable
{
    private static readonly ApprovalHeader Header = new("support", new(2026, 11, 22, 10, 0, 0, TimeSpan.FromHours(2)), "ada", "review", "brand rename", ["20261122T090000000Z-1"]);

    private readonly TempFolder _folder = new();

    [Fact]
    public void IsAFileOfItsOwn()
    {
        var path = Write(Header, new ApprovalLine("b", "i2", "o2"), new("a", "i1", "o1"));

        Assert.StartsWith(_folder[".approvals/20261122T080000Z-"], path.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Equal(
            """
            {"evalgate":"approvals","version":1,"suite":"support","approved_at":"2026-11-22T10:00:00+02:00","approved_by":"ada","how":"review","reason":"brand rename","runs":["20261122T090000000Z-1"]}
            {"case":"a","input":"i1","output":"o1"}
            {"case":"b","input":"i2","output":"o2"}

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(path));
    }

    [Fact]
    public void TellsForWhichInputAnOutputWasApproved()
    {
        Write(Header, new ApprovalLine("a", "i1", "o1"), new("B", "i1", "o1"));
        Write(Header with { Reason = null }, new ApprovalLine("a", "i2", "o1"));
        var approvals = Approvals.Read(_folder.Path);

        Assert.False(approvals.IsStale("a", "o1", "i1"));
        Assert.False(approvals.IsStale("a", "o1", "i2"));
        Assert.True(approvals.IsStale("a", "o1", "i3"));
        Assert.False(approvals.IsStale("a", "o9", "i3"));
        Assert.True(approvals.IsStale(EvalGate.Snapshots.SnapshotName.Of("B"), "o1", "i3"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("{\"evalgate\":\"run\",\"version\":1}")]
    [InlineData("{\"evalgate\":\"approvals\",\"version\":9}")]
    [InlineData("{\"evalgate\":\"approvals\",\"version\":1}\n{\"case\":1}")]
    [InlineData("{\"evalgate\":\"approvals\",\"version\":1}\n<<<<<<< HEAD")]
    public void ThatIsDamagedIsNamedAndSkipped(string text)
    {
        Write(Header, new ApprovalLine("a", "i1", "o1"));
        _folder.Write(".approvals/0.jsonl", text + "\n");
        var approvals = Approvals.Read(_folder.Path);

        Assert.Equal("0.jsonl", Path.GetFileName(Assert.Single(approvals.Problems).Place.File));
        Assert.True(approvals.IsStale("a", "o1", "i3"));
    }

    [Fact]
    public void IsWrittenWholeOrNotAtAll()
    {
        using var disk = new SmallDisk();
        Directory.CreateDirectory(disk["s/.approvals"]);
        disk.Fill();
        ApprovalLine[] lines = [.. Enumerable.Range(0, 2000).Select(i => new ApprovalLine(FormattableString.Invariant($"c{i}"), "i", "o"))];

        Assert.Equal("Free space on the disk and run again.", Assert.Throws<FilesException>(() => Approvals.Write(disk["s"], new(Header, lines))).Remedy);
        Assert.Empty(Directory.EnumerateFiles(disk["s/.approvals"]));
    }

    public void Dispose() => _folder.Dispose();

    private string Write(ApprovalHeader header, params ApprovalLine[] lines) => Approvals.Write(_folder.Path, new(header, lines));
}
