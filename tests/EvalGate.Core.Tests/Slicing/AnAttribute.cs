using System.Text.Json;
using EvalGate.Slicing;

namespace EvalGate.Core.Tests.Slicing;

public static class AnAttribute
{
    private static readonly LengthBin[] Lengths = [new("short", null, 2), new("medium", 3, 5), new("long", 9, null)];

    [Theory]
    [InlineData("\"\"", "short")]
    [InlineData("\"one two\"", "short")]
    [InlineData("\"one two three\"", "medium")]
    [InlineData("\"1 2 3 4 5\"", "medium")]
    [InlineData("\"1 2 3 4 5 6\"", "(none)")]
    [InlineData("\"1 2 3 4 5 6 7 8 9\"", "long")]
    [InlineData("\"日本語\"", "medium")]
    [InlineData("null", "(none)")]
    [InlineData("17", "short")]
    [InlineData("[ 1 , 2, 3 ]", "medium")]
    public static void OfWordsCountsThem(string x, string value) =>
        Assert.Equal(value, ASlicedCase.Value(new LengthAttribute("length", ASlicedCase.Place, ASlicedCase.Of, LengthUnit.Words, Lengths), x));

    [Theory]
    [InlineData("\"ab\"", "short")]
    [InlineData("\"abc\"", "medium")]
    [InlineData("\"😀😀\"", "short")]
    [InlineData("\"日本語\"", "medium")]
    [InlineData("[ 1, 2 ]", "medium")]
    public static void OfCharactersCountsUnicodeScalars(string x, string value) =>
        Assert.Equal(value, ASlicedCase.Value(new LengthAttribute("length", ASlicedCase.Place, ASlicedCase.Of, LengthUnit.Chars, Lengths), x));

    [Theory]
    [InlineData("-1", "negative")]
    [InlineData("0", "(none)")]
    [InlineData("0.01", "small")]
    [InlineData("9.98999", "small")]
    [InlineData("9.99", "large")]
    [InlineData("1e20", "large")]
    [InlineData("null", "(none)")]
    public static void OfNumbersHoldsFromAndNotTo(string x, string value) => Assert.Equal(value, ASlicedCase.Value(Number(), x));

    [Theory]
    [InlineData("\"9\"", "input.x is \"9\"")]
    [InlineData("true", "input.x is true")]
    [InlineData("1e400", "input.x is 1e400")]
    [InlineData("[1]", "input.x is [1]")]
    public static void OfNumbersNeedsOne(string x, string found) => Assert.Equal(
        $"evals/support.cases.jsonl(1): error EG1108: case 'a': slice 'amount' cannot be computed: {found}; a number of at most 28 digits is needed.",
        ASlicedCase.Problem(Number(), x));

    [Theory]
    [InlineData("\"Where is it?\"", "question")]
    [InlineData("\"Send it! Why?\"", "question")]
    [InlineData("\"Send it!\"", "order")]
    [InlineData("\"hm\"", "(none)")]
    [InlineData("null", "(none)")]
    [InlineData("{ \"a\" : \"!\" }", "order")]
    public static void OfPatternsTakesTheFirstThatMatches(string x, string value) =>
        Assert.Equal(value, ASlicedCase.Value(new MatchesAttribute("form", ASlicedCase.Place, ASlicedCase.Of, [new("question", @"\?"), new("order", "!")]), x));

    [Fact]
    public static void OfPatternsGivesUpInTime() => Assert.EndsWith(
        "a pattern took too long; write it without nested repetition.",
        ASlicedCase.Problem(new MatchesAttribute("form", ASlicedCase.Place, ASlicedCase.Of, [new("a", @"^(?=a)(a+)+\1$")]), JsonSerializer.Serialize(new string('a', 40) + "!")),
        StringComparison.Ordinal);

    [Fact]
    public static void ShowsWhatItFoundShortAndOnOneLine()
    {
        var problem = ASlicedCase.Problem(Number(), JsonSerializer.Serialize("\u202E" + new string('x', 5000)));

        Assert.InRange(problem.Length, 100, 300);
        Assert.DoesNotContain('\u202E', problem);
    }

    private static NumberAttribute Number() => new("amount", ASlicedCase.Place, ASlicedCase.Of, [new("negative", null, 0), new("small", 0.01m, 9.99m), new("large", 9.99m, null)]);
}
