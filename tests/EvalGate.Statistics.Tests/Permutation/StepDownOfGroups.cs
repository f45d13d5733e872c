namespace EvalGate.Statistics.Tests.Permutation;

public static class StepDownOfGroups
{
    [Fact]
    public static void FlipsAllCasesOfAGroupTogether()
    {
        PermutationUnit[] grouped =
        [
            Family.Unit(0, Case(-3, 0), Case(-2, 0), Case(1, 0, 1)),
            Family.Unit(1, Case(-5, 1)),
        ];
        PermutationUnit[] merged = [Family.Unit(0, Case(-4, 0), Case(1, 1)), Family.Unit(1, Case(-5, 1))];

        var family = WestfallYoung.StepDown(grouped, 2, FamilyStatistic.MaxT);

        Assert.Equal(4, family.Replicates);
        Assert.Equal(WestfallYoung.StepDown(merged, 2, FamilyStatistic.MaxT).Slices, family.Slices);
        Assert.Equal(0.5, family.Slices[0].PValue);
    }

    [Fact]
    public static void DropsAGroupWhoseCasesCancel()
    {
        PermutationUnit[] units = [Family.Unit(0, Case(-3, 0), Case(3, 0)), Family.Unit(1, Case(-1, 0))];

        var family = WestfallYoung.StepDown(units, 1, FamilyStatistic.MaxT);

        Assert.Equal(2, family.Replicates);
        Assert.Equal(0.5, family.Slices[0].PValue);
    }

    [Fact]
    public static void IsSilentInASliceWhereAGroupCancels()
    {
        PermutationUnit[] units = [Family.Unit(0, Case(-3, 0, 1), Case(3, 0))];

        var family = WestfallYoung.StepDown(units, 2, FamilyStatistic.MaxT);

        Assert.Equal([new(1, 1), new(0.5, 0.5)], family.Slices);
    }

    [Fact]
    public static void ShufflesAGroupOfOnePatternJointly()
    {
        PermutationUnit[] units =
        [
            Family.Unit(0, new PermutationCase([5, 5, 5], [0], [0]), new PermutationCase([5, 5, 5], [0], [0, 1])),
            Family.Unit(1, new PermutationCase([1, 2, 3], [0], [0, 1])),
        ];

        var family = WestfallYoung.StepDown(units, 2, FamilyStatistic.MaxT);

        Assert.True(family.IsExact);
        Assert.Equal(16, family.Replicates);
        Assert.Equal([new(1.0 / 16, 1.0 / 16), new(1.0 / 16, 1.0 / 16)], family.Slices);
    }

    [Fact]
    public static void DrawsAGroupOfSeveralPatterns()
    {
        PermutationUnit[] units =
            [Family.Unit(0, new PermutationCase([5, 5], [0], [0]), new PermutationCase([5, 4, 6], [0], [0]), Case(-5, 0))];

        var family = WestfallYoung.StepDown(units, 1, FamilyStatistic.MaxT, replicates: 9999);

        Assert.False(family.IsExact);
        Assert.InRange(family.Slices[0].PValue, 0.0001, 0.3);
        Assert.Equal(family.Slices[0].PValue, family.Slices[0].AdjustedPValue);
    }

    [Fact]
    public static void KeepsItsLevelForGroupsOfSeveralPatterns()
    {
        const int Runs = 300;
        var alarms = Enumerable.Range(0, Runs).Count(run =>
        {
            var units = Enumerable.Range(0, 12).Select(id => Family.Unit(
                id + 1000 * run, Null(run, id, 0, 2, 1), Null(run, id, 1, 3, 1), Null(run, id, 2, 2, 2)));
            return WestfallYoung.StepDown([.. units], 4, FamilyStatistic.MaxT, 199).Slices.Any(slice => slice.AdjustedPValue <= 0.1);
        });

        Assert.InRange(alarms / (double)Runs, 0.02, 0.155);

        static PermutationCase Null(int run, int id, int place, int baseline, int candidate) => new(
            [.. Results(run, id, place, 0, baseline)], [.. Results(run, id, place, baseline, candidate)], [0, 1 + place]);

        static IEnumerable<long> Results(int run, int id, int place, int from, int count) =>
            Enumerable.Range(from, count).Select(slot => (long)(100 * Family.Draw(run + 70_000, id * 50 + place * 10 + slot)));
    }

    private static PermutationCase Case(long difference, params int[] slices) => new([0], [difference], slices);
}
