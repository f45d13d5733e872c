namespace EvalGate.Tool.Tests.Snapshots;

public sealed class ATidyFolder : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void IsOnlyPlannedUnlessItIsMeant()
    {
        var project = AProjectWithOrphans();

        Assert.Equal(
            """
            toy:
              to delete: gone, of a case that is gone
              to delete: what waits of de-1, which is approved or gone
              renamed? old-de-0 holds what the new case 'de-0' gives: evalgate snapshots mv toy old-de-0 de-0
            Nothing was deleted. To delete: add --yes

            """.ReplaceLineEndings("\n"),
            _place.Run("snapshots prune").Exits(0).Out);
        Assert.Equal(5, project.Files().Length);
    }

    [Fact]
    public void KeepsWhatLooksRenamed()
    {
        var project = AProjectWithOrphans();

        _place.Run("snapshots prune --yes").Exits(0).Says("deleted: gone");

        Assert.Equal(["de-0.received.json", "de-1.verified.json", "old-de-0.verified.json"], project.Files());
        Assert.Equal("toy: what was approved for old-de-0 is approved for de-0\n", _place.Run("snapshots mv toy old-de-0 de-0").Exits(0).Out);
        Assert.Equal(["de-0.received.json", "de-0.verified.json", "de-1.verified.json"], project.Files());
    }

    [Theory]
    [InlineData("nothing de-0", "error: Nothing is approved for 'nothing'.")]
    [InlineData("de-1 de-0", "error: 'de-1' is a case of toy: what is approved for it stays with it.")]
    [InlineData("gone de-9", "error: toy has no case 'de-9'. Did you mean 'de-0'?")]
    [InlineData("gone de-1", "error: 'de-1' has an approved output of its own.")]
    public void RefusesMovesThatWouldLoseSomething(string arguments, string problem)
    {
        var project = AProjectWithOrphans();

        _place.Run($"snapshots mv toy {arguments}").Exits(3).Complains(problem);
        Assert.Equal(5, project.Files().Length);
    }

    public void Dispose() => _place.Dispose();

    private ASnapshotProject AProjectWithOrphans() => new ASnapshotProject(_place)
        .Approve("gone", "z").Approve("old-de-0", "x").Leave("de-0", "x").Approve("de-1", "x").Leave("de-1", "x");
}
