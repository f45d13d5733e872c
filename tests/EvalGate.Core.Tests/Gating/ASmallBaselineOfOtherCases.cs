using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class ASmallBaselineOfOtherCases
{
    [Fact]
    public static void DoesNotMakeRareLossesOfTheCandidateARegression()
    {
        // Of 120 baseline cases none was lost, of 480 others five: 1 % would do both. Their spread alone says p = 0.012.
        var verdict = Judge.CompareUnpaired(Input(AMetric.Score("grounded"), Arm(120, 0, 1_000_000), Arm(480, 5, 1_000_000)));

        Assert.Equal(Verdict.Clear, verdict.Verdict);
        Assert.InRange(Assert.Single(verdict.Comparisons).PValue!.Value, 0.4, 0.8);
    }

    [Fact]
    public static void DoesNotHideWhatIsLostForGood() =>
        Assert.Equal(Verdict.Regressed, Judge.CompareUnpaired(Input(AMetric.Score("grounded"), Arm(120, 0, 1_000_000), Arm(480, 60, 1_000_000))).Verdict);

    [Theory]
    [InlineData(10, Verdict.Clear)]
    [InlineData(11, Verdict.Regressed)]
    public static void IsComparedWithTheToleranceExactly(int lost, Verdict expected)
    {
        // 10 of 200 is a drop of exactly 5 points: allowed. Binary fractions would have called it more.
        var input = Input(AMetric.PassFail("correct"), Arm(100, 0, 1), Arm(200, lost, 1));

        Assert.Equal(expected, Judge.CompareUnpaired(input with { Gate = input.Gate with { Rules = [ARule.MaxDropOn("correct", 0.05m) with { Decide = Decision.Estimate }] } }).Verdict);
    }

    [Fact]
    public static void IsTakenWithOneMoreFailureUnderPassFail()
    {
        var comparison = Assert.Single(Judge.CompareUnpaired(Input(AMetric.PassFail("correct"), Arm(120, 0, 1), Arm(120, 4, 1))).Comparisons);

        Assert.Equal(Statistics.MiettinenNurminen.PValueBelow(new(120, 121, 116, 120), 0), comparison.PValue!.Value, 12);
    }

    private static UnpairedInput Input(Metric metric, (int Cases, int Lost, long Full) before, (int Cases, int Lost, long Full) now) => new()
    {
        Name = "other cases",
        Metrics = [metric],
        Gate = new() { Baseline = "", Rules = [ARule.MaxDropOn(metric.Name, 0)] },
        Baseline = Cases(metric, before),
        Candidate = Cases(metric, now),
    };

    private static (int Cases, int Lost, long Full) Arm(int cases, int lost, long full) => (cases, lost, full);

    /// <summary>Scores that hardly vary, but for those that are lost.</summary>
    private static UnpairedArm Cases(Metric metric, (int Cases, int Lost, long Full) arm) => new()
    {
        Cells = [[Slice.Overall]],
        CellOfRow = [.. new int[arm.Cases]],
        Scores = new Dictionary<string, ScoreColumn>
        {
            [metric.Name] = ScoreColumn.Single([.. Enumerable.Range(0, arm.Cases).Select(i => i < arm.Lost ? 0 : arm.Full == 1 ? 1 : arm.Full - (i % 10 * 1000))]),
        },
    };
}
