using EvalGate.Gating;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class TheShareOfTheLevel
{
    [Fact]
    public static void IsWholeWhileNoOtherMetricDiffers()
    {
        var comparison = Trial(othersDiffer: false).Verdict.Comparisons.First(c => c.Metric.Name == "correct");

        Assert.Equal(comparison.PValue, comparison.AdjustedPValue);
    }

    [Fact]
    public static void IsHalvedByASecondQualityMetricThatDiffers()
    {
        var comparison = Trial(othersDiffer: true).Verdict.Comparisons.First(c => c.Metric.Name == "correct");

        Assert.Equal(2 * comparison.PValue!.Value, comparison.AdjustedPValue!.Value, 12);
    }

    private static Trial Trial(bool othersDiffer)
    {
        var trial = new Trial
        {
            Metrics = [AMetric.PassFail("correct"), AMetric.PassFail("polite")],
            Rules = [ARule.MaxDropOn("correct", 0.02m, ("language", "de")), ARule.MaxDropOn("polite", 0.02m, ("language", "de"))],
        };
        for (var i = 0; i < 30; i++)
        {
            trial = trial.With(
                ACase.Of($"de-{i}", ("language", "de")),
                new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1.0], ["polite"] = [1.0] },
                [new Dictionary<string, double?> { ["correct"] = i < 4 ? 0 : 1, ["polite"] = othersDiffer && i == 0 ? 0 : 1 }]);
        }

        return trial;
    }
}
