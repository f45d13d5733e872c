using CsCheck;

namespace EvalGate.Statistics.Tests.Means;

public static class APostStratifiedMean
{
    private static readonly Gen<Stratum[]> Strata =
        Gen.Select(Gen.Double[0.05, 1], Gen.Double[-1, 1].Array[2, 12]).Select((share, values) => new Stratum(share, Moments.Of(values))).Array[1, 6];

    public static TheoryData<string> Vectors => ReferenceVector.Ids("poststratified_mean");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        double[] means = vector.Inputs<double>("mean"), variances = vector.Inputs<double>("var"), weights = vector.Inputs<double>("weights");
        var counts = vector.Inputs<int>("n");

        var mean = PostStratifiedMean.Of(
            [.. weights.Index().Select(item => new Stratum(item.Item, new(counts[item.Index], means[item.Index], variances[item.Index], 0)))]);

        vector.Confirms("mean", mean.Estimate.Mean);
        vector.Confirms("se", mean.Estimate.StandardError);
        vector.Confirms("unweighted_mean", mean.UnweightedMean);
        vector.Confirms("kish_ess", mean.EffectiveCases);
        vector.Confirms("design_effect", mean.DesignEffect);
    }

    [Fact]
    public static void IsTheOrdinaryMeanOfOneStratum()
    {
        var moments = Moments.Of([0.1, 0.4, -0.3, 0.8]);

        var mean = PostStratifiedMean.Of([new(7, moments)]);

        Assert.Equal(PairedT.Of(moments).StandardError, mean.Estimate.StandardError, 1e-15);
        Assert.Equal(3, mean.Estimate.DegreesOfFreedom, 1e-12);
        Assert.Equal(4, mean.EffectiveCases, 1e-12);
        Assert.Equal(moments.Mean, mean.UnweightedMean, 1e-15);
    }

    [Fact]
    public static void IsTheUnweightedMeanWhenSharesAreTheCases() =>
        Property.HoldsFor(
            Strata, 200,
            strata =>
            {
                var mean = PostStratifiedMean.Of([.. strata.Select(stratum => stratum with { Share = stratum.Values.Count })]);
                Assert.Equal(mean.UnweightedMean, mean.Estimate.Mean, 1e-12);
                Assert.Equal(1, mean.DesignEffect, 1e-12);
            });

    [Fact]
    public static void DoesNotDependOnTheScaleOfSharesAndCostsCases() =>
        Property.HoldsFor(
            Strata, 200,
            strata =>
            {
                var mean = PostStratifiedMean.Of(strata);
                var scaled = PostStratifiedMean.Of([.. strata.Select(stratum => stratum with { Share = stratum.Share * 8 })]);
                Assert.Equal(mean.Estimate.Mean, scaled.Estimate.Mean, 1e-12);
                Assert.Equal(mean.Estimate.StandardError, scaled.Estimate.StandardError, 1e-12);
                Assert.InRange(mean.EffectiveCases, 0, mean.Cases * (1 + 1e-12));
                var largest = strata.Sum(stratum => stratum.Values.Count - 1);
                Assert.InRange(mean.Estimate.DegreesOfFreedom, strata.Min(stratum => stratum.Values.Count - 1) - 1e-9, largest + 1e-9);
            });

    [Fact]
    public static void IgnoresStrataWithoutShare()
    {
        var values = Moments.Of([0.1, 0.4, -0.3]);

        Assert.Equal(
            PostStratifiedMean.Of([new(1, values)]), PostStratifiedMean.Of([new(1, values), new(0, Moments.Of([])), new(0, Moments.Of([5, 6]))]));
    }

    [Fact]
    public static void IsUnknownWhenAStratumHasNoCases()
    {
        var mean = PostStratifiedMean.Of([new(0.9, Moments.Of([0.1, 0.4])), new(0.1, Moments.Of([]))]);

        Assert.Equal(double.NaN, mean.Estimate.Mean);
        Assert.Equal(0.25, mean.UnweightedMean);
        Assert.Equal(0, mean.EffectiveCases);
        Assert.Equal(double.PositiveInfinity, mean.DesignEffect);
        Assert.Equal(1, mean.Estimate.PValueAbove(-1));
    }

    [Fact]
    public static void ShowsNothingWhenAStratumHasOneCase()
    {
        var mean = PostStratifiedMean.Of([new(0.9, Moments.Of([0.1, 0.4])), new(0.1, Moments.Of([0.3]))]);

        Assert.Equal(0.255, mean.Estimate.Mean, 1e-15);
        Assert.Equal(double.PositiveInfinity, mean.Estimate.StandardError);
        Assert.Equal(1, mean.Estimate.PValueBelow(9));
    }

    [Fact]
    public static void ShowsNothingWhenAllValuesAreEqual()
    {
        var mean = PostStratifiedMean.Of([new(1, Moments.Of([0.5, 0.5])), new(1, Moments.Of([0.5, 0.5, 0.5]))]);

        Assert.Equal(0, mean.Estimate.StandardError);
        Assert.Equal(0, mean.Estimate.DegreesOfFreedom);
        Assert.Equal(1, mean.Estimate.PValueAbove(0));
    }

    [Fact]
    public static void RefusesImpossibleShares()
    {
        Refusal.Of<ArgumentOutOfRangeException>(() => PostStratifiedMean.Of([]));
        Refusal.Of<ArgumentOutOfRangeException>(() => PostStratifiedMean.Of([new(0, Moments.Of([1, 2]))]));
        Refusal.Of<ArgumentOutOfRangeException>(() => PostStratifiedMean.Of([new(2, Moments.Of([1, 2])), new(-1, Moments.Of([1, 2]))]));
    }
}
