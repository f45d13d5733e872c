using EvalGate.Gating;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class AProductionMix
{
    /// <summary>A third of the cases is German; nine tenths of the traffic is.</summary>
    private static readonly ProductionMix Mix = new("language", new Dictionary<string, decimal> { ["de"] = 0.9m, ["en"] = 0.1m }, default);

    private static readonly Trial Trial = new Trial { Rules = [ARule.MaxDrop("correct", 0.05m, 0.30m)], Repeatable = true, Mix = Mix }
        .With("de", bothPass: 80, losses: 12, bothFail: 8).With("en", bothPass: 170, gains: 20, bothFail: 10);

    [Fact]
    public static void FeelsWhatTheAverageOfTheCasesHides()
    {
        var verdict = Trial.Verdict;

        var plain = verdict.Comparisons.Single(c => c.Slice.IsOverall && c.Weighting is null);
        var mixed = verdict.Comparisons.Single(c => c.Weighting is not null);
        Assert.Equal((0.026667, -0.098), (Math.Round(plain.Difference!.Value, 6), Math.Round(mixed.Difference!.Value, 6)));
        Assert.NotEqual(Verdict.Regressed, plain.Verdict);
        Assert.Equal((Verdict.Regressed, true), (mixed.Verdict, mixed.Blocks));
        Assert.Contains(verdict.Findings, f => f.Message.StartsWith("overall: correct, weighted by language as in production, fell 9.8 pp", StringComparison.Ordinal));
    }

    [Fact]
    public static void RestsOnFewerEffectiveCases()
    {
        var mixed = Trial.Verdict.Comparisons.Single(c => c.Weighting is not null);

        // Kish: 1 / (0.9²/100 + 0.1²/200).
        Assert.Equal(1 / (0.0081 + 0.00005), mixed.Weighting!.EffectiveCases, 9);
        Assert.Equal(-0.0980, (mixed.Interval!.Value.Lower + mixed.Interval.Value.Upper) / 2, 4);
    }

    [Fact]
    public static void SaysTheSameAsOverallWhenCasesAreLikeProduction()
    {
        var alike = Trial with { Mix = Mix with { Shares = new Dictionary<string, decimal> { ["de"] = 1 / 3m, ["en"] = 2 / 3m } } };
        var overall = alike.Verdict.Comparisons.Where(c => c.Slice.IsOverall).ToArray();

        Assert.Equal(overall[0].Difference!.Value, overall[1].Difference!.Value, 12);
        Assert.Equal(300, overall[1].Weighting!.EffectiveCases, 6);
    }

    [Fact]
    public static void IsNotJudgedWithoutCasesForAStratum()
    {
        var lacking = Trial with { Mix = Mix with { Shares = new Dictionary<string, decimal> { ["de"] = 0.5m, ["it"] = 0.5m } } };

        var mixed = lacking.Verdict.Comparisons.Single(c => c.Weighting is not null);
        Assert.Equal((Verdict.NotJudged, true), (mixed.Verdict, mixed.Blocks));
        Assert.Equal("no case stands for language=it, which 'weights' says production has", mixed.Reason);
    }

    [Fact]
    public static void TakesAFifthOfTheLevel()
    {
        var alone = (Trial with { Mix = null }).Verdict.Comparisons.Single(c => c.Slice.ToString() == "language=de");

        Assert.Equal(alone.AdjustedPValue!.Value * 1.25, Trial.Verdict.Comparisons.Single(c => c.Slice == alone.Slice).AdjustedPValue!.Value, 12);
        Assert.Equal(Trial.Verdict.Comparisons[^1].PValue!.Value * 5, Trial.Verdict.Comparisons[^1].AdjustedPValue!.Value, 12);
    }
}
