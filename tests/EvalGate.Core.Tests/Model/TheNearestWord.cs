using EvalGate.Model;

namespace EvalGate.Core.Tests.Model;

public static class TheNearestWord
{
    private static readonly string[] Valid = ["metrics", "slices", "subject", "suite", "gate", "cases", "max_drop", "of"];

    [Theory]
    [InlineData("metric", "metrics")]
    [InlineData("Metrics", "metrics")]
    [InlineData("METRISC", "metrics")]
    [InlineData("sliecs", "slices")]
    [InlineData("sujbect", "subject")]
    [InlineData("gates", "gate")]
    [InlineData("case", "cases")]
    [InlineData("maxdrop", "max_drop")]
    [InlineData("suit", "suite")]
    [InlineData("OF", "of")]
    public static void IsTheOneThatWasMeant(string word, string meant)
    {
        Assert.Equal(meant, Nearest.Of(word, Valid));
        Assert.Equal($" Did you mean '{meant}'?", Nearest.Hint(word, Valid));
    }

    [Theory]
    [InlineData("colour")]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("metrology")]
    public static void IsNoneWhenNoneIsNear(string word)
    {
        Assert.Null(Nearest.Of(word, Valid));
        Assert.Equal("", Nearest.Hint(word, Valid));
    }

    [Fact]
    public static void IsTheFirstOfEquals() => Assert.Equal("cat", Nearest.Of("bat", ["hat", "cat"]));

    [Fact]
    public static void IsNotSoughtForLongWordsNorAmongThem()
    {
        Assert.Null(Nearest.Of(new string('a', 101), [new string('a', 100)]));
        Assert.Null(Nearest.Of(new string('a', 100), [new string('a', 101)]));
        Assert.Null(Nearest.Of("x", []));
    }

    [Fact]
    public static void IsShownWithoutItsControlCharacters() => Assert.Equal(" Did you mean 'sli ces'?", Nearest.Hint("slices", ["sli\u202Eces"]));
}
