using CsCheck;

namespace EvalGate.Statistics.Tests.Means;

public static class ADesignEffect
{
    public static TheoryData<string> Vectors => ReferenceVector.Ids("icc_anova");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);
        var groups = vector.Inputs<double>("d").Zip(vector.Inputs<int>("cluster")).GroupBy(pair => pair.Second, pair => pair.First);

        var effect = DesignEffect.Of([.. groups.Select(group => Moments.Of([.. group]))]);

        vector.Confirms("icc", effect.IntraclassCorrelation);
        vector.Confirms("n0", effect.GroupSize);
        vector.Confirms("design_effect", effect.Value);
        Assert.True(effect.IsWorthWarning);
    }

    [Fact]
    public static void IsTheGroupSizeWhenAllCasesOfAGroupAreAlike()
    {
        var effect = DesignEffect.Of([Moments.Of([1, 1, 1]), Moments.Of([0, 0, 0]), Moments.Of([1, 1, 1])]);

        Assert.Equal(1, effect.IntraclassCorrelation);
        Assert.Equal(3, effect.Value);
        Assert.Equal(0, effect.PValue);
    }

    [Fact]
    public static void IsLessThanOneWhenCasesOfAGroupAvoidEachOther()
    {
        var effect = DesignEffect.Of([Moments.Of([0, 1]), Moments.Of([1, 0]), Moments.Of([0, 1])]);

        Assert.Equal(-1, effect.IntraclassCorrelation, 1e-12);
        Assert.Equal(0, effect.Value, 1e-12);
        Assert.Equal(1, effect.PValue, 1e-12);
        Assert.False(effect.IsWorthWarning);
    }

    [Fact]
    public static void IsShownByASinglePairOfCases()
    {
        // {0, 2} and {5}: mean squares 32/3 between and 2 within, n₀ = 4/3.
        var effect = DesignEffect.Of([Moments.Of([0, 2]), Moments.Of([5])]);

        Assert.Equal(4 / 3.0, effect.GroupSize, 1e-12);
        Assert.Equal(13 / 17.0, effect.IntraclassCorrelation, 1e-12);
        Assert.Equal(77 / 51.0, effect.Value, 1e-12);
    }

    [Fact]
    public static void HasTheTailOfTheFDistribution()
    {
        // One degree of freedom between two groups: F is the square of Student's t.
        var effect = DesignEffect.Of([Moments.Of([1, 2, 4]), Moments.Of([3, 5, 7, 6])]);
        var t = WelchT.Difference(Moments.Of([1, 2, 4]), Moments.Of([3, 5, 7, 6]));
        var pooled = Math.Sqrt((Moments.Of([1, 2, 4]).Variance * 2 + Moments.Of([3, 5, 7, 6]).Variance * 3) / 5 * (1 / 3.0 + 1 / 4.0));

        Assert.Equal(2 * StudentCurve.Below(-t.Mean / pooled, 5), effect.PValue, 1e-10);
    }

    [Fact]
    public static void RarelyWarnsAboutGroupsThatMeanNothing()
    {
        // Four large groups of independent values: the effect alone exceeds 1.5 in one of five such sets.
        var effects = Enumerable.Range(0, 400).Select(set => DesignEffect.Of([.. Enumerable.Range(0, 4).Select(group => Group(set, group))])).ToArray();

        Assert.InRange(effects.Count(effect => effect.Value > 1.5), 50, 130);
        Assert.InRange(effects.Count(effect => effect.IsWorthWarning), 0, 12);
    }

    [Fact]
    public static void NeverExceedsTheLargestGroup() =>
        Property.HoldsFor(
            Gen.Int[-1, 1].Select(value => (double)value).Array[0, 6].Array[0, 8], 300,
            groups =>
            {
                var effect = DesignEffect.Of([.. groups.Select(group => Moments.Of(group))]);
                Assert.InRange(effect.IntraclassCorrelation, -5, 1);
                Assert.InRange(effect.Value, double.NegativeInfinity, Math.Max(1, groups.Length == 0 ? 1 : groups.Max(group => group.Length)));
                Assert.InRange(effect.PValue, 0, 1);
            });

    [Fact]
    public static void ShowsNothingWhereNothingCanBeShown()
    {
        foreach (var groups in (Moments[][])[
            [], [Moments.Of([])], [Moments.Of([1, 2, 3])], [Moments.Of([1]), Moments.Of([2]), Moments.Of([3])],
            [Moments.Of([0.1, 0.1]), Moments.Of([0.1, 0.1, 0.1])]])
        {
            var effect = DesignEffect.Of(groups);
            Assert.Equal(0, effect.IntraclassCorrelation);
            Assert.Equal(1, effect.GroupSize);
            Assert.Equal(1, effect.Value);
            Assert.Equal(1, effect.PValue);
        }
    }

    private static Moments Group(int set, int group) =>
        Moments.Of([.. Enumerable.Range(0, 75).Select(index =>
            NormalCurve.Quantile(HashedReplicates.Uniform(HashedReplicates.SplitMix64((ulong)(set * 4 + group)), index) + Math.ScaleB(1, -54)))]);
}
