namespace EvalGate.Statistics.Tests.Permutation;

public static class StepDownInputs
{
    [Fact]
    public static void NeedAKeyOfTheirOwn() =>
        Refuses([Family.Difference(0, -1, 0), Family.Difference(0, 1, 0)], "key");

    [Fact]
    public static void NeedBothArms()
    {
        Refuses([Family.Unit(0, new PermutationCase([], [1], [0]))], "repetition");
        Refuses([Family.Unit(0, new PermutationCase([1], [], [0]))], "repetition");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public static void NameOnlyKnownSlices(int slice) => Refuses([Family.Difference(0, -1, slice)], "slice");

    [Fact]
    public static void MayBeInNoSlice() => Assert.Equal(
        WestfallYoung.StepDown([Family.Difference(0, -1, 0)], 1, FamilyStatistic.MaxT).Slices,
        WestfallYoung.StepDown([Family.Difference(0, -1, 0), Family.Difference(1, -1)], 1, FamilyStatistic.MaxT).Slices);

    [Fact]
    public static void FitIntoExactSums()
    {
        Refuses([Family.Difference(0, long.MinValue, 0)], "fixed-point");
        Refuses([Family.Unit(0, new PermutationCase([long.MinValue], [long.MaxValue], [0]))], "fixed-point");
        Refuses([Family.Unit(0, new PermutationCase([0, 0, 0], [460_000_000_000_000_000], [0]))], "fixed-point");
        Assert.Equal(0.5, WestfallYoung.StepDown([Family.Difference(0, -1_000_000_000_000_000, 0)], 1, FamilyStatistic.MaxT).Slices[0].PValue);
    }

    [Fact]
    public static void HaveRepetitionCountsWithACommonMultiple()
    {
        int[] primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];

        Refuses([.. primes.Select(count => Family.Unit(count, new PermutationCase(new long[count], [0], [0])))], "common multiple");
    }

    [Fact]
    public static void ArePassFailForMinP()
    {
        RefusesMinP(new PermutationCase([0], [1], [0]), new PermutationCase([0], [1], [0]));
        RefusesMinP(new PermutationCase([0, 0], [1, 1], [0]));
        RefusesMinP(new PermutationCase([0], [1, 1], [0]));
        var graded = new[] { Family.Difference(0, -1, 0), Family.Difference(1, -2, 0) };
        Assert.Contains("pass/fail", Message(graded, FamilyStatistic.MinP), StringComparison.Ordinal);
    }

    [Fact]
    public static void MayBeScaledForMinP() =>
        Assert.Equal(
            0.25,
            WestfallYoung.StepDown([Scaled(0), Scaled(1)], 1, FamilyStatistic.MinP).Slices[0].PValue,
            1e-15);

    [Fact]
    public static void AreCheckedForRange()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => WestfallYoung.StepDown([], -1, FamilyStatistic.MaxT));
        Refusal.Of<ArgumentOutOfRangeException>(() => WestfallYoung.StepDown([], 1, FamilyStatistic.MaxT, 0));
        Refusal.Of<ArgumentOutOfRangeException>(() => WestfallYoung.StepDown([], 1, (FamilyStatistic)7));
    }

    private static PermutationUnit Scaled(int id) => Family.Unit(id, new PermutationCase([0], [-1_000_000], [0]));

    private static void RefusesMinP(params PermutationCase[] cases) =>
        Assert.Contains("MaxT", Message([Family.Unit(0, cases)], FamilyStatistic.MinP), StringComparison.Ordinal);

    private static void Refuses(PermutationUnit[] units, string word) =>
        Assert.Contains(word, Message(units, FamilyStatistic.MaxT), StringComparison.Ordinal);

    private static string Message(PermutationUnit[] units, FamilyStatistic statistic) =>
        Refusal.Of<ArgumentException>(() => WestfallYoung.StepDown(units, 1, statistic)).Message;
}
