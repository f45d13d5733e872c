using CsCheck;
using EvalGate.Datasets;

namespace EvalGate.Core.Tests.Datasets;

public static class AShard
{
    [Theory]
    [InlineData("1/1", 1, 1)]
    [InlineData("3/8", 3, 8)]
    [InlineData("8/8", 8, 8)]
    [InlineData("03/008", 3, 8)]
    public static void IsWrittenAsAPartOfSoMany(string text, int index, int count)
    {
        Assert.True(Shard.TryParse(text, out var shard));
        Assert.Equal(new Shard(index, count), shard);
        Assert.Equal($"{index}/{count}", shard.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("0/8")]
    [InlineData("9/8")]
    [InlineData("-1/8")]
    [InlineData("1/0")]
    [InlineData("1/-1")]
    [InlineData("1/2/3")]
    [InlineData(" 1/2")]
    [InlineData("1/ 2")]
    [InlineData("1.0/2")]
    [InlineData("１/２")]
    [InlineData("1/99999999999")]
    public static void IsNothingElse(string text)
    {
        Assert.False(Shard.TryParse(text, out var shard));
        Assert.Null(shard);
    }

    [Fact]
    public static void PartitionsAnyCases() => Gen.Select(Gen.String.Array[1, 30], Gen.Int[1, 20]).Array[300].Sample(
        samples => Assert.All(samples, s => Assert.All(s.Item1, id => Assert.Equal(1, Enumerable.Range(1, s.Item2).Count(i => new Shard(i, s.Item2).Contains(id))))),
        seed: "0000Ab5dXQ61",
        iter: 1,
        threads: 1);

    [Fact]
    public static void HasItsShareOfManyCases()
    {
        var sizes = Enumerable.Range(1, 8).Select(i => Enumerable.Range(0, 8000).Count(id => new Shard(i, 8).Contains($"case-{id}")));

        Assert.All(sizes, size => Assert.InRange(size, 880, 1120));
    }

    /// <summary>Shards of runs on different machines and versions must fit together: the assignment is fixed for ever, and these were computed elsewhere.</summary>
    [Fact]
    public static void IsTheSameEverywhere() => Assert.Equal(
        [2, 7, 8, 3, 1],
        new[] { "refund-de-001", "refund-de-002", "a", "ä", "" }.Select(id => Enumerable.Range(1, 8).Single(i => new Shard(i, 8).Contains(id))));
}
