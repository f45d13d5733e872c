using EvalGate.Calibration.Measuring;
using EvalGate.Calibration.Rules;
using EvalGate.Calibration.Worlds;

namespace EvalGate.Calibration.Tests;

public static class ASimulation
{
    private static readonly Scenario Small = new(new PassFail(0.1), Layout.Crossed(2, 2), 80);

    [Fact]
    public static void IsTheSameHoweverManyThreadsRunIt()
    {
        var alone = new Simulation(Study.Rules, new(60, 99, 1)).Run(Small);
        var together = new Simulation(Study.Rules, new(60, 99, 4)).Run(Small);

        Assert.Equal(alone.SelectMany(row => row.Rates), together.SelectMany(row => row.Rates));
    }

    [Fact]
    public static void ReproducesAKnownRate()
    {
        // Twenty slices of 100, 5 % of cases flip each way: "drop of 5 points" blocks 79 % of unchanged candidates (7.6 % of slices alone).
        var scenario = new Scenario(new PassFail(0.1), Layout.Disjoint(20), 2000);

        var row = new Simulation([PeerRule.All[2]], new(1000, 1, 2)).Run(scenario)[0];

        Assert.Equal("drop ≥ 5 pp", Assert.Single(row.Rates).Key);
        Assert.Equal(0.79, row.Rates["drop ≥ 5 pp"].Value, 0.04);
    }

    [Fact]
    public static void AgreesWithEnumeration()
    {
        var scenario = new Scenario(new PassFail(0.1), Layout.Single, 60);
        IRule[] rules = [PeerRule.All[2], PeerRule.All[4], PeerRule.All[5]];

        var simulated = new Simulation(rules, new(4000, 1, 2)).Run(scenario)[0].Rates;
        var exact = new Enumeration(rules, 60, 0.05, 1).Worst("", Question.FalseBlock, 0, [0.05]).Rates;

        Assert.All(exact, rate => Assert.Equal(rate.Value.Value, simulated[rate.Key].Value, 0.02));
    }

    [Fact]
    public static void LeavesOutRulesThatCannotJudge()
    {
        var grouped = Small with { Grouping = Grouping.Equal };

        Assert.All(new Simulation(Study.Rules, new(5, 99, 1)).Run(grouped), row => Assert.DoesNotContain("Tarone–Holm", row.Rates.Keys));
    }

    [Fact]
    public static void AsksNothingAboutAssuranceWithoutAMargin() =>
        Assert.DoesNotContain(
            new Simulation(Study.Rules, new(5, 99, 1)).Run(Small with { Margin = 0 }), row => row.Question == Question.WrongAssurance);
}
