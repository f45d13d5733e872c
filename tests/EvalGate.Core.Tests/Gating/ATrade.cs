using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class ATrade
{
    private static readonly Trade Deal = new(
        new Dictionary<string, Tolerance> { ["cost"] = new(0.20m, true) }, "correct", new(0.02m, false), new("evals/support.eval.yaml", 30, 3));

    [Fact]
    public static void TurnsARiseWithinTheAllowanceIntoAPriceThatWasAskedFor()
    {
        var verdict = Trial(gains: 20, losses: 0, costFactor: 1.15).Verdict;

        var cost = verdict.Comparisons.Single(c => c.Metric.Name == "cost");
        Assert.Equal((Verdict.Regressed, true, false), (cost.Verdict, cost.IsTraded, cost.Blocks));
        Assert.False(verdict.Blocks);
        Assert.Contains(verdict.Findings, f => f.Code == DiagnosticCodes.Traded && f.Severity == Severity.Note);
        Assert.Equal(Standing.Mixed, verdict.Standings[0].Standing);
    }

    [Theory]
    [InlineData(20, 0, 1.25)] // rises beyond the allowance
    [InlineData(1, 0, 1.15)] // gains less than its figure
    [InlineData(14, 8, 1.15)] // gains 3 points, but chance would do that
    public static void DoesNotExcuse(int gains, int losses, double costFactor)
    {
        var verdict = Trial(gains, losses, costFactor).Verdict;

        Assert.True(verdict.Blocks);
        Assert.DoesNotContain(verdict.Comparisons, c => c.IsTraded);
    }

    [Fact]
    public static void IsOffWhenTheGainHidesASliceThatFell()
    {
        var trial = Trial(gains: 40, losses: 0, costFactor: 1.15);
        for (var i = 0; i < 20; i++)
        {
            trial = Add(trial, $"fr-{i}", "fr", 1, i < 10 ? 0 : 1, 1);
        }

        Assert.DoesNotContain(trial.Verdict.Comparisons, c => c.IsTraded);
        Assert.True(trial.Verdict.Blocks);
    }

    [Fact]
    public static void IsNotNeededToSeeThatNothingSpeaksForACandidate()
    {
        var standing = (Trial(gains: 0, losses: 0, costFactor: 1.3) with { Deal = null }).Verdict.Standings[0];

        Assert.Equal((Standing.Dominated, "cost"), (standing.Standing, Assert.Single(standing.Worse)));
        Assert.Empty(standing.Better);
    }

    [Theory]
    [InlineData(0.10, true)]
    [InlineData(0.1000001, false)]
    public static void IsFulfilledByExactlyTheGainItAsksFor(double asked, bool isTraded)
    {
        var trial = Trial(gains: 20, losses: 0, costFactor: 1.15);

        Assert.Equal(isTraded, (trial with { Deal = Deal with { Gain = new((decimal)asked, false) } }).Verdict.Comparisons.Any(c => c.IsTraded));
    }

    private static Trial Trial(int gains, int losses, double costFactor)
    {
        var trial = new Trial
        {
            Metrics = [AMetric.PassFail("correct"), AMetric.Cost("cost")],
            Rules = [ARule.MaxDrop("correct", 0.02m), ARule.MaxRise("cost", 0.10m)],
            Deal = Deal,
        };
        for (var i = 0; i < 200; i++)
        {
            var (before, now) = i < gains ? (0, 1) : i < gains + losses ? (1, 0) : (1, 1);
            trial = Add(trial, $"en-{i}", "en", before, now, costFactor);
        }

        return trial;
    }

    private static Trial Add(Trial trial, string id, string language, double before, double now, double costFactor) => trial.With(
        ACase.Of(id, ("language", language)),
        new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [before], ["cost"] = [0.01] },
        [new Dictionary<string, double?> { ["correct"] = now, ["cost"] = 0.01 * costFactor }]);
}
