namespace EvalGate.Statistics.Tests.Permutation;

public static class StepDownCalibration
{
    private const int Runs = 400;

    [Theory]
    [InlineData(FamilyStatistic.MinP)]
    [InlineData(FamilyStatistic.MaxT)]
    public static void KeepsTheFamilyLevelWhenNothingChanged(FamilyStatistic statistic)
    {
        var alarms = Enumerable.Range(0, Runs).Count(run =>
            WestfallYoung.StepDown(Neutral(run), 8, statistic, 199).Slices.Any(slice => slice.AdjustedPValue <= 0.1));

        // 10 % plus three standard errors; far fewer would mean power thrown away.
        Assert.InRange(alarms / (double)Runs, 0.03, 0.145);
    }

    [Theory]
    [InlineData(FamilyStatistic.MinP)]
    [InlineData(FamilyStatistic.MaxT)]
    public static void DoesNotBlameSlicesThatAreFineWhenAnotherIsBroken(FamilyStatistic statistic)
    {
        var runs = Enumerable.Range(0, Runs).Select(run =>
        {
            PermutationUnit[] broken = [.. Enumerable.Range(500, 14).Select(id => Family.PassFail(id + run * 1000, true, false, 8))];
            return WestfallYoung.StepDown([.. Neutral(run), .. broken], 9, statistic, 199).Slices;
        }).ToArray();

        Assert.All(runs, slices => Assert.True(slices[8].AdjustedPValue <= 0.1));
        Assert.InRange(runs.Count(slices => slices.Take(8).Any(slice => slice.AdjustedPValue <= 0.1)) / (double)Runs, 0.03, 0.145);
    }

    private static PermutationUnit[] Neutral(int run) =>
        [.. Family.Random(2 * run + 500_000, 60, 8, Family.NeutralFlip).Select((unit, id) => unit with { Key = Family.Key(id + run * 1000) })];
}
