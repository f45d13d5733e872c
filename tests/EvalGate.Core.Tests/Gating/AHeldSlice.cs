using EvalGate.Gating;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class AHeldSlice
{
    [Theory]
    [InlineData(58, Verdict.Clear)]
    [InlineData(59, Verdict.Held)]
    public static void NeedsEnoughCasesToHaveSeenARareLoss(int cases, Verdict expected)
    {
        // (1 − 0.05)^59 is the first power at or below 5 %.
        var trial = new Trial { Rules = [ARule.MaxDropOn("correct", 0.05m, ("language", "de"))] }.With("de", bothPass: cases);

        Assert.Equal(expected, trial.Verdict.Verdict);
    }

    [Fact]
    public static void CountsGroupsNotCases()
    {
        var trial = new Trial { Rules = [ARule.MaxDropOn("correct", 0.05m, ("language", "de"))] };
        for (var i = 0; i < 100; i++)
        {
            trial = trial.With("de", [1], [1], group: $"conversation-{i / 10}");
        }

        var comparison = Assert.Single(trial.Verdict.Comparisons);
        Assert.Equal(10, comparison.Groups);
        Assert.Equal(Verdict.Clear, comparison.Verdict);
    }

    [Fact]
    public static void IsNeverClaimedWithoutATolerance()
    {
        var trial = new Trial { Rules = [ARule.MaxDropOn("correct", 0m, ("language", "de"))] }.With("de", bothPass: 500);

        Assert.Equal(Verdict.Clear, trial.Verdict.Verdict);
    }

    [Fact]
    public static void IsNeverClaimedForAnUnboundedMetric()
    {
        var trial = new Trial { Metrics = [AMetric.Cost("cost")], Rules = [ARule.MaxRise("cost", 0.10m)] };
        for (var i = 0; i < 300; i++)
        {
            trial = trial.With("de", [0.01], [0.01]);
        }

        Assert.Equal(Verdict.Clear, trial.Verdict.Verdict);
    }

    [Theory]
    [InlineData(3, Verdict.Clear)]
    [InlineData(4, Verdict.Held)]
    public static void TakesFiveGroupsOneOfThemImagined(int groups, Verdict expected)
    {
        // One more group is imagined lost: five of one size have four degrees of freedom, and 0, 0, 0, 0, −1 is not −0.9 (t = 3.5).
        var trial = Enumerable.Range(0, 4 * groups).Aggregate(new Trial { FalseAlarms = 0.2, Rules = [ARule.MaxDropOn("correct", 0.9m, ("language", "de"))] }, (t, i) => t.With("de", [1], [1], $"g{i / 4}"));

        Assert.Equal(expected, trial.Verdict.Verdict);
    }

    [Fact]
    public static void IsWhatProofDemands()
    {
        var rule = ARule.MaxDropOn("correct", 0.05m, ("language", "de")) with { Decide = Decision.Proof };

        Assert.True((new Trial { Rules = [rule] }.With("de", bothPass: 40)).Verdict.Blocks);
        Assert.False((new Trial { Rules = [rule] }.With("de", bothPass: 100)).Verdict.Blocks);
    }
}
