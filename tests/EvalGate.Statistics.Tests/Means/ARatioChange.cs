using CsCheck;

namespace EvalGate.Statistics.Tests.Means;

public static class ARatioChange
{
    private static readonly Gen<RatioCase[]> Cases =
        Gen.Select(Gen.Double[0.1, 5], Gen.Double[0.5, 3], Gen.Double[0.1, 5], Gen.Double[0.5, 3])
            .Select((yb, xb, yc, xc) => new RatioCase(yb, xb, yc, xc)).Array[2, 40];

    public static TheoryData<string> Vectors => ReferenceVector.Ids("paired_ratio_difference");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        double[] yb = vector.Inputs<double>("yb"), xb = vector.Inputs<double>("xb"), yc = vector.Inputs<double>("yc"), xc = vector.Inputs<double>("xc");

        var change = RatioChange.Of([.. yb.Index().Select(item => new RatioCase(item.Item, xb[item.Index], yc[item.Index], xc[item.Index]))]);

        vector.Confirms("ratio_candidate", change.Candidate);
        vector.Confirms("ratio_baseline", change.Baseline);
        vector.Confirms("difference", change.Difference);
        vector.Confirms("se", PairedT.Of(Moments.Of([.. change.Differences])).StandardError);
        vector.Confirms("relative_change", change.RelativeChange);
        var error = PairedT.Of(Moments.Of([.. change.LogRatios])).StandardError;
        vector.Confirms("log_ratio_se", error);
        vector.Confirms("relative_lo", (1 + change.RelativeChange) * Math.Exp(-NormalCurve.Quantile(0.975) * error) - 1);
        vector.Confirms("relative_hi", (1 + change.RelativeChange) * Math.Exp(NormalCurve.Quantile(0.975) * error) - 1);
    }

    [Fact]
    public static void IsTheMeanOfItsValues() =>
        Property.HoldsFor(
            Cases, 200,
            cases =>
            {
                var change = RatioChange.Of(cases);
                Assert.Equal(change.Difference, change.Differences.Average(), 1e-12);
                Assert.Equal(Math.Log(1 + change.RelativeChange), change.LogRatios.Average(), 1e-12);
            });

    [Fact]
    public static void IsAnOrdinaryDifferenceWhenEveryDenominatorIsOne()
    {
        var change = RatioChange.Of([new(1, 1, 3, 1), new(2, 1, 1, 1), new(0, 1, 4, 1)]);

        Assert.Equal([2, -1, 4], change.Differences, (expected, actual) => Math.Abs(expected - actual) < 1e-14);
        Assert.Equal(0, change.Instability);
        Assert.True(change.IsReliable);
    }

    [Fact]
    public static void MirrorsWhenTheArmsSwap() =>
        Property.HoldsFor(
            Cases, 100,
            cases =>
            {
                var change = RatioChange.Of(cases);
                var swapped = RatioChange.Of([.. cases.Select(item => new RatioCase(
                    item.CandidateNumerator, item.CandidateDenominator, item.BaselineNumerator, item.BaselineDenominator))]);
                Assert.Equal(change.Differences, swapped.Differences, (left, right) => Math.Abs(left + right) < 1e-12);
                Assert.Equal(change.Instability, swapped.Instability, 1e-12);
            });

    [Theory]
    [InlineData(20, 17, true)]
    [InlineData(20, 16, false)]
    [InlineData(100, 50, true)]
    public static void TrustsDenominatorsWellAwayFromZero(int cases, int solved, bool isReliable)
    {
        var change = RatioChange.Of([.. Enumerable.Range(0, cases).Select(id => new RatioCase(1, 1, 1, id < solved ? 1 : 0))]);

        var rate = (double)solved / cases;
        Assert.Equal(1.959963984540054 * 1.959963984540054 * (1 - rate) / rate / (cases - 1), change.Instability, 1e-12);
        Assert.Equal(isReliable, change.IsReliable);
    }

    [Fact]
    public static void TakesTheWorseArm() =>
        Assert.Equal(
            RatioChange.Of([new(1, 1, 1, 0), new(1, 1, 1, 1), new(1, 1, 1, 1)]).Instability,
            RatioChange.Of([new(1, 0, 1, 1), new(1, 1, 1, 1), new(1, 1, 1, 1)]).Instability);

    [Fact]
    public static void IsUnreliableWithoutEnoughCasesOrADenominator()
    {
        Assert.Equal(double.NaN, RatioChange.Of([]).Baseline);
        Assert.Empty(RatioChange.Of([]).Differences);
        Assert.False(RatioChange.Of([]).IsReliable);
        Assert.False(RatioChange.Of([new(1, 2, 3, 4)]).IsReliable);
        Assert.Equal(double.PositiveInfinity, RatioChange.Of([new(1, 1, 1, 1), new(1, 1, 1, -1)]).Instability);
    }

    [Fact]
    public static void HasNoSpreadWhenAllCasesAreEqual() =>
        Assert.Equal(0, Moments.Of([.. RatioChange.Of([new(1, 2, 3, 2), new(1, 2, 3, 2)]).Differences]).Variance);
}
