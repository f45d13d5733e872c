namespace EvalGate.Statistics.Tests.Agreement;

public static class TheKappaOfManyRaters
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("fleiss_kappa");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesPublishedValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        vector.Confirms("kappa", FleissKappa.Of(vector.Inputs<int[]>("counts")));
    }

    [Fact]
    public static void IsOneWhenTheyAlwaysAgree() => Assert.Equal(1, FleissKappa.Of([[3, 0], [0, 3]]), 1e-12);

    [Fact]
    public static void IsUnknownWhenNothingVaries()
    {
        Assert.True(double.IsNaN(FleissKappa.Of([])));
        Assert.True(double.IsNaN(FleissKappa.Of([[3, 0], [3, 0]])));
    }

    [Fact]
    public static void RefusesUnequalItems()
    {
        Refusal.Of<ArgumentException>(() => FleissKappa.Of([[3, 0], [1, 1]]));
        Refusal.Of<ArgumentException>(() => FleissKappa.Of([[2, 0], [1, 1, 0]]));
        Refusal.Of<ArgumentException>(() => FleissKappa.Of([[1, 0], [0, 1]]));
        Refusal.Of<ArgumentException>(() => FleissKappa.Of([[3, -1], [1, 1]]));
    }
}
