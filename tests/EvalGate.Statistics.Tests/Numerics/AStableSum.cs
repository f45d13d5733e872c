namespace EvalGate.Statistics.Tests.Numerics;

public static class AStableSum
{
    private static readonly double[] Figures = [1e16, .. Enumerable.Repeat(1.0, 10), 0.1, 0.2, 0.3];

    [Fact]
    public static void DoesNotLoseSmallFiguresBesideALargeOne()
    {
        Assert.Equal(1e16 + 10, StableSum.Of(Figures));
        Assert.Equal((1e16 + 10) / 14, StableSum.Mean(Figures));
    }

    [Fact]
    public static void IsTheSameInAnyOrder() => Assert.All(Enumerable.Range(0, 50), seed =>
    {
        var shuffled = Figures.Index().OrderBy(f => HashedReplicates.Hash((ulong)f.Index, seed)).Select(f => f.Item);

        Assert.Equal(StableSum.Of(Figures), StableSum.Of(shuffled));
        Assert.Equal(StableSum.Mean(Figures), StableSum.Mean(shuffled));
    });

    [Fact]
    public static void OfNothingIsZeroAndHasNoMean()
    {
        Assert.Equal(0, StableSum.Of([]));
        Assert.Throws<InvalidOperationException>(() => StableSum.Mean([]));
    }
}
