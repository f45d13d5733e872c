using CsCheck;

namespace EvalGate.Statistics.Tests.Sequential;

public static class AnEValue
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("e_value_mcnemar_uniform_half_one");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        var eValue = EValue.Worse(vector.Count("gain"), vector.Count("loss"));

        vector.Confirms("e", eValue);
        vector.Confirms("always_valid_p", EValue.AlwaysValidPValue(eValue));
    }

    [Theory]
    [InlineData(0, 1, 1.5)]
    [InlineData(1, 0, 0.5)]
    [InlineData(0, 2, 7.0 / 3)]
    [InlineData(2, 0, 1.0 / 3)]
    [InlineData(1, 1, 2.0 / 3)]
    [InlineData(0, 10, 2047.0 / 11)]
    public static void KnowsItsSmallCases(long gains, long losses, double expected) =>
        Assert.Equal(expected, EValue.Worse(gains, losses), 1e-12);

    [Fact]
    public static void PaysOneOnAverageWhenFlipsAreFair()
    {
        foreach (var flips in (int[])[1, 7, 40, 301])
        {
            var average = Enumerable.Range(0, flips + 1).Sum(losses =>
                EValue.Worse(flips - losses, losses) * (losses == 0 ? Math.Pow(0.5, flips) : BinomialTerm.At(losses, flips, 0.5)));
            Assert.Equal(1, average, 1e-10);
        }
    }

    [Fact]
    public static void IsAFairBetAtEveryStep() =>
        Property.HoldsFor(
            Gen.Select(Gen.Int[0, 300], Gen.Int[0, 300]), 300,
            flips =>
            {
                var (gains, losses) = flips;
                var next = (EValue.Worse(gains + 1, losses) + EValue.Worse(gains, losses + 1)) / 2;
                Assert.Equal(1, next / EValue.Worse(gains, losses), 1e-10);
            });

    [Fact]
    public static void StaysANumberForManyFlips()
    {
        Assert.Equal(double.PositiveInfinity, EValue.Worse(0, 5000));
        Assert.Equal(1.0 / 5001, EValue.Worse(5000, 0), 1e-15);
        Assert.InRange(EValue.Worse(500_000, 500_000), 1e-4, 1e-2);
    }

    [Fact]
    public static void WeighsRunsSoThatTheWeightsStayBelowOne()
    {
        Assert.Equal(0, EValue.OfRuns([]));
        Assert.Equal(10, EValue.OfRuns([20]));
        Assert.Equal(20.0 / 2 + 6.0 / 6 + 24.0 / 12, EValue.OfRuns([20, 6, 24]), 1e-12);
        Assert.InRange(EValue.OfRuns([.. Enumerable.Repeat(1.0, 10_000)]), 0.999, 1);
    }

    [Fact]
    public static void RarelyRejectsWhoeverRunsAgainUntilItDoes()
    {
        // Ten runs of an unchanged candidate against one baseline draw: the runs share the baseline, so their flips depend on each other.
        var rejected = Enumerable.Range(0, 2000).Count(session =>
        {
            var eValues = new List<double>();
            for (var run = 1; run <= 10 && EValue.OfRuns(eValues) < 20; run++)
                eValues.Add(EValueOfRun(session, run));
            return EValue.OfRuns(eValues) >= 20;
        });

        Assert.InRange(rejected / 2000.0, 0, 0.05);
    }

    [Fact]
    public static void BecomesAPValue()
    {
        Assert.Equal(1, EValue.AlwaysValidPValue(0));
        Assert.Equal(0, EValue.AlwaysValidPValue(double.PositiveInfinity));
        Assert.Equal(0.05, EValue.AlwaysValidPValue(20));
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => EValue.Worse(-1, 0));
        Refusal.Of<ArgumentOutOfRangeException>(() => EValue.Worse(0, -1));
        Refusal.Of<ArgumentOutOfRangeException>(() => EValue.OfRuns([1, -1]));
        Refusal.Of<ArgumentOutOfRangeException>(() => EValue.AlwaysValidPValue(double.NaN));
    }

    private static double EValueOfRun(int session, int run)
    {
        long gains = 0, losses = 0;
        for (var id = 0; id < 60; id++)
        {
            var key = HashedReplicates.SplitMix64((ulong)(session * 64 + id));
            var rate = 0.5 + HashedReplicates.Uniform(key, 100) / 2;
            bool baseline = HashedReplicates.Uniform(key, 0) < rate, candidate = HashedReplicates.Uniform(key, run) < rate;
            gains += candidate && !baseline ? 1 : 0;
            losses += baseline && !candidate ? 1 : 0;
        }

        return EValue.Worse(gains, losses);
    }
}
