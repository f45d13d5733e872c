using CsCheck;

namespace EvalGate.Statistics.Tests.Paired;

public static class McNemarsTest
{
    private static readonly Gen<(int Gains, int Losses)> Flips = Gen.Select(Gen.Int[0, 400], Gen.Int[0, 400]);

    public static TheoryData<string> Vectors => ReferenceVector.Ids("mcnemar");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesPublishedValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        vector.Confirms("exact_one_sided_worse", McNemar.PValueWorse(vector.Count("gain"), vector.Count("loss")));
        vector.Confirms("midp_one_sided_worse", McNemar.MidPValueWorse(vector.Count("gain"), vector.Count("loss")));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(0, 1, 0.5)]
    [InlineData(1, 0, 1)]
    [InlineData(0, 5, 1.0 / 32)]
    public static void KnowsItsSmallCases(long gains, long losses, double expected) =>
        Assert.Equal(expected, McNemar.PValueWorse(gains, losses), 1e-15);

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(0, 1, 0.25)]
    [InlineData(1, 0, 0.75)]
    [InlineData(0, 5, 1.0 / 64)]
    [InlineData(2000, 0, 1)]
    public static void KnowsItsSmallMidPValues(long gains, long losses, double expected) =>
        Assert.Equal(expected, McNemar.MidPValueWorse(gains, losses), 1e-15);

    [Fact]
    public static void AddsUpToOneWithItsMirrorAsMidP() =>
        Property.HoldsFor(
            Flips, 300,
            flips => Assert.Equal(
                1, McNemar.MidPValueWorse(flips.Gains, flips.Losses) + McNemar.MidPValueWorse(flips.Losses, flips.Gains), 1e-12));

    [Fact]
    public static void CoversAllOutcomesTogetherWithItsMirror() =>
        Property.HoldsFor(
            Flips, 300,
            flips =>
            {
                var sum = McNemar.PValueWorse(flips.Gains, flips.Losses) + McNemar.PValueWorse(flips.Losses, flips.Gains);
                var observed = McNemar.PValueWorse(flips.Gains, flips.Losses)
                    - BinomialTail.AtLeast(flips.Losses + 1, flips.Gains + flips.Losses, 0.5);
                Assert.Equal(1 + observed, sum, 1e-12);
            });

    [Fact]
    public static void NeverGrowsWithAnotherLoss() =>
        Property.HoldsFor(
            Flips, 300,
            flips => Assert.True(
                McNemar.PValueWorse(flips.Gains, flips.Losses + 1) <= McNemar.PValueWorse(flips.Gains, flips.Losses) * (1 + 1e-12)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(121)]
    public static void HasATableOfTheSameValues(int flips)
    {
        var table = McNemar.PValuesWorse(flips);

        Assert.Equal(flips + 1, table.Length);
        for (var losses = 0; losses <= flips; losses++)
            Assert.Equal(1, table[losses] / McNemar.PValueWorse(flips - losses, losses), 1e-12);
    }

    [Fact]
    public static void RefusesNegativeCounts()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => McNemar.PValueWorse(-1, 2));
        Refusal.Of<ArgumentOutOfRangeException>(() => McNemar.PValueWorse(2, -1));
        Refusal.Of<ArgumentOutOfRangeException>(() => McNemar.MidPValueWorse(-1, 2));
        Assert.Throws<OverflowException>(() => McNemar.PValueWorse(long.MaxValue, 1));
    }
}
