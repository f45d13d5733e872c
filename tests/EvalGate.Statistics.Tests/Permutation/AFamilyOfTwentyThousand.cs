namespace EvalGate.Statistics.Tests.Permutation;

public static class AFamilyOfTwentyThousand
{
    [Theory]
    [InlineData(FamilyStatistic.MinP)]
    [InlineData(FamilyStatistic.MaxT)]
    public static void IsJudgedInSeconds(FamilyStatistic statistic)
    {
        // 50 slices, ten of them on each case, in some hundred combinations.
        PermutationUnit[] units = [.. Enumerable.Range(0, 20_000).Select(id =>
            Family.PassFail(id, Family.Draw(17, id) < 0.52, Family.Draw(17, id) >= 0.52, [0, .. Slices(id)]))];
        FamilyTest? family = null;

        var took = ProcessorTime.Of(() => family = WestfallYoung.StepDown(units, 50, statistic));

        Assert.True(took < TimeSpan.FromSeconds(60), $"took {took}");
        Assert.False(family!.IsExact);
        Assert.True(family.Slices[0].AdjustedPValue <= 0.001);
    }

    private static IEnumerable<int> Slices(int id) => Enumerable.Range(0, 9).Select(group => 1 + (id % 97 * (group + 3) + group) % 49);
}
