using EvalGate.Files;
using EvalGate.Snapshots;
using EvalGate.Tool.Tests.Snapshots;

namespace EvalGate.Tool.Tests;

public sealed class AReport : IDisposable
{
    private readonly Workplace _place = new();
    private readonly List<string> _opened = [];

    [Fact]
    public void IsWrittenBesideItsRunWithAllThatOtherToolsRead()
    {
        var project = Worse();

        Assert.Equal(
            $"toy: REGRESSED – language=de: correct fell 41.7 pp, from 100.0 % to 58.3 % (allowed 5.0 pp), and 1 more\n  {project.Runs}/report.html\n",
            _place.Run("report").Exits(1).Out);
        Assert.StartsWith("<!DOCTYPE html>", _place.Read($"{project.Runs}/report.html"), StringComparison.Ordinal);
        Assert.Contains("\"evals/toy.eval.yaml\"", _place.Read($"{project.Runs}/verdict.sarif"), StringComparison.Ordinal);
        Assert.Contains("failures=\"2\"", _place.Read($"{project.Runs}/verdict.junit.xml"), StringComparison.Ordinal);
        Assert.StartsWith("suite,metric,slice,", _place.Read($"{project.Runs}/comparisons.csv"), StringComparison.Ordinal);
        Assert.Contains("\"regressed\"", _place.Read($"{project.Runs}/verdict.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void IsThatOfTheRunThatIsNamedAndGoesWhereItIsSaid()
    {
        var project = AProject.In(_place);
        var good = project.Run(0);
        _place.Run("accept --yes").Exits(0);
        project.Run(3, AProject.First(10, "de"), h => h with { Build = "b2" });

        _place.Run($"report --run {good} -o out/toy.html").Exits(0).Says("identical on all 48 cases", "out/toy.html");

        Assert.Contains("de-00", _place.Read("out/toy.html"), StringComparison.Ordinal);
        Assert.False(File.Exists(_place[$"{project.Runs}/report.html"]));
    }

    [Fact]
    public void IsOpenedWhenThatIsWanted()
    {
        var project = Worse();

        _place.Run("report toy --open", t => t with { Open = Opened(true) }).Exits(1);
        Assert.Equal([_place[$"{project.Runs}/report.html"]], _opened);
        _place.Run("report toy --open", t => t with { Open = Opened(false) }).Exits(1).Complains("  No program opens it from here: open it in a browser.");
        _place.Run("report toy", t => t with { Open = Opened(true) }).Exits(1);
        Assert.Equal(2, _opened.Count);
    }

    [Fact]
    public void IsOneFilePerSuite()
    {
        Worse();
        AProject.In(_place, "other", "src/Other").Run(1);

        _place.Run("report -o all.html").Exits(3).Complains("--output: error EG1008: one file cannot hold 2 reports: name a suite, or leave it out.");
        Assert.False(File.Exists(_place["all.html"]));
        _place.Run("report").Exits(1).Says("toy: REGRESSED", "other: NOT JUDGED", "src/Other/TestResults/evalgate/net10.0/other/report.html");
    }

    [Fact]
    public void ShowsWhatWaitsForApprovalBesideWhatWasApproved()
    {
        var project = AProject.In(_place);
        _place.Write("evals/toy.eval.yaml", _place.Read("evals/toy.eval.yaml") + "snapshots: {}\n");
        var run = project.Run(1);
        SnapshotFolder.Open(_place["evals/toy.snapshots"], isSharded: false).Approve(SnapshotName.Of("de-00"), ASnapshotProject.Output("x", "within 14 days"));
        using (var pack = PendingPackWriter.Create(_place[run], new("toy", "r", DateTimeOffset.UnixEpoch, null)))
        {
            pack.Append(ASnapshotProject.Pending("de-00", ASnapshotProject.Output("x", "within 30 days")));
            pack.Finish(new(48, []));
        }

        _place.Run("report").Exits(2);

        var page = _place.Read($"{project.Runs}/report.html");
        Assert.Matches("\"d\":\\[.*within 14 days.*within 30 days", page);
        Assert.Contains("wait", page[..page.IndexOf("<main>", StringComparison.Ordinal)], StringComparison.Ordinal);
    }

    [Fact]
    public void IsMissingWhereNothingRan()
    {
        AProject.In(_place);

        Assert.Equal("toy: NOT JUDGED – there is no run yet\n", _place.Run("report").Exits(2).Out);
    }

    public void Dispose() => _place.Dispose();

    private Func<string, bool> Opened(bool works) => path =>
    {
        _opened.Add(path);
        return works;
    };

    private AProject Worse()
    {
        var project = AProject.In(_place);
        project.Run(0);
        _place.Run("accept --yes").Exits(0);
        project.Run(3, AProject.First(10, "de"), h => h with { Build = "b2" });
        return project;
    }
}
