using System.Text.Json;
using EvalGate.Snapshots;

namespace EvalGate.Tool.Tests.Snapshots;

public sealed class AnApproval : IDisposable
{
    private const string Fourteen = "You can return it within 14 days of delivery.";
    private const string Refusal = "I'm sorry, but I can't help with that.";

    private readonly Workplace _place = new();

    [Theory]
    [InlineData("--group B --expect-count 2", "de-1 en-0")]
    [InlineData("--kind number", "de-1 en-0")]
    [InlineData("--kind number --slice language=de", "de-1")]
    [InlineData("--slice language=de", "de-0 de-1")]
    [InlineData("--case en-1 --case de-0", "de-0 en-1")]
    [InlineData("--not-worse", "de-1 en-0 en-1")]
    [InlineData("--expect-count 4", "de-0 de-1 en-0 en-1")]
    public void TakesWhatFits(string arguments, string cases)
    {
        var project = AProjectWithChanges();

        _place.Run($"snapshots accept toy {arguments}").Exits(0);

        Assert.Equal(cases.Split(' '), ASnapshotProject.Ids.Where(id => project.Folder.Verified.Contains(id) && !project.Folder.Waiting.Contains(id)).Except(["en-2"]));
        Assert.Single(project.Batches());
    }

    [Fact]
    public void IsKeptWithWhoWhyAndFromWhichRun()
    {
        var project = AProjectWithChanges();

        Assert.Equal("toy: 1 output approved, 3 left\n", _place.Run(["snapshots", "accept", "--case", "de-0", "--actor", "bot", "--reason", "new tone"]).Exits(0).Out);

        var header = JsonDocument.Parse(File.ReadLines(project.Batches()[0]).First()).RootElement;
        Assert.Equal(("bot", "command", "new tone", "20260301T080100000Z-1"), (
            header.GetProperty("approved_by").GetString(), header.GetProperty("how").GetString(), header.GetProperty("reason").GetString(), header.GetProperty("runs")[0].GetString()));
        Assert.Equal(ASnapshotProject.Output("x", Refusal), project.Folder.Approved("de-0", "json")!.Verified);
    }

    [Theory]
    [InlineData("", "error: 4 changes wait. Say which (--case, --group, --kind, --slice, --not-worse), or that it is all of them: --expect-count 4.")]
    [InlineData("--kind number --expect-count 3", "error: 2 changes fit, not 3: nothing was changed. 'evalgate snapshots status' lists them.")]
    [InlineData("--group X", "error: There is no group 'X'; there are A, B, C. 'evalgate snapshots status' lists them.")]
    [InlineData("--slice langage=de", "error: There is no slice attribute 'langage'; there are language. Did you mean 'language'?")]
    [InlineData("--case de-9", "error: Nothing waits for approval of case 'de-9'. Did you mean 'de-0'?")]
    public void IsRefusedWhereItIsNotClearWhatIsMeant(string arguments, string problem)
    {
        var project = AProjectWithChanges();

        Assert.Equal(problem, _place.Run($"snapshots accept {arguments}").Exits(3).Error.TrimEnd());
        Assert.Equal(4, project.Folder.Waiting.Count);
    }

    [Theory]
    [InlineData("--kind prose", "--kind prose: there are refusal, negation, number, link, language, structure, value, length, wording, format, input, new.")]
    [InlineData("--slice de", "--slice de: write it as language=de.")]
    public void IsRefusedWithAWrongFilter(string arguments, string problem) =>
        Assert.Contains(problem, _place.Run($"snapshots accept {arguments}").Exits(3).Error, StringComparison.Ordinal);

    [Fact]
    public void MayBeAnAlternative()
    {
        var project = AProjectWithChanges();

        _place.Run("snapshots accept --case de-1 --as-alternative").Exits(0);

        var approved = project.Folder.Approved("de-1", "json")!;
        Assert.Equal(ASnapshotProject.Output("x", "You can return it within 30 days of delivery."), approved.Verified);
        Assert.Equal(ASnapshotProject.Output("x", Fourteen), Assert.Single(approved.Alternatives));
    }

