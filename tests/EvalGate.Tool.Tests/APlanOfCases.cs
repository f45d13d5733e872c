using System.Text.Json;

namespace EvalGate.Tool.Tests;

public sealed class APlanOfCases : IDisposable
{
    private readonly Workplace _place = new();

    [Fact]
    public void IsMadeFromTheRunsOfABaseline()
    {
        var project = AProject.In(_place);
        project.Run(0, AProject.First(2, "de"));
        project.Run(1);
        _place.Run("accept --yes").Exits(0);

        Approved.Is("plan.txt", _place.Run("plan").Exits(0).Out);
        using var json = JsonDocument.Parse(_place.Run("plan toy --json").Exits(0).Out);
        var plan = json.RootElement.GetProperty("plans")[0];
        Assert.Equal(("toy", "unchanged", 3), (plan.GetProperty("suite").GetString(), plan.GetProperty("noise").GetString(), plan.GetProperty("slices").GetArrayLength()));
    }

    [Fact]
    public void SaysHowToMeasureNoiseWhenThereIsNone()
    {
        var project = AProject.In(_place);
        _place.Run("plan").Exits(2).Says("toy: 48 cases, nothing to plan from: there is no baseline", "dotnet test", "evalgate plan --aa");

        project.Run(0, end: false);
        _place.Run("plan").Exits(2);
        project.Run(1);
        _place.Run("plan").Exits(0).Says("noise unknown: no case has two results yet");
    }

    [Fact]
    public void RunsTheTestsTwiceWhenAskedTo()
    {
        var project = AProject.In(_place, folder: "src/Toy");
        var folders = new List<string>();

        var outcome = _place.Run("plan --aa", t => t with
        {
            RunTests = folder =>
            {
                folders.Add(folder);
                project.Run(folders.Count, AProject.First(folders.Count, "de"));
            },
        });

        outcome.Exits(0).Says("noise measured between results of one unchanged system");
        Assert.Equal([_place["src/Toy"], _place["src/Toy"]], folders);
    }

    [Fact]
    public void RunsNothingUnlessAskedTo()
    {
        AProject.In(_place);

        _place.Run("plan", t => t with { RunTests = _ => Assert.Fail("nobody asked") }).Exits(2);
        _place.Run("plan toi --aa", t => t with { RunTests = _ => Assert.Fail("there is no such suite") }).Exits(3);
    }

    [Fact]
    public void RefusesABaselineThatCannotBeUsed()
    {
        var project = AProject.In(_place);
        _place.Write(project.Baseline, "{\"evalgate\":\"baseline\",\"version\":9}\n");

        var outcome = _place.Run("plan").Exits(3);

        Assert.Contains("error EG", outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Out);
    }

    public void Dispose() => _place.Dispose();
}
