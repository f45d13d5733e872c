using System.Diagnostics;
using System.Text.Json;
using EvalGate.Files;

namespace EvalGate.Tool.Tests;

public sealed class AnAcceptance : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void PoolsAllCompleteRunsOfTheSameCommitBuildAndStack()
    {
        var project = AProject.In(_place).At(AProject.Commit);
        project.Run(1, AProject.First(2, "de"));
        project.Run(2, change: h => h with { Commit = "9b41e070000000000000000000000000000000bb" });
        project.Run(3, change: h => h with { Build = "b2" });
        project.Run(4, change: h => h with { Stack = new Dictionary<string, string> { ["model"] = "x" } });
        project.Run(5, AProject.First(3, "en"));
        project.Run(6, end: false);

        Approved.Is("accept.txt", _place.Run("accept --yes --reason because").Exits(0).Out);
        var header = JsonDocument.Parse(File.ReadLines(_place[project.Baseline]).First()).RootElement;
        Assert.Equal(["20260301T010000000Z-1", "20260301T050000000Z-1"], header.GetProperty("runs").EnumerateArray().Select(r => r.GetString()!));
        Assert.Equal(("somebody", "because"), (header.GetProperty("accepted_by").GetString(), header.GetProperty("reason").GetString()));
    }

    [Theory]
    [InlineData("y", true)]
    [InlineData("yes", true)]
    [InlineData("", false)]
    [InlineData("no", false)]
    public void AsksFirst(string answer, bool accepted)
    {
        var project = AProject.In(_place);
        project.Run(1);
        _place.Run("accept --yes").Exits(0);
        var before = _place.Read(project.Baseline);
        project.Run(2, AProject.First(9, "de"), h => h with { Build = "b2" });

        var outcome = Answer("accept", answer).Exits(accepted ? 0 : 1);

        Assert.Equal(accepted, _place.Read(project.Baseline) != before);
        Approved.Is($"accept-asked-{(accepted ? "yes" : "no")}.txt", outcome.Out);
    }

    [Fact]
    public void NeedsSomebodyToAnswer()
    {
        var project = AProject.In(_place);
        project.Run(1);

        _place.Run("accept").Exits(3).Complains("error: nobody is here to answer. To accept without being asked, add --yes.");
        Assert.False(File.Exists(_place[project.Baseline]));
    }

    [Fact]
    public void LosesNoBaselineWheneverItIsKilled()
    {
        const int Moments = 20;
        var project = AProject.In(_place);
        project.Run(1);
        _place.Run("accept --yes").Exits(0);
        project.Run(2, AProject.First(9, "de"), h => h with { Build = "b2" });
        var tool = Path.Combine(AppContext.BaseDirectory, "EvalGate.Tool.dll");
        for (var moment = 1; moment <= Moments; moment++)
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", tool, "accept", "--yes"]) { WorkingDirectory = _place.Folder, RedirectStandardOutput = true })!;
            if (!process.WaitForExit(TimeSpan.FromMilliseconds(20 * moment)))
            {
                process.Kill();
                process.WaitForExit();
            }

            Assert.Equal(48, Assert.IsType<BaselineFound>(BaselineFile.Read(_place[project.Baseline], project.Name)).Baseline.Cases.Count);
        }
    }

    [Fact]
    public void IsAvailableAsJson()
    {
        AProject.In(_place).Run(1);

        using var json = JsonDocument.Parse(_place.Run("accept --yes --json").Exits(0).Out);
        var suite = Assert.Single(json.RootElement.GetProperty("suites").EnumerateArray());
        Assert.Equal(("toy", "evals/toy.baseline.jsonl", 48), (suite.GetProperty("suite").GetString(), suite.GetProperty("baseline").GetString(), suite.GetProperty("cases").GetInt32()));
    }

    [Fact]
    public void IsRefusedWithoutACompleteRun()
    {
        var project = AProject.In(_place);
        project.Run(1, end: false);
        project.Run(2, change: h => h with { Shard = "1/2" });

        Refused("evals/toy.eval.yaml(8,1): error EG3003: toy cannot be accepted: there is no complete run. Run the evals: dotnet test, without a filter.");
    }

    [Fact]
    public void IsRefusedForARunOfAnotherCommit()
    {
        AProject.In(_place).At("9b41e070000000000000000000000000000000bb").Run(1);

        Refused("evals/toy.eval.yaml(8,1): error EG3003: toy cannot be accepted: the newest complete run is of commit 4c1d9ab, and 9b41e07 is checked out. Run the evals again: dotnet test.");
    }

    [Fact]
    public void IsRefusedWhenTheCasesChangedSince()
    {
        var project = AProject.In(_place);
        project.Run(1);
        _place.Write("evals/toy.cases.jsonl", _place.Read("evals/toy.cases.jsonl").Replace("\"text\":7", "\"text\":77", StringComparison.Ordinal));

        Assert.Contains("the cases changed since the run", _place.Run("accept --yes").Exits(1).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_place[project.Baseline]));
    }

    public void Dispose() => _place.Dispose();

    private void Refused(string line) => _place.Run("accept --yes").Exits(3).Complains(line);

    private Outcome Answer(string arguments, string answer)
    {
        using var input = new StringReader(answer + "\n");
        return _place.Run(arguments, t => t with { IsInteractive = true, In = input });
    }
}
