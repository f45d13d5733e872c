using System.IO.Compression;
using EvalGate.Snapshots;

namespace EvalGate.Tool.Tests.Snapshots;

public sealed class APull : IDisposable
{
    private readonly Workplace _place = new();

    [Theory]
    [InlineData("zip")]
    [InlineData("pack")]
    [InlineData("folder")]
    public void BringsWhatARunElsewhereLeft(string form)
    {
        var project = new ASnapshotProject(_place).Approve("de-0", "x").WithBaseline();
        var pack = project.Pack("elsewhere/evalgate/net10.0/toy", Pending("de-0", "y", 0), Pending("en-0", "x"), Pending("gone/../../x", "x"));
        ZipFile.CreateFromDirectory(_place["elsewhere"], _place["evals.zip"]);

        _place.Run($"snapshots pull {(form == "zip" ? "evals.zip" : form == "folder" ? "elsewhere" : pack)}").Exits(0).Says("toy: 2 outputs of run 20260301T080100000Z-1\n", "1 case of the run are not here: gone/../../x");

        Assert.Equal(["de-0.received.json", "de-0.verified.json", "en-0.received.json"], project.Files());
        Assert.False(File.Exists(_place["evals/x.received.json"]));
        _place.Run("snapshots status").Exits(1).Says("(1 scored worse)");
    }

    [Fact]
    public void RefusesWhatIsNoPack()
    {
        var project = new ASnapshotProject(_place);
        _place.Write("x.jsonl", "{\"evalgate\":\"run\",\"version\":1}\n");
        _place.Write("x.zip", "no zip");
        Directory.CreateDirectory(_place["empty"]);

        Assert.Contains("This file holds a run, not a pending.", _place.Run("snapshots pull x.jsonl").Exits(3).Error, StringComparison.Ordinal);
        Assert.Contains("It is neither a pack (.jsonl) nor a zip.", _place.Run("snapshots pull x.zip").Exits(3).Error, StringComparison.Ordinal);
        Assert.Contains("holds no pack of pending snapshots", _place.Run("snapshots pull empty").Exits(3).Error, StringComparison.Ordinal);
        Assert.Empty(project.Files());
    }

    [Fact]
    public void RefusesAPackOfAnotherSuite()
    {
        var project = new ASnapshotProject(_place);
        var pack = project.Pack("elsewhere/toy", Pending("de-0", "y"));
        _place.Write(pack, _place.Read(pack).Replace("\"suite\":\"toy\"", "\"suite\":\"../toy\"", StringComparison.Ordinal));

        _place.Run($"snapshots pull {pack}").Exits(3).Complains("error: There is no suite '../toy' with snapshots here.");
        Assert.Empty(project.Files());
    }

    public void Dispose() => _place.Dispose();

    private static PendingSnapshot Pending(string id, string label, double correct = 1) =>
        ASnapshotProject.Pending(id, ASnapshotProject.Output(label, "You can return it within 30 days of delivery."), correct);
}
