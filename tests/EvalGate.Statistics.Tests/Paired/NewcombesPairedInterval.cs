using CsCheck;

namespace EvalGate.Statistics.Tests.Paired;

public static class NewcombesPairedInterval
{
    private static readonly Gen<PairedCounts> Tables =
        Gen.Select(Gen.Int[0, 60], Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 60]).Select((a, b, c, e) => new PairedCounts(a, b, c, e));

    public static TheoryData<string> Vectors => ReferenceVector.Ids("newcombe_paired_method10_ci");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesPublishedValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        var table = new PairedCounts(vector.Count("both_pass"), vector.Count("gain"), vector.Count("loss"), vector.Count("both_fail"));

        var interval = NewcombePaired.Interval(table, vector.Number("confidence"));

        vector.Confirms("estimate", table.Difference);
        vector.Confirms("lower", interval.Lower);
        vector.Confirms("upper", interval.Upper);
    }

    [Fact]
    public static void SaysNothingWithoutCases() => Assert.Equal(new(-1, 1, 0.9), NewcombePaired.Interval(default, 0.9));

    [Theory]
    [InlineData(1, 0, 0, 0)]
    [InlineData(0, 1, 0, 0)]
    [InlineData(0, 0, 1, 0)]
    [InlineData(0, 0, 0, 1)]
    public static void IsWideForOneCase(long bothPass, long gains, long losses, long bothFail)
    {
        var interval = NewcombePaired.Interval(new(bothPass, gains, losses, bothFail), 0.9);

        Assert.InRange(interval.Upper - interval.Lower, 0.99, 2);
    }

    [Fact]
    public static void TouchesTheEndWhenEveryCaseIsLost() =>
        Assert.Equal(-1, NewcombePaired.Interval(new(0, 0, 25, 0), 0.9).Lower);

    [Fact]
    public static void ShrinksOnlyAPositiveCorrelationAndNoFurtherThanZero()
    {
        Assert.Equal(1.5 / Math.Sqrt(3 * 6 * 4 * 5), new PairedCounts(2, 1, 2, 4).Correlation(continuity: 4.5), 1e-15);
        Assert.Equal(0, new PairedCounts(2, 1, 2, 4).Correlation(continuity: 7));
        Assert.Equal(-5.0 / 12, new PairedCounts(1, 2, 3, 1).Correlation(continuity: 3.5), 1e-15);
        Assert.Equal(0, new PairedCounts(3, 0, 0, 0).Correlation(continuity: 0));
    }

    [Fact]
    public static void StaysInsideItsRangeAroundTheDifference() =>
        Property.HoldsFor(
            Tables, 300,
            table =>
            {
                var interval = NewcombePaired.Interval(table, 0.9);
                Assert.InRange(interval.Lower, -1, 1);
                Assert.InRange(interval.Upper, interval.Lower, 1);
                if (table.Cases > 0)
                    Assert.InRange(table.Difference, interval.Lower, interval.Upper);
            });

    [Fact]
    public static void MirrorsWhenTheArmsSwap() =>
        Property.HoldsFor(
            Tables, 300,
            table =>
            {
                var interval = NewcombePaired.Interval(table, 0.9);
                var mirror = NewcombePaired.Interval(table with { Gains = table.Losses, Losses = table.Gains }, 0.9);
                Assert.Equal(interval.Lower, -mirror.Upper, 1e-12);
                Assert.Equal(interval.Upper, -mirror.Lower, 1e-12);
            });

    [Theory]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(0, -1, 0, 0)]
    [InlineData(0, 0, -1, 0)]
    [InlineData(0, 0, 0, -1)]
    public static void RefusesNegativeCounts(long bothPass, long gains, long losses, long bothFail) =>
        Refusal.Of<ArgumentOutOfRangeException>(() => NewcombePaired.Interval(new(bothPass, gains, losses, bothFail), 0.9));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public static void RefusesImpossibleConfidence(double confidence) =>
        Refusal.Of<ArgumentOutOfRangeException>(() => NewcombePaired.Interval(new(1, 1, 1, 1), confidence));
}
