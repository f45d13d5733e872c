using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class AFloor
{
    [Fact]
    public static void BlocksACandidateThatProvablyFellBelowIt()
    {
        var trial = With(0.80m).With("de", bothPass: 70, losses: 20, bothFail: 10);

        Assert.Equal(Verdict.Regressed, trial.Verdict.Verdict);
    }

    [Fact]
    public static void DoesNotBlockACandidateThatOnlySeemsBelowIt()
    {
        var trial = With(0.80m).With("de", bothPass: 79, losses: 2, gains: 0, bothFail: 19);

        Assert.False(trial.Verdict.Blocks);
    }

    [Fact]
    public static void SaysThatTheBaselineWasAlreadyBelow()
    {
        var same = With(0.80m).With("de", bothPass: 60, bothFail: 40).Verdict;
        var worse = With(0.80m).With("de", bothPass: 40, losses: 20, bothFail: 40).Verdict;

        Assert.Equal((Verdict.Clear, "the baseline is already beyond this level"), (same.Verdict, same.Comparisons[0].Reason));
        Assert.Equal(Verdict.Regressed, worse.Verdict);
    }

    [Theory]
    [InlineData(85, Verdict.Clear)]
    [InlineData(95, Verdict.Held)]
    public static void IsHeldWhenTheWilsonBoundClearsIt(int passes, Verdict expected) =>
        Assert.Equal(expected, With(0.80m).With("de", bothPass: passes, bothFail: 100 - passes).Verdict.Verdict);

    [Theory]
    [InlineData(15, Verdict.Clear)]
    [InlineData(5, Verdict.Held)]
    public static void IsHeldAsWellWhereLessIsBetter(int refused, Verdict expected)
    {
        var ceiling = new Trial { Metrics = [AMetric.PassFail("refused", Direction.Lower)], Rules = [ARule.Level("refused", 0.20m)] };

        Assert.Equal(expected, ceiling.With("de", bothPass: refused, bothFail: 100 - refused).Verdict.Verdict);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public static void BlocksByThePlainFigureWhateverTheBaselineWas(int gains)
    {
        // 60 % and no worse than before: nothing that evidence could blame on the candidate.
        var blamed = With(0.80m).With("de", bothPass: 60 - gains, gains: gains, bothFail: 40);
        var plain = blamed with { Rules = [blamed.Rules[0] with { Decide = Decision.Estimate }] };

        Assert.Equal((Verdict.Clear, Verdict.Regressed), (blamed.Verdict.Verdict, plain.Verdict.Verdict));
    }

    [Theory]
    [InlineData(5, Verdict.Clear)]
    [InlineData(12, Verdict.Regressed)]
    public static void OnDurationsAllowsFivePercentOfSlowCases(int slow, Verdict expected)
    {
        var trial = new Trial { Metrics = [AMetric.Duration("latency_ms")], Rules = [ARule.Level("latency_ms", 3000)] };
        for (var i = 0; i < 100; i++)
        {
            trial = trial.With("de", [100], [i < slow ? 4000 : 100]);
        }

        Assert.Equal(expected, trial.Verdict.Verdict);
    }

    [Theory]
    [InlineData(5, Verdict.Clear)]
    [InlineData(6, Verdict.Regressed)]
    public static void OnDurationsIsExactByThePlainFigure(int slow, Verdict expected)
    {
        var rule = ARule.Level("latency_ms", 3000) with { Decide = Decision.Estimate };
        var trial = Enumerable.Range(0, 100).Aggregate(new Trial { Metrics = [AMetric.Duration("latency_ms")], Rules = [rule] }, (t, i) => t.With("de", [100], [i < slow ? 4000 : 3000]));

        Assert.Equal(expected, trial.Verdict.Verdict);
    }

    [Theory]
    [InlineData(4, Verdict.Clear)]
    [InlineData(5, Verdict.Held)]
    public static void IsHeldByFiveGroups(int groups, Verdict expected)
    {
        // Each group passes three or four of four.
        var trial = Enumerable.Range(0, 4 * groups).Aggregate(With(0.60m), (t, i) => t.With("de", [i % 8 == 0 ? 0 : 1], [i % 8 == 0 ? 0 : 1], $"g{i / 4}"));

        Assert.Equal(expected, trial.Verdict.Verdict);
    }

    private static Trial With(decimal floor) => new() { Rules = [ARule.Level("correct", floor)], Repeatable = true };
}
