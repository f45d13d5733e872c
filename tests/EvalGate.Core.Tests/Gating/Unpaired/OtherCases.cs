using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Unpaired;

public static class OtherCases
{
    private const long TooLarge = PowerSums.Limit / 2;

    [Theory]
    [InlineData(1, 1, true)]
    [InlineData(TooLarge - 1, -TooLarge + 1, true)]
    [InlineData(TooLarge, 1, false)]
    [InlineData(-TooLarge, 1, false)]
    [InlineData(1, TooLarge, false)]
    [InlineData(1, -TooLarge, false)]
    public static void AreJudgedWhereTheirScoresCanBeAdded(long before, long now, bool isJudged)
    {
        var overall = Judged(Arm("de", 0, before), Arm("de", 0, now)).Comparisons.Single(c => c.Slice.IsOverall);

        Assert.Equal(isJudged ? null : "its scores are too large to be added exactly: measure in a larger unit", overall.Reason);
        Assert.Equal(isJudged, overall.Verdict != Verdict.NotJudged);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public static void AreTooLargeToAddWhereRepetitionsMakeThemSo(int repetitions, bool isJudged)
    {
        var arm = Arm("de", 0, 1) with { Scores = new Dictionary<string, ScoreColumn> { ["cost"] = ScoreColumn.Of([[.. Enumerable.Repeat(TooLarge / 2, repetitions)], [1]]) } };

        Assert.Equal(isJudged, Judged(arm, arm).Comparisons.Single(c => c.Slice.IsOverall).Verdict != Verdict.NotJudged);
    }

    [Fact]
    public static void AreNotComparedWhereOnlyTheCandidateHasAny()
    {
        var verdict = Judged(Arm("de", 1, 1, 0), Arm("en", 1, 1, 0));

        Assert.Equal(
            [("overall", Verdict.Clear, null), ("language=de", Verdict.NotJudged, "one side has no case here")],
            verdict.Comparisons.Select(c => (c.Slice.ToString(), c.Verdict, c.Reason)));
    }

    private static SuiteVerdict Judged(UnpairedArm before, UnpairedArm now) => Judge.CompareUnpaired(new()
    {
        Name = "other cases",
        Metrics = [AMetric.Cost("cost") with { Better = Direction.Higher, Scale = 1 }],
        Gate = new() { Baseline = "", Rules = [ARule.MaxDrop("cost", 0.1m)] },
        Baseline = before,
        Candidate = now,
    });

    private static UnpairedArm Arm(string language, params long[] scores) => new()
    {
        Cells = [[Slice.Overall, new([new("language", language)])]],
        CellOfRow = [.. new int[scores.Length]],
        Scores = new Dictionary<string, ScoreColumn> { ["cost"] = ScoreColumn.Single([.. scores]) },
    };
}
