using EvalGate.Gating;
using EvalGate.Judges;

namespace EvalGate.Core.Tests.Gating;

/// <summary>Forty cases pass before and after; ten more, which leaked, passed before and fail now.</summary>
public static class ACaseThatIsLeftOut
{
    private static readonly Trial All = Enumerable.Range(0, 50).Aggregate(
        new Trial { Metrics = [AMetric.PassFail("correct"), AMetric.PassFail("polite"), AMetric.Cost("cost_usd"), AMetric.Ratio("cost_per_polite", "cost_usd", "polite")] },
        (trial, i) => trial.With(
            ACase.Of($"c-{i:00}", ("language", "de")),
            new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1], ["polite"] = [i < 40 ? 1 : 0], ["cost_usd"] = [i < 40 ? 2 : 7] },
            [new Dictionary<string, double?> { ["correct"] = i < 40 ? 1 : 0, ["polite"] = i < 40 ? 1 : 0, ["cost_usd"] = i < 40 ? 2 : 9 }]));

    private static IReadOnlyList<string> Leaked => [.. All.AllCases.Skip(40).Select(c => c.Id)];

    [Fact]
    public static void CountsInNoComparison()
    {
        var verdict = Judge.Decide(All.Input with { LeftOut = Leaked });

        Assert.False(verdict.Blocks);
        Assert.All(verdict.Comparisons, c => Assert.Equal((40, 0), (c.Cases, c.Losses)));
        Assert.Empty(verdict.Unpaired.Retired);
        Assert.True(Judge.Decide(All.Input).Blocks);
    }

    [Fact]
    public static void CountsInNoLevel() => Assert.Equal(
        [("polite", 40, 1, 1), ("cost_usd", 40, 2, 2), ("cost_per_polite", 40, 2, 2)],
        Judge.Decide(All.Input with { LeftOut = Leaked }).Levels.Select(l => (l.Metric.Name, l.Cases, l.Value, l.Baseline)));

    [Fact]
    public static void CountsInNoLevelWithoutABaseline() => Assert.Equal(
        new (string, int, double, double?)[] { ("correct", 40, 1, null), ("polite", 40, 1, null), ("cost_usd", 40, 2, null), ("cost_per_polite", 40, 2, null) },
        Judge.Decide(All.Input with { LeftOut = Leaked, Baseline = null }).Levels.Select(l => (l.Metric.Name, l.Cases, l.Value, l.Baseline)));

    [Fact]
    public static void VouchesForNoJudge()
    {
        var run = All.Run with { Records = [.. All.Run.Records.Select((r, i) => r with { Labelled = [new LabelledGrade("correct", 1, i < 40 ? 1 : 0)] })] };
        var suite = All.Suite with { Metrics = [.. All.Suite.Metrics.Select(m => m.Name == "correct" ? m with { Judge = new(0.6m, null, []) } : m)] };

        var verdict = Judge.Decide(All.Input with { Suite = suite, Run = run, LeftOut = Leaked });

        Assert.Equal((40, 1), (Assert.Single(verdict.Judges).Labels, verdict.Judges[0].Confusion.Agreement));
    }
}
