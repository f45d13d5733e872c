namespace EvalGate.Statistics.Tests.Agreement;

public static class TheKappaOfTwoRaters
{
    private static readonly long[][] Scale = [[40, 9, 2, 0], [7, 30, 8, 1], [1, 10, 25, 6], [0, 2, 5, 14]];

    public static TheoryData<string> Vectors => ReferenceVector.Ids("cohen_kappa");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesPublishedValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        var kappa = CohensKappa.Of(Ratings.Table(vector.Inputs<long[]>("table")));

        vector.Confirms("kappa", kappa.Value);
        vector.Confirms("se", kappa.StandardError);
        vector.Confirms("lower", kappa.Interval(0.95).Lower);
        vector.Confirms("upper", kappa.Interval(0.95).Upper);
    }

    [Theory]
    [InlineData(KappaWeights.None)]
    [InlineData(KappaWeights.Linear)]
    [InlineData(KappaWeights.Quadratic)]
    public static void HasTheErrorThatLeavingItemsOutShows(KappaWeights weights)
    {
        var kappa = CohensKappa.Of(Ratings.Table(Scale), weights);

        Assert.Equal(1, kappa.StandardError / Ratings.JackknifeError(Scale, table => CohensKappa.Of(table, weights).Value), 0.02);
    }

    [Fact]
    public static void IsTheIntraclassCorrelationWithQuadraticWeights()
    {
        (double First, double Second)[] pairs =
        [
            .. from row in Enumerable.Range(0, 4)
               from column in Enumerable.Range(0, 4)
               from item in Enumerable.Range(0, (int)Scale[row][column])
               select ((double)row, (double)column),
        ];
        double first = pairs.Average(pair => pair.First), second = pairs.Average(pair => pair.Second);
        var covariance = pairs.Average(pair => (pair.First - first) * (pair.Second - second));
        var spread = pairs.Average(pair => Math.Pow(pair.First - first, 2) + Math.Pow(pair.Second - second, 2)) + Math.Pow(first - second, 2);

        Assert.Equal(2 * covariance / spread, CohensKappa.Of(Ratings.Table(Scale), KappaWeights.Quadratic).Value, 1e-12);
    }

    [Fact]
    public static void IgnoresWeightsWithTwoCategories()
    {
        var table = Ratings.Table([20, 5], [10, 15]);

        Assert.Equal(CohensKappa.Of(table), CohensKappa.Of(table, KappaWeights.Linear));
        Assert.Equal(CohensKappa.Of(table), CohensKappa.Of(table, KappaWeights.Quadratic));
    }

    [Fact]
    public static void IsOneWhenTheyAlwaysAgree() => Assert.Equal(new AgreementEstimate(1, 0), CohensKappa.Of(Ratings.Table([5, 0], [0, 3])));

    [Fact]
    public static void IsUnknownWhenNothingVaries()
    {
        Assert.True(double.IsNaN(CohensKappa.Of(Ratings.Table([9, 0], [0, 0])).Value));
        Assert.True(double.IsNaN(CohensKappa.Of(Ratings.Table([0, 0], [0, 0])).Value));
        Assert.Equal(new ConfidenceInterval(-1, 1, 0.9), CohensKappa.Of(Ratings.Table([9, 0], [0, 0])).Interval(0.9));
    }

    [Fact]
    public static void HasAnIntervalThatEndsAtOne() => Assert.Equal(1, CohensKappa.Of(Ratings.Table([5, 1], [0, 3])).Interval(0.99).Upper);
}
