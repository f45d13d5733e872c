using EvalGate.Slicing;

namespace EvalGate.Core.Tests.Slicing;

public static class ASlice
{
    private static readonly Slice German = Of(("language", "de"));
    private static readonly Slice GermanRefund = Of(("language", "de"), ("category", "refund"));

    [Fact]
    public static void IsEqualToOneWithTheSamePairsInAnyOrder()
    {
        Assert.Equal(Of(("category", "refund"), ("language", "de")), GermanRefund);
        Assert.Equal(Of(("category", "refund"), ("language", "de")).GetHashCode(), GermanRefund.GetHashCode());
        Assert.True(German == Of(("language", "de")));
        Assert.True(German != GermanRefund);
        Assert.False(German.Equals((object)"language=de"));
        Assert.NotEqual(German, Of(("language", "DE")));
    }

    [Fact]
    public static void IsWrittenByItsPairs()
    {
        Assert.Equal("overall", Slice.Overall.ToString());
        Assert.Equal("category=refund, language=de", GermanRefund.ToString());
        Assert.True(Slice.Overall.IsOverall);
        Assert.False(German.IsOverall);
    }

    [Fact]
    public static void StandsBehindOnesWithFewerPairsAndThenByName()
    {
        Slice[] sorted = [Slice.Overall, Of(("category", "a")), Of(("category", "b")), German, GermanRefund];

        Assert.Equal(sorted, sorted.Reverse().Order());
        Assert.True(Slice.Overall < German && German <= GermanRefund && GermanRefund > German && German >= Slice.Overall);
        Assert.True(Slice.Overall.CompareTo(null) > 0);
    }

    [Fact]
    public static void KnowsCasesWithoutTheAttribute()
    {
        Assert.True(Of(("language", Slice.None)).HasNone);
        Assert.False(German.HasNone);
    }

    private static Slice Of(params (string Attribute, string Value)[] pairs) => new(pairs.Select(p => new SlicePair(p.Attribute, p.Value)));
}
