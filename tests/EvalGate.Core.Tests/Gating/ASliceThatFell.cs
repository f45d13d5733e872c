using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class ASliceThatFell
{
    private static readonly Trial German = new Trial()
        .With("de", bothPass: 30, losses: 10, bothFail: 5)
        .With("en", bothPass: 60, gains: 15, bothFail: 10);

    [Fact]
    public static void IsRegressedAlthoughTheAverageRose()
    {
        var verdict = German.Verdict;

        Assert.Equal(Verdict.Regressed, verdict.Verdict);
        Assert.True(verdict.Blocks);
        var overall = Of(verdict, Slice.Overall);
        Assert.True(overall.Difference > 0);
        Assert.NotEqual(Verdict.Regressed, overall.Verdict);
        var slice = Of(verdict, De);
        Assert.Equal(Verdict.Regressed, slice.Verdict);
        Assert.Equal(10, slice.Losses);
        Assert.Equal(0, slice.Gains);
    }

    [Fact]
    public static void IsNamedWithSizeIntervalAllowanceAndCasesAtTheRule()
    {
        var finding = German.Verdict.Findings[0];

        Assert.Equal(DiagnosticCodes.Regressed, finding.Code);
        Assert.Equal("evals/support.eval.yaml(22,7)", finding.Place.ToString());
        Assert.Equal(
            "slice language=de: correct fell 22.2 pp, from 88.9 % to 66.7 % of 45 cases "
            + "(allowed 5.0 pp; 90 % interval −34.0 to −13.7 pp; adjusted p 0.002). "
            + "Lost: de-030, de-031, de-032, de-033, de-034 and 5 more. If intended, accept it: dotnet build -t:EvalGateAccept.",
            finding.Message);
    }

    [Fact]
    public static void IsNotRegressedWithinItsTolerance()
    {
        // 10 of 45 lost is 22.2 points; exactly at the tolerance is not beyond it.
        var atTolerance = German with { Rules = [ARule.MaxDropOn("correct", 0.25m, ("language", "de"))] };

        Assert.NotEqual(Verdict.Regressed, atTolerance.Verdict.Verdict);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public static void IsComparedWithTheToleranceExactly(int losses, bool regressed)
    {
        // 5 of 100 is a drop of exactly 5 points: allowed. Binary fractions would have called it more.
        var trial = new Trial { Rules = [ARule.MaxDropOn("correct", 0.05m, ("language", "de"))] }.With("de", bothPass: 100 - losses, losses: losses);

        Assert.Equal(regressed, trial.Verdict.Verdict == Verdict.Regressed);
    }

    [Fact]
    public static void DoesNotBlockWhenChanceExplainsIt()
    {
        var trial = new Trial().With("de", bothPass: 30, losses: 3, gains: 1).With("en", bothPass: 60);

        Assert.False(trial.Verdict.Blocks);
    }

    [Fact]
    public static void BlocksByThePlainFigureWhenTheRuleSaysEstimate()
    {
        var trial = new Trial { Rules = [ARule.MaxDropOn("correct", 0.02m, ("language", "de")) with { Decide = Decision.Estimate }] }
            .With("de", bothPass: 30, losses: 3, gains: 1);

        Assert.True(trial.Verdict.Blocks);
        Assert.Equal(DiagnosticCodes.BeyondEstimate, Assert.Single(trial.Verdict.Findings).Code);
    }

    private static Slice De { get; } = new([new("language", "de")]);

    private static Comparison Of(SuiteVerdict verdict, Slice slice) => verdict.Comparisons.Single(c => c.Slice == slice);
}
