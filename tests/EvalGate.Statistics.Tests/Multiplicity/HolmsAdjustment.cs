using CsCheck;

namespace EvalGate.Statistics.Tests.Multiplicity;

public static class HolmsAdjustment
{
    public static TheoryData<string> Plain => ReferenceVector.Ids("holm");

    public static TheoryData<string> Weighted => ReferenceVector.Ids("weighted_holm");

    [Theory]
    [MemberData(nameof(Plain))]
    public static void ReproducesStatsmodels(string id)
    {
        var vector = ReferenceVector.Of(id);

        var adjusted = Holm.Adjust(vector.Inputs<double>("p"));

        vector.Confirms("adjusted", adjusted);
        Assert.Equal(vector.Expected<int>("rejected_at_05"), adjusted.Count(p => p <= 0.05));
    }

    [Theory]
    [MemberData(nameof(Weighted))]
    public static void ReproducesWeightedValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        vector.Confirms("adjusted", Holm.Adjust(vector.Inputs<double>("p"), vector.Inputs<double>("weights")));
    }

    [Fact]
    public static void IsNothingForNothing() => Assert.Empty(Holm.Adjust([]));

    [Fact]
    public static void LeavesOneAlone() => Assert.Equal([0.03], Holm.Adjust([0.03]));

    [Fact]
    public static void TreatsEqualValuesAlike() => Assert.Equal([0.03, 0.03, 0.03], Holm.Adjust([0.01, 0.01, 0.01]));

    [Fact]
    public static void IsNeverBelowTheValueItself() =>
        Property.HoldsFor(
            Gen.Double[0, 1].Array[1, 20], 200,
            values => Assert.All(values.Zip(Holm.Adjust(values)), pair => Assert.True(pair.Second >= pair.First && pair.Second <= 1)));

    [Fact]
    public static void IsNeverBelowTheValueItselfWhateverTheWeights()
    {
        double[] weights = [0.1, 0.3, 0.6, 0.7, 0.2, 0.1];
        double[] values = [0.9, 0.2, 0.3, 0.01, 0.7, 0.95];

        Assert.All(values.Zip(Holm.Adjust(values, weights)), pair => Assert.True(pair.Second >= pair.First && pair.Second <= 1));
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentException>(() => Holm.Adjust([0.1], [1, 2]));
        Refusal.Of<ArgumentOutOfRangeException>(() => Holm.Adjust([1.1]));
        Refusal.Of<ArgumentOutOfRangeException>(() => Holm.Adjust([0.1], [0]));
    }
}
