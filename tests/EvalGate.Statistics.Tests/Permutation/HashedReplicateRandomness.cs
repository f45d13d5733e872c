using System.Globalization;

namespace EvalGate.Statistics.Tests.Permutation;

public static class HashedReplicateRandomness
{
    public static TheoryData<string> Mixers => ReferenceVector.Ids("splitmix64");

    public static TheoryData<string> Weights => ReferenceVector.Ids("hashed_resampling_weights");

    [Theory]
    [MemberData(nameof(Mixers))]
    public static void MixesAsPublished(string id)
    {
        var vector = ReferenceVector.Of(id);

        Assert.Equal(vector.Expected<string[]>("hex"), vector.Inputs<ulong>("x").Select(value => Hex(HashedReplicates.SplitMix64(value))));
    }

    [Theory]
    [MemberData(nameof(Weights))]
    public static void ReproducesKeysSignsAndDraws(string id)
    {
        var vector = ReferenceVector.Of(id);
        var replicates = (int)vector.Count("replicates");
        ulong[] keys = [.. vector.Inputs<string>("ids").Select(HashedReplicates.Fnv1A64)];

        Assert.Equal(vector.Expected<string[]>("fnv1a_hex"), keys.Select(Hex));
        Assert.Equal(vector.Expected<int[][]>("sign"), PerReplicate(HashedReplicates.Sign));
        Assert.Equal(vector.Expected<int[][]>("poisson"), PerReplicate(HashedReplicates.PoissonWeight));

        int[][] PerReplicate(Func<ulong, int, int> draw) =>
            [.. keys.Select(key => Enumerable.Range(0, replicates).Select(replicate => draw(key, replicate)).ToArray())];
    }

    [Fact]
    public static void StartsAtTheOffsetBasisForTheEmptyId() => Assert.Equal("cbf29ce484222325", Hex(HashedReplicates.Fnv1A64("")));

    [Fact]
    public static void DrawsUniformly()
    {
        double[] draws = [.. Enumerable.Range(0, 20_000).Select(replicate => HashedReplicates.Uniform(7, replicate))];

        Assert.All(draws, draw => Assert.InRange(draw, 0, 1 - 1e-16));
        Assert.Equal(0.5, draws.Average(), 0.008);
        Assert.Equal(1.0 / 12, draws.Average(draw => (draw - 0.5) * (draw - 0.5)), 0.002);
    }

    [Fact]
    public static void DrawsEachUnitOncePerReplicateOnAverage()
    {
        int[] weights = [.. Enumerable.Range(0, 20_000).Select(replicate => HashedReplicates.PoissonWeight(11, replicate))];

        Assert.Equal(1, weights.Average(), 0.03);
        Assert.Equal(1, weights.Average(weight => (weight - 1.0) * (weight - 1)), 0.05);
        Assert.Equal(Math.Exp(-1), weights.Count(weight => weight == 0) / 20_000.0, 0.012);
        Assert.Equal(Math.Exp(-1) / 6, weights.Count(weight => weight == 3) / 20_000.0, 0.007);
    }

    private static string Hex(ulong value) => value.ToString("x16", CultureInfo.InvariantCulture);
}
