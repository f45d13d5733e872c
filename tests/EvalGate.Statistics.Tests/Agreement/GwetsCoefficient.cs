namespace EvalGate.Statistics.Tests.Agreement;

public static class GwetsCoefficient
{
    private static readonly long[][] Skewed = [[118, 5], [2, 0]];
    private static readonly long[][] Three = [[40, 9, 2], [7, 30, 8], [1, 10, 25]];

    [Fact]
    public static void IsTheTextbookValueOfTwoCategories()
    {
        // Categories shares 0.98 and 0.02: p_e = 2·0.972·0.028, p_a = 118/125.
        const double expected = (118 / 125.0 - 2 * 0.972 * 0.028) / (1 - 2 * 0.972 * 0.028);

        Assert.Equal(expected, GwetAc1.Of(Ratings.Table(Skewed)).Value, 1e-12);
    }

    [Fact]
    public static void StaysHighWhereKappaCollapses()
    {
        var table = Ratings.Table(Skewed);

        Assert.True(GwetAc1.Of(table).Value > 0.9);
        Assert.True(CohensKappa.Of(table).Value < 0);
    }

    [Fact]
    public static void HasTheErrorThatLeavingItemsOutShows()
    {
        Assert.Equal(1, GwetAc1.Of(Ratings.Table(Three)).StandardError / Ratings.JackknifeError(Three, table => GwetAc1.Of(table).Value), 0.02);
        Assert.Equal(1, GwetAc1.Of(Ratings.Table(Skewed)).StandardError / Ratings.JackknifeError(Skewed, table => GwetAc1.Of(table).Value), 0.03);
    }

    [Fact]
    public static void IsOneWhenAllAgreeOnOneCategory() => Assert.Equal(new AgreementEstimate(1, 0), GwetAc1.Of(Ratings.Table([9, 0], [0, 0])));

    [Fact]
    public static void IsUnknownWithoutItemsOrChoices()
    {
        Assert.True(double.IsNaN(GwetAc1.Of(Ratings.Table([0, 0], [0, 0])).Value));
        Assert.True(double.IsNaN(GwetAc1.Of(Ratings.Table([4L])).Value));
    }
}
