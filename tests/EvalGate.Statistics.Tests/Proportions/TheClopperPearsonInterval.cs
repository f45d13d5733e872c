using CsCheck;

namespace EvalGate.Statistics.Tests.Proportions;

public static class TheClopperPearsonInterval
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("clopper_pearson_ci");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesPublishedValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        var interval = ClopperPearson.Interval(vector.Count("x"), vector.Count("n"), vector.Number("confidence"));

        vector.Confirms("lower", interval.Lower);
        vector.Confirms("upper", interval.Upper);
    }

    [Fact]
    public static void KnowsItsEnds()
    {
        Assert.Equal(new(0, 1, 0.9), ClopperPearson.Interval(0, 0, 0.9));
        Assert.Equal(new(0, 0.95, 0.9), ClopperPearson.Interval(0, 1, 0.9));
        Assert.Equal(1, ClopperPearson.Interval(12, 12, 0.9).Upper);
        // The rule of three: 3/n.
        Assert.Equal(1 - Math.Pow(0.05, 1.0 / 100), ClopperPearson.Interval(0, 100, 0.9).Upper, 1e-12);
    }

    [Fact]
    public static void MirrorsWhenPassAndFailSwap() =>
        Property.HoldsFor(
            Gen.Select(Gen.Int[0, 50], Gen.Int[0, 50]), 100,
            counts =>
            {
                var (passes, fails) = counts;
                var interval = ClopperPearson.Interval(passes, passes + fails, 0.9);
                Assert.Equal(interval.Lower, 1 - ClopperPearson.Interval(fails, passes + fails, 0.9).Upper, 1e-12);
            });

    [Fact]
    public static void NeverMissesMoreOftenThanPromised()
    {
        const int cases = 20;
        ConfidenceInterval[] intervals = [.. Enumerable.Range(0, cases + 1).Select(passes => ClopperPearson.Interval(passes, cases, 0.9))];

        foreach (var rate in (double[])[0.02, 0.1, 0.33, 0.5, 0.87])
        {
            var missed = Enumerable.Range(0, cases + 1).Where(passes => rate < intervals[passes].Lower || rate > intervals[passes].Upper)
                .Sum(passes => BinomialTail.AtLeast(passes, cases, rate) - BinomialTail.AtLeast(passes + 1, cases, rate));
            Assert.InRange(missed, 0, 0.1);
        }
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => ClopperPearson.Interval(-1, 5, 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => ClopperPearson.Interval(6, 5, 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => ClopperPearson.Interval(1, 5, 1));
    }
}
