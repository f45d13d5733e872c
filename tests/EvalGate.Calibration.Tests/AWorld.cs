using EvalGate.Calibration.Worlds;
using EvalGate.Statistics;

namespace EvalGate.Calibration.Tests;

public static class AWorld
{
    public static TheoryData<CaseOutcomes> CaseOutcomes =>
    [
        new PassFail(0.1), new NormalScores(), new LognormalScores(1), new LognormalScores(0.2), new RareTotalLosses(0.01, 0), new RareTotalLosses(0, 0.5),
    ];

    [Theory]
    [MemberData(nameof(CaseOutcomes))]
    public static void LosesExactlyWhatItSays(CaseOutcomes outcomes)
    {
        foreach (var loss in (double[])[0, 0.05, 0.1])
        {
            var scores = Enumerable.Range(0, 200_000).Select(index => outcomes.Score(new Draws(7)[index], new Draws(8)[index], loss)).ToArray();
            var error = Math.Sqrt(Moments.Of(scores).Variance / scores.Length);
            Assert.Equal(outcomes.Level - loss, scores.Average(), 4 * error);
        }
    }

    [Fact]
    public static void FlipsAsOftenAsItSays()
    {
        var outcomes = new PassFail(0.1);

        var flips = Enumerable.Range(0, 100_000).Count(index => outcomes.Score(new Draws(1)[index], 0, 0) != outcomes.Score(new Draws(2)[index], 0, 0));

        Assert.Equal(0.1, flips / 100_000.0, 0.004);
    }

    [Fact]
    public static void IsMostlyEqualWhenZeroHeavy()
    {
        var trial = new Scenario(new LognormalScores(0.2), Layout.Single, 5000).Draw(new(3), 0, 1);

        Assert.Equal(0.8, trial.Cases.Count(item => item.Baseline[0] == item.Candidate[0]) / 5000.0, 0.02);
    }

    [Fact]
    public static void BreaksTheTargetSliceAlone()
    {
        var scenario = new Scenario(new NormalScores(), Layout.Crossed(4, 3), 4800);

        var trial = scenario.Draw(new(3), 0.2, 1);

        Assert.Equal(0.2, trial.Slices[1].Drop, 0.02);
        Assert.Equal(0.05, trial.Slices[0].Drop, 0.02);
        Assert.All(Enumerable.Range(2, 3), slice => Assert.Equal(0, trial.Slices[slice].Drop, 0.03));
        Assert.Equal([2, 3, 4, 11, 12, 13, 14, 15, 16, 17, 18, 19], Enumerable.Range(0, 20).Where(scenario.Layout.IsFineBesideTheTarget));
    }

    [Fact]
    public static void SharesCasesOutEvenly()
    {
        var layout = Layout.Crossed(4, 3);

        var cells = Enumerable.Range(0, 300).Select(index => layout.SlicesOf(index, 300)).ToArray();

        Assert.All(layout.Cells, cell => Assert.Equal(25, cells.Count(slices => slices == cell)));
        Assert.Equal(3, cells.Take(3).Distinct().Count());
    }

    [Fact]
    public static void CorrelatesWithinGroups()
    {
        var trial = new Scenario(new NormalScores(), Layout.Single, 2000) { Grouping = Grouping.Equal }.Draw(new(5), 0, 1);

        var groups = trial.Cases.GroupBy(item => item.Group).Select(group => Moments.Of([.. group.Select(item => item.Candidate[0] / 1e6)])).ToArray();

        Assert.All(groups, group => Assert.Equal(5, group.Count));
        Assert.Equal(Grouping.Cohesion * Grouping.Cohesion, DesignEffect.Of(groups).IntraclassCorrelation, 0.06);
    }

    [Fact]
    public static void FormsGroupsOfTheGivenSizes()
    {
        int[] groups = [.. Enumerable.Range(0, 20).Select(Grouping.Unequal.GroupOf)];

        Assert.Equal([0, 1, 1, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 16, 16, 16, 19], groups);
        Assert.False(Grouping.None.HasGroups);
    }
}
