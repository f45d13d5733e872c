using CsCheck;
using EvalGate.Model;

namespace EvalGate.Core.Tests.Model;

public static class ASplitText
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n\t ", "")]
    [InlineData("We refund within 14 days.", "We|refund|within|14|days")]
    [InlineData("don't e-mail me", "don't|e-mail|me")]
    [InlineData("l’été", "l’été")]
    [InlineData("'quoted' -dash- trailing-", "quoted|dash|trailing")]
    [InlineData("a--b a''b", "a|b|a|b")]
    [InlineData("snake_case", "snake|case")]
    [InlineData("3.5 1,000", "3|5|1|000")]
    [InlineData("Zu\u0308rich", "Zu\u0308rich")]
    [InlineData("日本語", "日|本|語")]
    [InlineData("Tokyo東京Tower", "Tokyo|東|京|Tower")]
    [InlineData("カタカナ・ー", "カ|タ|カ|ナ|ー")]
    [InlineData("か\u3099", "か")]
    [InlineData("x-日", "x|日")]
    [InlineData("𠮷野家", "𠮷|野|家")]
    [InlineData("한국어 텍스트", "한국어|텍스트")]
    [InlineData("नमस्ते दुनिया", "नमस्ते|दुनिया")]
    [InlineData("مرحبا بالعالم", "مرحبا|بالعالم")]
    [InlineData("Thanks ❤️ 👍🏽!", "Thanks")]
    [InlineData("\u0301a", "a")]
    [InlineData("Ⅳ ٣", "Ⅳ|٣")]
    [InlineData("a\uFFFDb", "a|b")]
    public static void IsTheseWords(string text, string words)
    {
        Assert.Equal(words.Split('|', StringSplitOptions.RemoveEmptyEntries), WordSplitter.Words(text));
        Assert.Equal(WordSplitter.Words(text).Count, WordSplitter.Count(text));
    }

    [Fact]
    public static void IsSplitByHalfASurrogatePair() => Assert.Equal(["a", "b"], WordSplitter.Words("a\uD800b"));

    [Fact]
    public static void HasTheSameWordsWhenItIsSplitTwice() => Gen.String.Array[2000].Sample(
        texts => Assert.All(texts, t => Assert.Equal(WordSplitter.Words(t), WordSplitter.Words(string.Join(' ', WordSplitter.Words(t))))),
        seed: "0000Ab5dXQ61",
        iter: 1,
        threads: 1);
}
