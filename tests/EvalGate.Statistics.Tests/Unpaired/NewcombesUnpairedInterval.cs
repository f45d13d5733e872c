using CsCheck;

namespace EvalGate.Statistics.Tests.Unpaired;

public static class NewcombesUnpairedInterval
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("newcombe_unpaired_ci");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesPublishedValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        var table = new UnpairedCounts(vector.Count("x2"), vector.Count("n2"), vector.Count("x1"), vector.Count("n1"));

        var interval = NewcombeUnpaired.Interval(table, vector.Number("confidence"));

        vector.Confirms("lower", interval.Lower);
        vector.Confirms("upper", interval.Upper);
    }

    [Theory]
    [InlineData(0, 0, 3, 5)]
    [InlineData(3, 5, 0, 0)]
    public static void SaysNothingWithAnEmptyArm(long passed, long before, long passes, long after) =>
        Assert.Equal(new(-1, 1, 0.9), NewcombeUnpaired.Interval(new(passed, before, passes, after), 0.9));

    [Fact]
    public static void TouchesTheEndsWhenEveryCaseChangedSides()
    {
        Assert.Equal(-1, NewcombeUnpaired.Interval(new(1, 1, 0, 1), 0.9).Lower);
        Assert.Equal(1, NewcombeUnpaired.Interval(new(0, 8, 8, 8), 0.9).Upper);
    }

    [Fact]
    public static void MirrorsWhenTheArmsSwap() =>
        Property.HoldsFor(
            Gen.Select(Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 30], Gen.Int[0, 30]), 200,
            counts =>
            {
                var (x, m, y, n) = counts;
                var interval = NewcombeUnpaired.Interval(new(x, x + m + 1, y, y + n + 1), 0.9);
                var mirror = NewcombeUnpaired.Interval(new(y, y + n + 1, x, x + m + 1), 0.9);
                Assert.Equal(interval.Lower, -mirror.Upper, 1e-12);
                Assert.InRange(interval.Upper, interval.Lower, 1);
            });

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => NewcombeUnpaired.Interval(new(6, 5, 1, 5), 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => NewcombeUnpaired.Interval(new(1, 5, 1, 5), 1));
    }
}
