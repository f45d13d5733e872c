using EvalGate.Snapshots;

namespace EvalGate.Files.Tests;

public sealed class APackOfPendingSnapshots : IDisposable
{
    private static readonly PendingHeader Header = new("support", "20261122T090000000Z-1", new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero), "4c1d9ab");

    private static readonly PendingSnapshot Changed = new()
    {
        CaseId = "A / ü",
        Verdict = SnapshotVerdict.Changed,
        Policy = SnapshotPolicy.Block,
        InputHash = "i",
        Received = new("line\nline \"two\" \u2028", "md"),
        Scores = new Dictionary<string, double> { ["correct"] = 0.5 },
        Results = 3,
        Agreeing = 2,
    };

    private readonly TempFolder _folder = new();

    [Fact]
    public void ReadsAsItWasWritten()
    {
        var pack = PendingPack.OfRun(Write(new PendingEnd(12, ["gone"])))!;

        Assert.Equivalent(Header, pack.Header, strict: true);
        Assert.Equivalent(Changed, Assert.Single(pack.Pending), strict: true);
        Assert.Equal((12, 1, 1, "gone"), (pack.Census.Compared, pack.Census.Blocking, pack.Census.Count(SnapshotVerdict.Changed), Assert.Single(pack.Census.Orphans)));
    }

    [Fact]
    public void OfARunThatWasCutOffHoldsWhatWasWritten()
    {
        var run = Write(null);
        var path = Path.Combine(PendingPack.FolderOf(_folder.Path), Path.GetFileName(run));
        File.AppendAllText(path, "{\"case\":\"half");

        var pack = PendingPack.OfRun(run)!;

        Assert.Null(pack.End);
        Assert.Single(pack.Pending);
    }

    [Fact]
    public void IsNotTakenForARun()
    {
        Write(new PendingEnd(1, []));

        Assert.Empty(RunFolder.All(_folder.Path).Diagnostics);
        Assert.Null(PendingPack.OfRun(_folder["other.jsonl"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense\n")]
    [InlineData("[]\n")]
    [InlineData("{\"evalgate\":\"run\",\"version\":1}\n")]
    [InlineData("{\"evalgate\":\"pending\",\"version\":1,\"suite\":\"s\",\"run\":\"r\",\"started\":\"2026-11-22T09:00:00Z\"}\n{\"case\":\"a\"}\n")]
    [InlineData("{\"evalgate\":\"pending\",\"version\":1,\"suite\":\"s\",\"run\":\"r\",\"started\":\"2026-11-22T09:00:00Z\"}\n[1]\n")]
    public void ThatIsDamagedIsRefused(string text)
    {
        _folder.Write("pending/x.jsonl", text);

        Assert.Throws<RunFileException>(() => PendingPack.OfRun(_folder["x.jsonl"]));
        Assert.Empty(PendingPack.All(_folder["pending"]));
    }

    public void Dispose() => _folder.Dispose();

    private string Write(PendingEnd? end)
    {
        var run = _folder["20261122T090000000Z-1.jsonl"];
        using var writer = PendingPackWriter.Create(run, Header);
        writer.Append(Changed);
        if (end is not null)
        {
            writer.Finish(end);
        }

        return run;
    }
}
