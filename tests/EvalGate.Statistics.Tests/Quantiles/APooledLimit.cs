using CsCheck;

namespace EvalGate.Statistics.Tests.Quantiles;

public static class APooledLimit
{
    [Fact]
    public static void IsTheQuantileOfBothArms()
    {
        var pooled = PooledLimit.Of([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], 0.8);

        Assert.Equal(8, pooled.Limit);
        Assert.Equal(new(3, 0, 2, 0), pooled.Table);
        Assert.Equal(0.25, pooled.PValueWorse);
    }

    [Fact]
    public static void CountsACaseAtTheLimitAsWithin()
    {
        var pooled = PooledLimit.Of([1, 5, 9], [5, 1, 5], 0.5);

        Assert.Equal(5, pooled.Limit);
        Assert.Equal(new(2, 1, 0, 0), pooled.Table);
    }

    [Fact]
    public static void StaysWhenTheArmsOfSomeCasesSwap() =>
        Property.HoldsFor(
            Gen.Select(Gen.Int[0, 20], Gen.Int[0, 20], Gen.Bool).Array[1, 40], 200,
            cases =>
            {
                var pooled = PooledLimit.Of([.. cases.Select(item => (double)item.Item1)], [.. cases.Select(item => (double)item.Item2)], 0.9);
                var swapped = PooledLimit.Of(
                    [.. cases.Select(item => (double)(item.Item3 ? item.Item1 : item.Item2))],
                    [.. cases.Select(item => (double)(item.Item3 ? item.Item2 : item.Item1))], 0.9);
                Assert.Equal(pooled.Limit, swapped.Limit);
                Assert.Equal(pooled.Table.Gains + pooled.Table.Losses, swapped.Table.Gains + swapped.Table.Losses);
            });

    [Fact]
    public static void SaysNothingWithoutCasesOrDifferences()
    {
        Assert.Equal(double.NaN, PooledLimit.Of([], [], 0.9).Limit);
        Assert.Equal(1, PooledLimit.Of([], [], 0.9).PValueWorse);
        Assert.Equal(1, PooledLimit.Of([3, 3, 3], [3, 3, 3], 0.9).PValueWorse);
        Assert.Equal(0.5, PooledLimit.Of([1], [2], 0.5).PValueWorse);
    }

    [Fact]
    public static void RefusesImpossibleInputs()
    {
        Refusal.Of<ArgumentException>(() => PooledLimit.Of([1], [], 0.9));
        Refusal.Of<ArgumentOutOfRangeException>(() => PooledLimit.Of([1], [1], 1));
    }
}
