using CsCheck;

namespace EvalGate.Statistics.Tests.Means;

public static class ASignedRankTest
{
    private static readonly Gen<double[]> Tied = Gen.Int[-4, 4].Select(value => value / 4.0).Array[0, 14];

    public static TheoryData<string> Vectors => ReferenceVector.Ids("wilcoxon_signed_rank_exact");

    [Theory]
    [MemberData(nameof(Vectors))]
    public static void ReproducesReferenceValues(string id)
    {
        var vector = ReferenceVector.Of(id);

        var test = SignedRank.Of(vector.Inputs<double>("d"));

        vector.Confirms("statistic", Math.Min(test.GainRanks, test.LossRanks));
        vector.Confirms("p_two", test.PValueTwoSided);
        Assert.True(test.IsExact);
    }

    [Fact]
    public static void SharesRanksAmongTiesAndDropsZeros()
    {
        var test = SignedRank.Of([0, 3, -1, 1, 0, -1]);

        Assert.Equal(4, test.Differing);
        Assert.Equal(6, test.GainRanks);
        Assert.Equal(4, test.LossRanks);
    }

    [Fact]
    public static void CountsEverySignOfTheRanksEvenWithTies() =>
        Property.HoldsFor(
            Tied, 200,
            differences =>
            {
                var test = SignedRank.Of(differences);
                double[] sizes = [.. differences.Where(difference => difference != 0).Select(Math.Abs)];
                double[] ranks = [.. sizes.Select(size => sizes.Count(other => other < size) + (sizes.Count(other => other == size) + 1) / 2.0)];
                var assignments = 1 << sizes.Length;
                var hits = Enumerable.Range(0, assignments)
                    .Count(signs => ranks.Index().Where(rank => (signs >> rank.Index & 1) == 1).Sum(rank => rank.Item) >= test.LossRanks);
                Assert.Equal((double)hits / assignments, test.PValueWorse, 1e-12);
            });

    [Fact]
    public static void MirrorsWhenTheArmsSwap() =>
        Property.HoldsFor(
            Tied, 200,
            differences =>
            {
                var test = SignedRank.Of(differences);
                var swapped = SignedRank.Of([.. differences.Select(difference => -difference)]);
                Assert.Equal(test.GainRanks, swapped.LossRanks);
                Assert.Equal(test.PValueTwoSided, swapped.PValueTwoSided, 1e-12);
                Assert.Equal(test.Differing * (test.Differing + 1) / 2.0, test.GainRanks + test.LossRanks);
            });

    [Theory]
    [InlineData]
    [InlineData(0.0)]
    [InlineData(0.0, 0.0, 0.0)]
    public static void SaysNothingWithoutDifferences(params double[] differences)
    {
        var test = SignedRank.Of(differences);

        Assert.Equal(1, test.PValueWorse);
        Assert.Equal(1, test.PValueTwoSided);
        Assert.Equal(0, test.LossRanks);
    }

    [Fact]
    public static void KnowsItsSmallCases()
    {
        Assert.Equal(0.5, SignedRank.Of([-2]).PValueWorse);
        Assert.Equal(1, SignedRank.Of([2]).PValueWorse);
        Assert.Equal(1.0 / 32, SignedRank.Of([-2, -2, -2, -2, -2]).PValueWorse, 1e-15);
    }

    [Fact]
    public static void PassesSmoothlyFromExactToNormal()
    {
        double[] hundred = [.. Enumerable.Range(1, 100).Select(rank => rank % 3 == 0 ? rank : -(double)rank)];
        double[] oneMore = [.. hundred, 0.5];

        Assert.True(SignedRank.Of(hundred).IsExact);
        Assert.False(SignedRank.Of(oneMore).IsExact);
        Assert.Equal(1, SignedRank.Of(oneMore).PValueWorse / SignedRank.Of(hundred).PValueWorse, 0.08);
    }

    [Fact]
    public static void FollowsTheNormalFormulaBeyondAHundred()
    {
        // All 101 ranks are 51: W = 51·Bin(101, ½), so sd = 51·√101/2, and the losses are 61·51.
        double[] differences = [.. Enumerable.Range(0, 101).Select(index => index < 61 ? -1.0 : 1.0)];
        var z = (61 * 51 - 0.5 - 50.5 * 51) / (51 * Math.Sqrt(101) / 2);

        Assert.Equal(NormalCurve.Below(-z), SignedRank.Of(differences).PValueWorse, 1e-12);
    }
}
