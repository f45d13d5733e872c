using EvalGate.Datasets;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Core.Tests.Datasets.Coverage;

public static class AProductionLog
{
    /// <summary>Figures that were computed independently: 300 of 10,000 requests lie where no case is.</summary>
    [Fact]
    public static void IsCoveredWhereThereAreEnoughCases()
    {
        var report = Report([120, 80, 60, 40, 0], [4000, 3500, 1500, 700, 300], fewest: 15);

        Assert.Equal(0.03, report.Uncovered, 12);
        Assert.InRange(report.UncoveredAtMost, 0.03, 0.034);
        Assert.Equal("kind=k4", Assert.Single(report.Slices, s => !s.IsCovered).Slice.ToString());
    }

    [Fact]
    public static void CountsEachRequestOnceHoweverManyThinSlicesItIsIn() => Assert.Equal(1, Report([1, 1], [5, 5], fewest: 2).Uncovered);

    [Fact]
    public static void HasAnotherMixOnlyBeyondWhatChanceGives()
    {
        Assert.Equal(DriftLevel.Calm, Assert.Single(Report([12, 8], [1000, 1000], fewest: 1).Attributes).Level);
        Assert.Equal(DriftLevel.Major, Assert.Single(Report([900, 100], [1000, 1000], fewest: 1).Attributes).Level);
    }

    [Fact]
    public static void IsWorthFewerCasesWhenTheMixIsFar()
    {
        Assert.Equal(200, Assert.Single(Report([100, 100], [50, 50], fewest: 1).Attributes).EffectiveCases, 9);
        // Kish: shares of 1/2 on 190 and 10 cases are worth 1 / (0.25/190 + 0.25/10) = 38.
        Assert.Equal(38, Assert.Single(Report([190, 10], [50, 50], fewest: 1).Attributes).EffectiveCases, 9);
    }

    private static CoverageReport Report(int[] cases, int[] requests, int fewest) => EvalGate.Datasets.Coverage.Of(new()
    {
        Suite = new() { Name = "toy", Place = default, Subject = new("Toy", default), CaseFiles = [], Metrics = [], Attributes = [new DeclaredAttribute("kind", default)] },
        Cases = Spread(cases),
        Requests = Spread(requests),
        FewestCases = fewest,
    });

    private static Case[] Spread(int[] counts) =>
        [.. counts.SelectMany((count, kind) => Enumerable.Range(0, count).Select(i => ACase.Of($"{kind}-{i}", ("kind", $"k{kind}"))))];
}