    [Fact]
    public void OfSomethingStaleNamesTodaysInput()
    {
        var project = new ASnapshotProject(_place).Approve("de-0", "x");
        EvalGate.Files.Approvals.Write(project.Folder.Path, new(new("toy", DateTimeOffset.UnixEpoch, "ada", "command", null, []), [new("de-0", "old", ASnapshotProject.Output("x", "You can return it within 30 days of delivery.").Hash)]));
        project.Leave("de-0", "x", verdict: SnapshotVerdict.Stale);

        _place.Run("snapshots status").Exits(1).Says("input", "the input changed, the output did not");
        _place.Run("snapshots accept --kind input").Exits(0);
        _place.Run("snapshots status").Exits(0).Says("nothing waits");
        Assert.Equal(2, project.Batches().Length);
    }

    [Fact]
    public void WaitsUntilTheOutputWasSeenOftenEnough()
    {
        var project = new ASnapshotProject(_place).Leave("de-0", "x", verdict: SnapshotVerdict.New).Leave("en-0", "x", verdict: SnapshotVerdict.New);
        var ran = 0;
        void Run(string folder)
        {
            ran++;
            project.Leave("de-0", "x", verdict: SnapshotVerdict.New).Leave("en-0", ran == 2 ? "y" : "x", verdict: SnapshotVerdict.New);
        }

        var outcome = _place.Run("snapshots accept --kind new --stability 3", t => t with { RunTests = Run }).Exits(1);

        Assert.Equal(2, ran);
        Assert.Equal("toy: 1 output approved, 1 left\n  1 output not approved, as the output was not always the same, or seen too seldom: en-0\n", outcome.Out);
        Assert.Equal(["de-0"], project.Folder.Verified);
    }

    [Fact]
    public void IsNotNeededAfterARejection()
    {
        var project = AProjectWithChanges();

        Assert.Equal("toy: 2 outputs rejected, 2 left\n", _place.Run("snapshots reject --kind number").Exits(0).Out);
        Assert.Equal(["de-0", "en-1"], project.Folder.Waiting);
        Assert.Equal(4, project.Folder.Verified.Count);
    }

    [Fact]
    public void StandsInTheWayOfABaselineUntilItIsGiven()
    {
        var project = AProject.In(_place);
        _place.Write("evals/toy.eval.yaml", _place.Read("evals/toy.eval.yaml").Replace("gate:", "snapshots: {}\ngate:", StringComparison.Ordinal));
        project.Run(1);
        var folder = EvalGate.Files.SnapshotFolder.Open(_place["evals/toy.snapshots"], isSharded: false);
        folder.Leave("de-00", new("7", "json"));
        folder.Leave("de-01", new("A text of more words than any label has.", "md"));

        Assert.Contains(
            "evals/toy.eval.yaml(8,1): error EG3003: toy cannot be accepted: 1 snapshot that blocks waits for approval (de-00). Decide them first: evalgate snapshots review toy; or approve them with the run: --with-snapshots",
            _place.Run("accept --yes").Exits(1).Error,
            StringComparison.Ordinal);
        Assert.False(File.Exists(_place[project.Baseline]));

        _place.Run("accept --yes --with-snapshots").Exits(0).Says("1 snapshot was approved with it");
        Assert.True(File.Exists(_place[project.Baseline]));
        Assert.Equal(["de-00.verified.json", "de-01.received.md"], Directory.EnumerateFiles(_place["evals/toy.snapshots"]).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _place.Dispose();

    private ASnapshotProject AProjectWithChanges() => new ASnapshotProject(_place).WithBaseline()
        .Approve("de-0", "x").Leave("de-0", "x", Refusal, correct: 0)
        .Approve("de-1", "x").Leave("de-1", "x", Fourteen)
        .Approve("en-0", "x").Leave("en-0", "x", Fourteen)
        .Approve("en-1", "x").Leave("en-1", "y");
}
