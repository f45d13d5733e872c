using EvalGate.Calibration.Measuring;
using EvalGate.Calibration.Rules;

namespace EvalGate.Calibration.Tests;

public static class AnEnumeration
{
    [Fact]
    public static void AddsUpTheChanceOfEveryTable()
    {
        var certain = new PeerRule("always", (_, _) => Call.Red);

        var row = new Enumeration([certain], 30, 0.05, 1).Worst("", Question.FalseBlock, 0, [0, 0.05, 0.2]);

        Assert.Equal(1, row.Rates["always"].Value, 1e-8);
    }

    [Fact]
    public static void KnowsTheChanceOfNoLoss()
    {
        var anyDrop = new Enumeration([PeerRule.All[0]], 25, 0.1, 1);

        Assert.Equal(1 - Math.Pow(0.9, 25), anyDrop.Worst("", Question.Detection, 0.1, [0]).Rates["any drop"].Value, 1e-9);
        Assert.Equal(Math.Pow(0.9, 25), anyDrop.Worst("", Question.WrongAssurance, 0.1, [0]).Rates["any drop"].Value, 1e-9);
    }

    [Fact]
    public static void TakesTheWorstWorld()
    {
        var enumeration = new Enumeration([PeerRule.All[0]], 40, 0.05, 1);

        Assert.Equal(
            enumeration.Worst("", Question.FalseBlock, 0, [0.1]).Rates["any drop"],
            enumeration.Worst("", Question.FalseBlock, 0, [0.01, 0.1]).Rates["any drop"]);
    }
}
