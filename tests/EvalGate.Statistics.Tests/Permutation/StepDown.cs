namespace EvalGate.Statistics.Tests.Permutation;

public static class StepDown
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("westfall_young_signflip_maxT");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesFullEnumeration(string id)
    {
        var vector = ReferenceVector.Of(id);
        var slices = vector.Inputs<int[]>("slices");
        PermutationUnit[] units = [.. vector.Inputs<double>("d").Select((difference, index) => Family.Difference(
            index, (long)Math.Round(difference * 1000), [.. Enumerable.Range(0, slices.Length).Where(slice => slices[slice].Contains(index))]))];

        var family = WestfallYoung.StepDown(units, slices.Length, FamilyStatistic.MaxT);

        Assert.True(family.IsExact);
        Assert.Equal(256, family.Replicates);
        vector.Confirms("raw_p", [.. family.Slices.Select(slice => slice.PValue)]);
        vector.Confirms("step_down", [.. family.Slices.Select(slice => slice.AdjustedPValue)]);
    }

    [Theory]
    [InlineData(FamilyStatistic.MinP)]
    [InlineData(FamilyStatistic.MaxT)]
    public static void IsSilentWhenNothingDiffers(FamilyStatistic statistic)
    {
        var nothing = new FamilyTest([new(1, 1), new(1, 1)], IsExact: true, Replicates: 1);

        var empty = WestfallYoung.StepDown([], 2, statistic);
        var equal = WestfallYoung.StepDown([Family.PassFail(0, true, true, 0, 1), Family.PassFail(1, false, false, 1)], 2, statistic);

        Assert.Equivalent(nothing, empty, strict: true);
        Assert.Equivalent(nothing, equal, strict: true);
        Assert.Empty(WestfallYoung.StepDown([], 0, statistic).Slices);
    }

    [Theory]
    [InlineData(FamilyStatistic.MinP)]
    [InlineData(FamilyStatistic.MaxT)]
    public static void CannotDoBetterThanOneHalfWithOneDifference(FamilyStatistic statistic)
    {
        var family = WestfallYoung.StepDown([Family.PassFail(0, true, false, 0), Family.PassFail(1, true, true, 0, 1)], 2, statistic);

        Assert.Equal([new(0.5, 0.5), new(1, 1)], family.Slices);
    }

    [Fact]
    public static void EnumeratesThirteenFlipsAndDrawsBeyond()
    {
        var thirteen = WestfallYoung.StepDown(Losses(13), 1, FamilyStatistic.MaxT);
        var fourteen = WestfallYoung.StepDown(Losses(14), 1, FamilyStatistic.MaxT, replicates: 499);

        Assert.True(thirteen.IsExact);
        Assert.Equal(8192, thirteen.Replicates);
        Assert.Equal(1.0 / 8192, thirteen.Slices[0].PValue);
        Assert.False(fourteen.IsExact);
        Assert.Equal(499, fourteen.Replicates);
        Assert.Equal(1.0 / 500, fourteen.Slices[0].PValue);
    }

    [Fact]
    public static void GivesTheExactMcNemarPForPassFail()
    {
        PermutationUnit[] units = [.. Losses(6), Family.PassFail(100, false, true, 0), Family.PassFail(101, true, false, 1)];

        var family = WestfallYoung.StepDown(units, 2, FamilyStatistic.MinP);

        Assert.Equal(McNemar.PValueWorse(1, 6), family.Slices[0].PValue, 1e-15);
        Assert.Equal(0.5, family.Slices[1].PValue, 1e-15);
    }

    [Fact]
    public static void AgreesBetweenStatisticsOnASingleSlice()
    {
        PermutationUnit[] units = [.. Losses(8), Family.PassFail(100, false, true, 0), Family.PassFail(101, false, true, 0)];

        var byP = WestfallYoung.StepDown(units, 1, FamilyStatistic.MinP).Slices[0];
        var byT = WestfallYoung.StepDown(units, 1, FamilyStatistic.MaxT).Slices[0];

        Assert.Equal(byP.PValue, byT.PValue, 1e-15);
        Assert.Equal(byP.AdjustedPValue, byT.AdjustedPValue, 1e-15);
        Assert.Equal(byP.PValue, byP.AdjustedPValue, 1e-15);
    }

    [Fact]
    public static void CostsNothingForASliceSeenTwice()
    {
        PermutationUnit[] once = [.. Enumerable.Range(0, 12).Select(id => Family.Difference(id, id - 9, 0))];
        PermutationUnit[] twice = [.. Enumerable.Range(0, 12).Select(id => Family.Difference(id, id - 9, 0, 1))];

        var single = WestfallYoung.StepDown(once, 1, FamilyStatistic.MaxT).Slices[0];
        var both = WestfallYoung.StepDown(twice, 2, FamilyStatistic.MaxT).Slices;

        Assert.Equal([single, single], both);
        Assert.Equal(single.PValue, single.AdjustedPValue);
    }

    [Fact]
    public static void CountsARepeatedSliceOnce() =>
        Assert.Equal(
            WestfallYoung.StepDown([Family.Difference(0, -2, 0), Family.Difference(1, 1, 0)], 1, FamilyStatistic.MaxT).Slices,
            WestfallYoung.StepDown([Family.Difference(0, -2, 0, 0), Family.Difference(1, 1, 0)], 1, FamilyStatistic.MaxT).Slices);

    [Fact]
    public static void FlipsEveryUnitByItsHashedSign()
    {
        // More replicates than one block, and not a multiple of it.
        const int Replicates = 2_500;
        var units = Family.Random(11, 30, 1, Family.Graded);
        long[] differences = [.. units.Select(unit => unit.Cases[0].Candidate[0] - unit.Cases[0].Baseline[0])];

        var family = WestfallYoung.StepDown(units, 1, FamilyStatistic.MaxT, Replicates);

        var hits = Enumerable.Range(0, Replicates).Count(replicate =>
            units.Zip(differences, (unit, difference) => HashedReplicates.Sign(unit.Key, replicate) * difference).Sum() <= differences.Sum());
        Assert.Equal((1.0 + hits) / (1 + Replicates), family.Slices[0].PValue);
    }

    [Fact]
    public static void MirrorsWhenTheArmsSwap()
    {
        var units = Family.Random(5, 12, 3, Family.Graded);
        PermutationUnit[] swapped = [.. units.Select(unit => unit with { Cases = [.. unit.Cases.Select(Swap)] })];

        var worse = WestfallYoung.StepDown(units, 3, FamilyStatistic.MaxT);
        var better = WestfallYoung.StepDown(swapped, 3, FamilyStatistic.MaxT);

        Assert.True(worse.IsExact);
        foreach (var (left, right) in worse.Slices.Zip(better.Slices))
            Assert.True(left.PValue + right.PValue >= 1 && left.PValue + right.PValue < 1.2);
    }

    [Fact]
    public static void DoesNotCareAboutTheScaleOrOriginOfScores()
    {
        var units = Family.Random(8, 40, 4, Family.Graded);
        PermutationUnit[] scaled = [.. units.Select(unit => unit with { Cases = [.. unit.Cases.Select(Scale)] })];

        Assert.Equal(
            WestfallYoung.StepDown(units, 4, FamilyStatistic.MaxT, 299).Slices,
            WestfallYoung.StepDown(scaled, 4, FamilyStatistic.MaxT, 299).Slices);

        static PermutationCase Scale(PermutationCase item) => new(
            [.. item.Baseline.Select(score => 4 * score - 1_000_000)], [.. item.Candidate.Select(score => 4 * score - 1_000_000)], item.Slices);
    }

    private static PermutationCase Swap(PermutationCase item) => item with { Baseline = item.Candidate, Candidate = item.Baseline };

    private static PermutationUnit[] Losses(int count) => [.. Enumerable.Range(0, count).Select(id => Family.PassFail(id, true, false, 0))];
}
