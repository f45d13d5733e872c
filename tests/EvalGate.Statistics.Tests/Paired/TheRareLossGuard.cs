namespace EvalGate.Statistics.Tests.Paired;

public static class TheRareLossGuard
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("rare_loss_guard_min_n");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesMinimumCases(string id)
    {
        var vector = ReferenceVector.Of(id);

        var cases = RareLoss.MinimumCases(vector.Number("margin"), vector.Number("worst_loss"), vector.Number("alpha"));

        Assert.Equal(vector.Expected<long>("n"), cases);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.05)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(1)]
    public static void IsMetFromTheMinimumOn(double margin)
    {
        var minimum = RareLoss.MinimumCases(margin, 1, 0.05);

        Assert.True(RareLoss.IsRuledOut(minimum, margin, 1, 0.05));
        Assert.False(RareLoss.IsRuledOut(minimum - 1, margin, 1, 0.05));
    }

    [Fact]
    public static void NamesTheMinimumEvenWhenTheChanceMeetsTheLevel()
    {
        foreach (var margin in (double[])[0.01, 0.02, 0.05, 0.1, 0.3, 0.5])
        {
            for (var cases = 1; cases < 60; cases++)
                Assert.Equal(cases, RareLoss.MinimumCases(margin, 1, RareLoss.ChanceOfSeeingNone(cases, margin, 1)));
        }
    }

    [Fact]
    public static void CountsOnForTinyMargins() =>
        Assert.Equal(2.995732273554e12, RareLoss.MinimumCases(1e-12, 1, 0.05), 10.0);

    [Fact]
    public static void KnowsItsEnds()
    {
        Assert.Equal(1, RareLoss.ChanceOfSeeingNone(0, 0.05, 1));
        Assert.Equal(1, RareLoss.ChanceOfSeeingNone(50, 0, 1));
        Assert.Equal(0, RareLoss.ChanceOfSeeingNone(1, 1, 1));
        Assert.Equal(0, RareLoss.ChanceOfSeeingNone(1, 2, 1));
        Assert.Equal(0.95, RareLoss.ChanceOfSeeingNone(1, 0.05, 1), 1e-15);
    }

    [Fact]
    public static void NeverRulesOutAnUnboundedLoss()
    {
        Assert.False(RareLoss.IsRuledOut(1_000_000, 0.05, double.PositiveInfinity, 0.05));
        Assert.Equal("worstLoss", Refusal.Of<ArgumentOutOfRangeException>(() => RareLoss.MinimumCases(0.05, double.PositiveInfinity, 0.05)).ParamName);
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => RareLoss.ChanceOfSeeingNone(-1, 0.05, 1));
        Refusal.Of<ArgumentOutOfRangeException>(() => RareLoss.ChanceOfSeeingNone(1, -0.05, 1));
        Refusal.Of<ArgumentOutOfRangeException>(() => RareLoss.ChanceOfSeeingNone(1, 0.05, 0));
        Refusal.Of<ArgumentOutOfRangeException>(() => RareLoss.MinimumCases(0, 1, 0.05));
        Refusal.Of<ArgumentOutOfRangeException>(() => RareLoss.IsRuledOut(1, 0.05, 1, 1));
    }
}
