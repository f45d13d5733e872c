using CsCheck;
using EvalGate.Model;
using EvalGate.Snapshots;

namespace EvalGate.Core.Tests.Snapshots;

public static class TheFactsOfAText
{
    [Fact]
    public static void AreWhatMustNotChangeUnseen() => Assert.Equal(
        """{"citations":["[2]"],"dates":["2026-03-09","march"],"language":"en","length":"10-39","links":["https://shop.example/returns"],"negations":2,"numbers":["1,234.50","30"],"refusal":false}""",
        CanonicalJson.Text(TextFacts.Of("You can't return it after 30 days, not even for 1,234.50 euros: see https://shop.example/returns. Since 2026-03-09 (March) that is the rule [2].").ToJson()));

    [Theory]
    [InlineData("Die Rückgabe ist innerhalb von 30 Tagen für Sie kostenlos.", "de")]
    [InlineData("Vous pouvez retourner les articles dans les trente jours.", "fr")]
    [InlineData("Puede devolver los artículos en un plazo de treinta días.", "es")]
    [InlineData("42", "?")]
    [InlineData("", "?")]
    public static void NameTheLanguage(string text, string language) => Assert.Equal(language, TextFacts.Of(text).Language);

    [Theory]
    [InlineData(0, "0")]
    [InlineData(9, "1-9")]
    [InlineData(10, "10-39")]
    [InlineData(40, "40-159")]
    public static void CountWordsInSteps(int words, string band) => Assert.Equal(band, TextFacts.Of(string.Join(' ', Enumerable.Repeat("word", words))).Length);

    [Fact]
    public static void KnowARefusal() => Assert.True(TextFacts.Of("I'm sorry, but I can't help with that.").IsRefusal);

    [Fact]
    public static void CanBeReadFromAnyText() => Property.HoldsFor(Gen.String, 500, text => Assert.Equal(TextFacts.Of(text), TextFacts.Of(text)));
}
