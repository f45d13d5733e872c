using System.Text.Json;

namespace EvalGate.Tool.Tests;

public sealed class AGate : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void JudgesTheNewestRunAndWritesBesideIt()
    {
        var project = Accepted();
        project.Run(2);
        project.Run(3, AProject.First(10, "de"), h => h with { Build = "b2" });

        Approved.Is("gate-worse.txt", _place.Run("gate").Exits(1).Out);
        Assert.Contains("\"verdict\": \"regressed\"", _place.Read($"{project.Runs}/verdict.json"), StringComparison.Ordinal);
        Assert.StartsWith("## ❌ EvalGate toy", _place.Read($"{project.Runs}/report.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void JudgesTheRunThatIsNamed()
    {
        var project = Accepted();
        var good = project.Run(2);
        project.Run(3, AProject.First(10, "de"), h => h with { Build = "b2" });

        _place.Run($"gate {good}").Exits(0).Says("toy: clear – identical on all 48 cases");
        _place.Run("gate toy").Exits(1);
        _place.Run("gate gone.jsonl").Exits(3);
    }

    [Fact]
    public void JudgesTheWholeRunWhenFailedTestsWereRunAgain()
    {
        var project = Accepted();
        project.Run(2, AProject.First(10, "de"), h => h with { Session = "s" });
        _place.Write($"{project.Runs}/retry.jsonl", string.Concat(_place.Read(project.Run(3, change: h => h with { Session = "s" })).Split('\n').Take(3).Select(l => l + "\n")));
        File.Delete(_place[$"{project.Runs}/20260301T030000000Z-{Environment.ProcessId}.jsonl"]);

        _place.Run("gate").Exits(1).Says("REGRESSED");
    }

    [Fact]
    public void JudgesAgainstAnotherBaseline()
    {
        var project = Accepted(AProject.First(10, "de"));
        _place.Write("other.baseline.jsonl", _place.Read(project.Baseline));
        File.Delete(_place[project.Baseline]);
        project.Run(2, AProject.First(10, "de"));

        _place.Run("gate").Exits(2).Says("there is no baseline yet");
        _place.Run("gate --baseline other.baseline.jsonl").Exits(0).Says("identical on all 48 cases");
    }

    [Fact]
    public void SaysWhatIsMissing()
    {
        var project = AProject.In(_place);
        Approved.Is("gate-without-run.txt", _place.Run("gate").Exits(2).Out);

        project.Run(1);
        _place.Run("gate").Exits(2).Says("there is no baseline yet");
        project.Run(2, end: false);
        _place.Run("gate").Exits(2).Says("the run was cut off after 48 results");
        _place.Write($"{project.Runs}/30000101T000000000Z-1.jsonl", "{\"evalgate\":\"run\",\"version\":9}\n");
        _place.Run("gate").Exits(2).Says("the newest run cannot be read: The run has version 9");
    }

    [Fact]
    public void JudgesEverySuiteBelowAndExitsWithTheWorst()
    {
        Accepted().Run(2, AProject.First(10, "de"));
        AProject.In(_place, "other", "src/Other").Run(1);

        var all = _place.Run("gate").Exits(1).Says("toy: REGRESSED", "other: NOT JUDGED");
        Assert.DoesNotContain("other", _place.Run("gate --project evals").Exits(1).Out, StringComparison.Ordinal);
        _place.Run("gate --project src/Other").Exits(2);
        using var json = JsonDocument.Parse(_place.Run("gate --json").Exits(1).Out);
        Assert.Equal(["not_judged", "regressed"], json.RootElement.GetProperty("verdicts").EnumerateArray().Select(v => v.GetProperty("verdict").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal("toy", JsonDocument.Parse(_place.Run("gate toy --json").Exits(1).Out).RootElement.GetProperty("suite").GetString());
        Assert.Equal(all.Out, _place.Run("gate --json all.json").Exits(1).Out);
        Assert.Equal(1, JsonDocument.Parse(_place.Read("all.json")).RootElement.GetProperty("exit").GetInt32());
    }

    [Theory]
    [InlineData("gate toi", "error EG1011: there is no suite 'toi': there are toy. Did you mean 'toy'?")]
    [InlineData("gate --project src", "error EG1011: no suite was found: there is none below it (*.eval.yaml); 'evalgate init' starts one.")]
    public void NamesASuiteThatIsNotThere(string arguments, string expected)
    {
        Accepted();
        Directory.CreateDirectory(_place["src"]);

        Assert.EndsWith(expected + "\n", _place.Run(arguments).Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesABrokenSuite()
    {
        AProject.In(_place, folder: "src/Toy").Run(1);
        _place.Write("src/Toy/evals/toy.cases.jsonl", "{\"id\":1}\n");

        Assert.StartsWith("src/Toy/evals/toy.cases.jsonl(1): error EG11", _place.Run("gate").Exits(3).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void LooksWhereTheEnvironmentSays()
    {
        Accepted().Run(2, AProject.First(10, "de"));
        using var elsewhere = new Workplace();

        elsewhere.Run("gate", t => t with { Variables = name => name == "EVALGATE_ROOT" ? _place.Folder : null }).Exits(1).Says("Full report:");
        _place.Run("gate", t => t with { Variables = name => name == "EVALGATE_RESULTS" ? elsewhere.Folder : null }).Exits(2).Says("there is no run yet");
    }

    public void Dispose() => _place.Dispose();

    private AProject Accepted(Predicate<string>? wrong = null)
    {
        var project = AProject.In(_place);
        project.Run(0, wrong);
        _place.Run("accept --yes").Exits(0);
        return project;
    }
}
