namespace EvalGate.Statistics.Tests.Distributions;

public static class TheUnseenMass
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("good_turing");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        var mass = UnseenMass.Of(vector.Inputs<long>("counts"));

        vector.Confirms("n", mass.Draws);
        vector.Confirms("f1", mass.Once);
        vector.Confirms("f2", mass.Twice);
        vector.Confirms("unseen_mass", mass.Mass);
        vector.Confirms("se", mass.StandardError);
        vector.Confirms("upper95_mcallester_schapire", mass.UpperBound);
        vector.Confirms("chao1", mass.EstimatedKinds);
    }

    [Fact]
    public static void IsEverythingBeforeTheFirstDraw()
    {
        var mass = UnseenMass.Of([0]);

        Assert.Equal((1, 1, double.PositiveInfinity), (mass.Mass, mass.UpperBound, mass.StandardError));
    }

    [Fact]
    public static void IsNothingWhenEveryKindWasMetOften()
    {
        var mass = UnseenMass.Of([50_000, 50_000]);

        Assert.Equal((0, 0, 2), (mass.Mass, mass.StandardError, mass.EstimatedKinds));
        Assert.Equal(0.0292, mass.UpperBound, 1e-4);
        Refusal.Of<ArgumentOutOfRangeException>(() => UnseenMass.Of([-1]));
    }
}
