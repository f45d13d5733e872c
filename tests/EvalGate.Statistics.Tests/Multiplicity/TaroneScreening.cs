using CsCheck;

namespace EvalGate.Statistics.Tests.Multiplicity;

public static class TaroneScreening
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("tarone_holm_mcnemar");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        var level = vector.Number("alpha");
        TaroneHypothesis[] hypotheses = [.. vector.Inputs<int[]>("gain_loss").Select(flips => Flips(flips[0], flips[1]))];

        var adjusted = TaroneHolm.Adjust(hypotheses, level);

        vector.Confirms("p", [.. hypotheses.Select(hypothesis => hypothesis.PValue)]);
        vector.Confirms("adjusted", adjusted);
        Assert.Equal(vector.Expected<int[]>("testable"), Indices(adjusted, p => p is not null));
        Assert.Equal(vector.Expected<int[]>("rejected"), Indices(adjusted, p => p <= level));
    }

    [Fact]
    public static void MakesHopelessSlicesFree() =>
        Assert.Equal(
            TaroneHolm.Adjust([Flips(0, 9)], 0.05)[0],
            TaroneHolm.Adjust([Flips(0, 9), Flips(0, 1), Flips(1, 0), Flips(0, 2)], 0.05)[0]);

    [Fact]
    public static void KeepsEqualMinimaTogether()
    {
        // 2^-5 fits 0.05 once but not twice, so neither of two may enter.
        Assert.NotNull(TaroneHolm.Adjust([Flips(0, 5)], 0.05)[0]);
        Assert.Equal([null, null], TaroneHolm.Adjust([Flips(0, 5), Flips(5, 0)], 0.05));
    }

    [Fact]
    public static void DoesNotDependOnTheScaleOfWeights()
    {
        TaroneHypothesis[] hypotheses = [Flips(0, 9) with { Weight = 1 }, Flips(1, 9) with { Weight = 0.25 }, Flips(0, 3) with { Weight = 0.25 }];

        var scaled = TaroneHolm.Adjust([.. hypotheses.Select(item => item with { Weight = item.Weight * 8 })], 0.05);

        Assert.Equal(TaroneHolm.Adjust(hypotheses, 0.05), scaled);
        Assert.Null(scaled[2]);
    }

    [Fact]
    public static void ScreensByTheShareOfTheLevel()
    {
        var adjusted = TaroneHolm.Adjust([new(0.03, 0.02, Weight: 9), new(0.03, 0.02, Weight: 1)], 0.05);

        Assert.Equal([0.03, null], adjusted);
    }

    [Fact]
    public static void KeepsEqualMinimaPerWeightTogether()
    {
        // 2^-6 · 2 fits 0.05, and so does 2^-6 of twice the weight beside 2^-7 of the weight: together or not at all.
        Assert.DoesNotContain(null, TaroneHolm.Adjust([Flips(0, 6) with { Weight = 2 }, Flips(0, 7) with { Weight = 1 }], 0.05));
        Assert.Equal([null, null], TaroneHolm.Adjust([Flips(0, 6) with { Weight = 2 }, Flips(0, 7) with { Weight = 1 }], 0.02));
    }

    [Fact]
    public static void KeepsTheLongestRunThatFits()
    {
        // At a cumulative weight of 5 the third keeps out the second, though both fit a weight of 2.
        var adjusted = TaroneHolm.Adjust([new(0.01, 0.01), new(0.02, 0.0225), new(0.3, 0.072, Weight: 3)], 0.05);

        Assert.Equal([0.02, 0.02, null], adjusted);
    }

    [Fact]
    public static void NeverRejectsMoreThanTheLevelAllows() =>
        Property.HoldsFor(
            Gen.Select(Gen.Int[0, 12], Gen.Int[1, 4]).Array[1, 12], 200,
            family =>
            {
                // The chance of any false alarm is at most the sum of each one's own chance to reach its first threshold.
                var screened = TaroneHolm.Adjust([.. family.Select(item => new TaroneHypothesis(0, Math.ScaleB(1, -item.Item1), item.Item2))], 0.05);
                var testable = family.Zip(screened).Where(pair => pair.Second is not null).Select(pair => pair.First).ToArray();
                var weight = testable.Sum(item => item.Item2);
                Assert.All(testable, item => Assert.True(Math.ScaleB(1, -item.Item1) <= 0.05 * item.Item2 / weight * (1 + 1e-9)));
                var keptRatio = testable.Select(item => Math.ScaleB(1, -item.Item1) / item.Item2).DefaultIfEmpty(0).Max();
                Assert.All(
                    family.Zip(screened).Where(pair => pair.Second is null),
                    pair => Assert.True(Math.ScaleB(1, -pair.First.Item1) / pair.First.Item2 > keptRatio));
            });

    [Fact]
    public static void GivesHeavierHypothesesMore()
    {
        var light = TaroneHolm.Adjust([Flips(1, 9) with { Weight = 1 }, Flips(1, 9) with { Weight = 1 }], 0.2);
        var heavy = TaroneHolm.Adjust([Flips(1, 9) with { Weight = 3 }, Flips(1, 9) with { Weight = 1 }], 0.2);

        Assert.True(heavy[0] < light[0]);
    }

    [Fact]
    public static void KeepsEveryHypothesisThatCouldReachTheLevelWhateverTheWeights()
    {
        // These add up to different last bits in different orders.
        double[] weights = [0.6, 0.1, 0.3, 0.1];

        var adjusted = TaroneHolm.Adjust([.. weights.Select(weight => new TaroneHypothesis(0.01, 1e-9, weight))], 0.05);

        Assert.DoesNotContain(null, adjusted);
    }

    [Fact]
    public static void IsNothingForNothing() => Assert.Empty(TaroneHolm.Adjust([], 0.05));

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => TaroneHolm.Adjust([new(1.2, 0.1)], 0.05));
        Refusal.Of<ArgumentOutOfRangeException>(() => TaroneHolm.Adjust([new(0.2, -0.1)], 0.05));
        Refusal.Of<ArgumentOutOfRangeException>(() => TaroneHolm.Adjust([new(0.2, 0.1, 0)], 0.05));
        Refusal.Of<ArgumentOutOfRangeException>(() => TaroneHolm.Adjust([new(0.2, 0.1)], 0));
    }

    private static TaroneHypothesis Flips(int gains, int losses) =>
        new(McNemar.PValueWorse(gains, losses), Math.ScaleB(1, -gains - losses));

    private static int[] Indices(IReadOnlyList<double?> values, Func<double?, bool> holds) =>
        [.. Enumerable.Range(0, values.Count).Where(index => holds(values[index]))];
}
