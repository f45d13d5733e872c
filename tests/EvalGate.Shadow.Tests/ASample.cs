namespace EvalGate.Shadow.Tests;

public static class ASample
{
    private static readonly string[] Keys = [.. Enumerable.Range(0, 20_000).Select(i => $"conversation {i}")];

    [Theory]
    [InlineData(0)]
    [InlineData(0.01)]
    [InlineData(0.25)]
    [InlineData(1)]
    public static void IsAsLargeAsItsRate(double rate) => Assert.Equal(rate, Share(Keys.Where(k => Sampling.Takes("s", k, rate))), 0.011);

    [Fact]
    public static void IsAMatterOfTheKeyAlone() => Assert.Equal([false, false, true, true, true], Keys.Take(5).Select(k => Sampling.Takes("shadow/candidate", k, 0.3)));

    [Fact]
    public static void GrowsWithTheRateAndLosesNone() => Assert.Subset(Keys.Where(k => Sampling.Takes("s", k, 0.5)).ToHashSet(), Keys.Where(k => Sampling.Takes("s", k, 0.2)).ToHashSet());

    [Fact]
    public static void IsIndependentOfOneOfAnotherName() => Assert.Equal(0.25, Share(Keys.Where(k => Sampling.Takes("a", k, 0.5) && Sampling.Takes("b", k, 0.5))), 0.011);

    [Fact]
    public static void HasRatesBySegmentTheFirstThatFits()
    {
        var options = AShadow.Everything with { Rate = 0.1, Segments = [new("language", "de", 1), new("tier", "free", 0)] };

        Assert.Equal(1, Rate(options, ("language", "de"), ("tier", "free")));
        Assert.Equal(0, Rate(options, ("language", "fr"), ("tier", "free")));
        Assert.Equal(0.1, Rate(options, ("language", "fr")));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public static void OfAnImpossibleRateIsRefusedAtOnce(double rate) => Assert.Throws<ArgumentOutOfRangeException>(() => (AShadow.Everything with { Rate = rate }).Checked());

    [Fact]
    public static async Task LeavesTheOthersAloneAndCountsThem()
    {
        await using var shadow = new AShadow(options: AShadow.Everything with { Rate = 0.3, MaxConcurrent = 1000 });
        foreach (var key in Keys.Take(50))
        {
            await shadow.Shadow.RunAsync(key, TestContext.Current.CancellationToken);
        }

        var logged = (await shadow.PairsAsync()).Length;

        Assert.Equal(Keys.Take(50).Count(k => Sampling.Takes("shadow/candidate", k, 0.3)), logged);
        Assert.Equal((logged, 50 - logged), (shadow.Shadow.Counts[ShadowOutcome.Logged], shadow.Shadow.Counts[ShadowOutcome.NotSampled]));
    }

    private static double Share(IEnumerable<string> keys) => (double)keys.Count() / Keys.Length;

    private static double Rate(ShadowOptions options, params (string Attribute, string Value)[] slices) =>
        Sampling.Rate(options, new("key") { Slices = slices.ToDictionary(s => s.Attribute, s => s.Value) });
}
