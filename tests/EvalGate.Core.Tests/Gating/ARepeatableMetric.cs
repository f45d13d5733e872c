using EvalGate.Gating;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class ARepeatableMetric
{
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public static void IsRedFromThreeLostCases(int losses, bool red)
    {
        var trial = OnlyDe(losses) with { Repeatable = true };

        Assert.Equal(red, trial.Verdict.Verdict == Verdict.Regressed);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public static void IsRedFromFiveWhenSampled(int losses, bool red)
    {
        var trial = OnlyDe(losses) with { Repeatable = false };

        Assert.Equal(red, trial.Verdict.Verdict == Verdict.Regressed);
    }

    [Fact]
    public static void CountsCopiesOfTheSameAnswerOnce()
    {
        var once = new Trial { Repeatable = true };
        var twice = new Trial { Repeatable = true };
        for (var i = 0; i < 20; i++)
        {
            double candidate = i < 3 ? 0 : 1;
            once = once.With("de", [1], [candidate]);
            twice = twice.With("de", [1, 1], [candidate]);
        }

        Assert.Equal(
            once.Verdict.Comparisons.Select(c => (c.PValue, c.AdjustedPValue, c.Verdict)),
            twice.Verdict.Comparisons.Select(c => (c.PValue, c.AdjustedPValue, c.Verdict)));
    }

    [Fact]
    public static void IsSampledAfterAllWhenTheCandidateContradictsItself()
    {
        var trial = new Trial { Repeatable = true, Repetitions = 2 };
        for (var i = 0; i < 20; i++)
        {
            trial = trial.With("de", [1, 1], i == 0 ? [0, 1] : [1, 1]);
        }

        Assert.All(trial.Verdict.Comparisons, c => Assert.Equal(0.05, c.Level));
    }

    private static Trial OnlyDe(int losses) =>
        new Trial { Rules = [ARule.MaxDropOn("correct", 0.05m, ("language", "de"))] }.With("de", bothPass: 25 - losses, losses: losses);
}
