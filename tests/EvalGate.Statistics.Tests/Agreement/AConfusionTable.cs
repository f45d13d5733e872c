namespace EvalGate.Statistics.Tests.Agreement;

public static class AConfusionTable
{
    private static readonly ConfusionTable Table = ConfusionTable.Of([(0, 0), (0, 1), (0, 1), (2, 2)], 3);

    [Fact]
    public static void CountsPairsByBothRaters()
    {
        Assert.Equal(4, Table.Total);
        Assert.Equal(2, Table[0, 1]);
        Assert.Equal(0, Table[1, 0]);
        Assert.Equal([3, 0, 1], Enumerable.Range(0, 3).Select(Table.OfFirst));
        Assert.Equal([1, 2, 1], Enumerable.Range(0, 3).Select(Table.OfSecond));
    }

    [Fact]
    public static void KnowsTheAgreementOfEachCategory()
    {
        Assert.Equal(0.5, Table.Agreement);
        Assert.Equal([0.5, 0, 1], Enumerable.Range(0, 3).Select(Table.AgreementOn));
    }

    [Fact]
    public static void ListsTheCellsThatHoldAnything() => Assert.Equal([(0, 0, 1), (0, 1, 2), (2, 2, 1)], Table.Cells);

    [Fact]
    public static void SaysNothingOfACategoryThatNobodyUsed() => Assert.True(double.IsNaN(ConfusionTable.Of([(0, 0)], 2).AgreementOn(1)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public static void HasACategory(int categories) =>
        Assert.Equal("categories", Refusal.Of<ArgumentOutOfRangeException>(() => ConfusionTable.Of([], categories)).ParamName);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 3)]
    public static void RefusesUnknownCategories(int first, int second) =>
        Refusal.Of<ArgumentOutOfRangeException>(() => ConfusionTable.Of([(first, second)], 3));
}
