using System.Text.Json;
using EvalGate.Snapshots;

namespace EvalGate.Tool.Tests.Snapshots;

public sealed class AReview : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void ShowsOneOfEachGroupAndDoesWhatWasDecided()
    {
        var project = AProjectWithChanges();

        Approved.Is("snapshots-review.txt", Press("rAsy").Exits(1).Out);

        Assert.Equal(["en-1"], project.Folder.Waiting);
        Assert.Equal(ASnapshotProject.Output("x", "You can return it within 14 days of delivery."), project.Folder.Approved("de-1", "json")!.Verified);
        Assert.Equal(ASnapshotProject.Output("x", "You can return it within 30 days of delivery."), project.Folder.Approved("de-0", "json")!.Verified);
        var header = JsonDocument.Parse(File.ReadLines(Assert.Single(project.Batches())).First()).RootElement;
        Assert.Equal(("review", "somebody"), (header.GetProperty("how").GetString(), header.GetProperty("approved_by").GetString()));
    }

    [Theory]
    [InlineData("AAAy", 0)]
    [InlineData("sAAy", 1)]
    [InlineData("SSS", 4)]
    [InlineData("q", 4)]
    [InlineData("", 4)]
    [InlineData("AAAn", 4)]
    [InlineData("AAA", 4)]
    [InlineData("Aqy", 3)]
    [InlineData("AuSaqy", 3)]
    [InlineData("uAAuuuSSSy", 4)]
    [InlineData("xd?AAAy", 0)]
    public void FollowsTheKeysAndChangesNothingBeforeTheEnd(string keys, int left)
    {
        var project = AProjectWithChanges();

        Press(keys);

        Assert.Equal(left, project.Folder.Waiting.Count);
    }

    [Fact]
    public void OpensCopiesInTheDiffTool()
    {
        AProjectWithChanges();
        var opened = new List<string>();

        var outcome = Press("dq", t => t with { OpenDiff = (before, after, name) => { opened.Add($"{name} {before.Text.Length != after.Text.Length}"); return null; } });

        Assert.Equal("de-0 True", Assert.Single(opened));
        Assert.Contains("Opened copies of both", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void MayBeOfSomeChangesOnly()
    {
        var project = AProjectWithChanges();

        Press("Ay", arguments: "snapshots review --slice language=en --kind number").Exits(1);

        Assert.Equal(["de-0", "de-1", "en-1"], project.Folder.Waiting);
    }

    [Fact]
    public void PrintsTheCommandsWhereNobodyIsThereToAnswer()
    {
        AProjectWithChanges();

        Approved.Is("snapshots-review-refused.txt", _place.Run("snapshots review").Exits(3).Error);
    }

    [Fact]
    public void HasNothingToAskWhereNothingWaits()
    {
        new ASnapshotProject(_place).Approve("de-0", "x");

        Assert.Equal("Nothing waits for approval.\n", Press("a").Exits(0).Out);
    }

    [Fact]
    public void ShowsHostileTextAsText()
    {
        new ASnapshotProject(_place).Approve("de-0", "x").Leave("de-0", "\u001b[2J[red]\u202e", "::error::x [bold]");

        var outcome = Press("q").Out;

        Assert.DoesNotContain('\u001b', outcome);
        Assert.DoesNotContain('\u202e', outcome);
        Assert.Contains("[bold]", outcome, StringComparison.Ordinal);
    }

    public void Dispose() => _place.Dispose();

    private Outcome Press(string keys, Func<Terminal, Terminal>? change = null, string arguments = "snapshots review")
    {
        var left = new Queue<char>(keys);
        Terminal Pressing(Terminal terminal) => terminal with { IsInteractive = true, ReadKey = () => left.TryDequeue(out var key) ? key : null };
        return _place.Run(arguments, t => change?.Invoke(Pressing(t)) ?? Pressing(t));
    }

    private ASnapshotProject AProjectWithChanges() => new ASnapshotProject(_place).WithBaseline()
        .Approve("de-0", "x").Leave("de-0", "x", "I'm sorry, but I can't help with that.", correct: 0)
        .Approve("de-1", "x").Leave("de-1", "x", "You can return it within 14 days of delivery.")
        .Approve("en-0", "x").Leave("en-0", "x", "You can return it within 14 days of delivery.")
        .Approve("en-1", "x").Leave("en-1", "y");
}
