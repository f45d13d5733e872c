using System.Text.Json;
using EvalGate.Snapshots;

namespace EvalGate.Tool.Tests.Snapshots;

public sealed class AStatusOfSnapshots : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void ListsGroupsTheWorstKindFirst()
    {
        AProjectWithChanges();

        Approved.Is("snapshots-status.txt", _place.Run("snapshots status").Exits(1).Out);
    }

    [Fact]
    public void IsCalmWhereNothingWaits()
    {
        new ASnapshotProject(_place).Approve("de-0", "x");

        Assert.Equal("toy: nothing waits for approval; 1 output approved\n", _place.Run("snapshots status").Exits(0).Out);
    }

    [Fact]
    public void IsAvailableAsJson()
    {
        AProjectWithChanges().WithBaseline();

        using var json = JsonDocument.Parse(_place.Run("snapshots status --json").Exits(1).Out);
        var suite = Assert.Single(json.RootElement.GetProperty("suites").EnumerateArray());
        var change = suite.GetProperty("changes").EnumerateArray().Single(c => c.GetProperty("case").GetString() == "de-0");
        Assert.Equal((5, 2, "refusal", "A"), (suite.GetProperty("pending").GetInt32(), suite.GetProperty("blocking").GetInt32(), change.GetProperty("kind").GetString(), change.GetProperty("group").GetString()));
        Assert.Equal("[1,0]", change.GetProperty("metrics").GetProperty("correct").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("output.answer", change.GetProperty("differences")[0].GetProperty("path").GetString());
    }

    [Fact]
    public void NamesWhatIsMissing()
    {
        AProject.In(_place);

        Assert.Contains("suite 'toy' has no 'snapshots:', so there is nothing to approve.", _place.Run("snapshots status").Exits(3).Error, StringComparison.Ordinal);
        Assert.Contains("there is no suite 'tay'", _place.Run("snapshots status tay").Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FindsWhatIsWrongWithTheFolder()
    {
        var project = new ASnapshotProject(_place).Approve("gone", "x").Approve("de-0", "x");
        _place.Run("snapshots check --project .").Exits(1);
        _place.Write("evals/toy.snapshots/de-1.verified.md", "");
        _place.Write("evals/toy.snapshots/de-0.verified.md", "x");
        _place.Write("evals/toy.snapshots/.approvals/x.jsonl", "<<<<<<<\n");

        Assert.Equal(4, _place.Run("snapshots check").Exits(1).Out.Split('\n').Count(l => l.StartsWith("toy: ", StringComparison.Ordinal)));
        project.Folder.Delete("gone");
        File.Delete(_place["evals/toy.snapshots/de-1.verified.md"]);
        File.Delete(_place["evals/toy.snapshots/de-0.verified.md"]);
        File.Delete(_place["evals/toy.snapshots/.approvals/x.jsonl"]);
        Assert.Equal("1 approved output: nothing is wrong.\n", _place.Run("snapshots check").Exits(0).Out);
    }

    public void Dispose() => _place.Dispose();

    private ASnapshotProject AProjectWithChanges() => new ASnapshotProject(_place)
        .Approve("de-0", "x").Leave("de-0", "x", "I'm sorry, but I can't help with that.", correct: 0)
        .Approve("de-1", "x").Leave("de-1", "x", "You can return it within 14 days of delivery.")
        .Approve("en-0", "x").Leave("en-0", "x", "You can return it within 14 days of delivery.")
        .Approve("en-1", "x").Leave("en-1", "y")
        .Leave("en-2", "x", verdict: SnapshotVerdict.New)
        .Approve("gone", "x");
}
