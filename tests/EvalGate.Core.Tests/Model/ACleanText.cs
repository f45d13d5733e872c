using EvalGate.Model;

namespace EvalGate.Core.Tests.Model;

public static class ACleanText
{
    [Theory]
    [InlineData("refund", "refund")]
    [InlineData("a\tb\r\nc", "a b  c")]
    [InlineData("a\u001B[31mb", "a [31mb")]
    [InlineData("user\u202Eresu", "user resu")]
    [InlineData("\u2066a\u2069", " a ")]
    [InlineData("zero\u200Bwidth\uFEFF", "zero width ")]
    [InlineData("a\u2028b\u2029c\u0085d", "a b c d")]
    [InlineData("tag\U000E0041", "tag ")]
    [InlineData("naïve 日本 😀", "naïve 日本 😀")]
    public static void HasASpaceForWhatIsNotSeen(string text, string clean) => Assert.Equal(clean, ShownText.Of(text));

    // An attribute cannot hold half a pair, the code can.
    [Fact]
    public static void ShowsHalfASurrogatePairAsTheReplacementCharacter() => Assert.Equal("half \uFFFD pair", ShownText.Of("half \uD83D pair"));

    [Fact]
    public static void IsCutBetweenCharacters()
    {
        Assert.Equal(new string('x', 60), ShownText.Of(new string('x', 60)));
        Assert.Equal(new string('x', 60) + "…", ShownText.Of(new string('x', 61)));
        Assert.Equal("ab…", ShownText.Of("ab😀", 3));
        Assert.Equal("ab😀", ShownText.Of("ab😀", 4));
    }
}
