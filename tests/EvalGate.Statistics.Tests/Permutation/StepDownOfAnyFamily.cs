using CsCheck;

namespace EvalGate.Statistics.Tests.Permutation;

public static class StepDownOfAnyFamily
{
    private const int NeverExact = 0;

    private static readonly Gen<int> Streams = Gen.Int[0, 1_000_000];

    [Theory]
    [InlineData(FamilyStatistic.MinP)]
    [InlineData(FamilyStatistic.MaxT)]
    public static void DoesNotDependOnTheOrderOfUnits(FamilyStatistic statistic) =>
        Property.HoldsFor(
            Streams, 40,
            stream =>
            {
                var units = Family.Random(stream, 50, 5, Flip);
                Assert.Equal(
                    WestfallYoung.StepDown(units, 5, statistic, 199).Slices,
                    WestfallYoung.StepDown(Family.Shuffled(units, stream + 7), 5, statistic, 199).Slices);
            });

    [Theory]
    [InlineData(FamilyStatistic.MinP)]
    [InlineData(FamilyStatistic.MaxT)]
    public static void AdjustsUpwardsInTheOrderOfEvidence(FamilyStatistic statistic) =>
        Property.HoldsFor(
            Streams, 60,
            stream =>
            {
                var family = WestfallYoung.StepDown(Family.Random(stream, 60, 6, Flip), 6, statistic, 199);
                Assert.All(family.Slices, slice => Assert.True(slice.AdjustedPValue >= slice.PValue && slice.AdjustedPValue <= 1));
                if (statistic == FamilyStatistic.MinP)
                {
                    var inOrder = family.Slices.OrderBy(slice => slice.PValue).Select(slice => slice.AdjustedPValue).ToArray();
                    Assert.Equal(inOrder.Order(), inOrder);
                }
            });

    [Fact]
    public static void IgnoresCasesOnWhichTheArmsAgree() =>
        Property.HoldsFor(
            Streams, 30,
            stream =>
            {
                var units = Family.Random(stream, 30, 4, Family.Graded);
                PermutationUnit[] more = [.. units, Family.Difference(900, 0, 0, 1), Family.Difference(901, 0, 2, 3)];
                Assert.Equal(
                    WestfallYoung.StepDown(units, 4, FamilyStatistic.MaxT, 199).Slices,
                    WestfallYoung.StepDown(more, 4, FamilyStatistic.MaxT, 199).Slices);
            });

    [Theory]
    [InlineData(FamilyStatistic.MinP)]
    [InlineData(FamilyStatistic.MaxT)]
    public static void AgreesBetweenEnumerationAndReplicates(FamilyStatistic statistic) =>
        Property.HoldsFor(
            Streams, 25,
            stream =>
            {
                var units = Family.Random(stream, 22, 5, Flip)[..12];
                var exact = WestfallYoung.StepDown(units, 5, statistic);
                var drawn = WestfallYoung.StepDown(units, 5, statistic, 9999, NeverExact);
                Assert.True(exact.IsExact);
                Assert.False(drawn.IsExact);
                foreach (var (left, right) in exact.Slices.Zip(drawn.Slices))
                {
                    // Four standard errors of a share at 9,999 draws; a monotone adjustment may add up over the slices.
                    Assert.Equal(left.PValue, right.PValue, 0.021);
                    Assert.Equal(left.AdjustedPValue, right.AdjustedPValue, 0.03);
                }
            });

    private static long Flip(double draw) => draw < 0.4 ? -1 : draw < 0.7 ? 1 : 0;
}
