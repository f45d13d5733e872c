using CsCheck;

namespace EvalGate.Reports.Tests;

/// <summary>A column of a terminal.</summary>
public static class AColumn
{
    private static readonly string[] Words = ["日本語", "한국어", "👩‍👩‍👧", "e\u0301", "Ä", "word", "x", " "];

    private static readonly Gen<string> Any = Gen.OneOf(Gen.Int[0, Words.Length - 1].Select(i => Words[i]), Gen.String.AlphaNumeric).Array[0, 12].Select(string.Concat);

    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("−34.3 pp", 8)]
    [InlineData("日本語", 6)]
    [InlineData("한국어", 6)]
    [InlineData("e\u0301", 1)]
    [InlineData("👩‍👩‍👧", 2)]
    public static void IsTakenByLetters(string text, int columns) => Assert.Equal(columns, Columns.Of(text));

    [Theory]
    [InlineData("abcdef", 4, "abc…")]
    [InlineData("abcd", 4, "abcd")]
    [InlineData("日本語", 5, "日本…")]
    [InlineData("日本語", 4, "日…")]
    [InlineData("👩‍👩‍👧👩‍👩‍👧", 3, "👩‍👩‍👧…")]
    public static void IsNotExceededByACutText(string text, int width, string expected) => Assert.Equal(expected, Columns.Cut(text, width));

    [Fact]
    public static void IsNotExceededByAnyCutText() => Property.HoldsFor(Gen.Select(Any, Gen.Int[1, 20]), 400, sample =>
    {
        var (text, width) = sample;
        var cut = Columns.Cut(text, width);
        Assert.InRange(Columns.Of(cut), 0, width);
        Assert.True(cut == text || text.StartsWith(cut[..^1], StringComparison.Ordinal));
    });

    [Fact]
    public static void IsNotExceededByAnyWrappedLine() => Property.HoldsFor(Gen.Select(Any.Array[0, 30], Gen.Int[20, 80]), 300, sample =>
    Assert.All(Wrapping.Lines(string.Join(' ', sample.Item1), sample.Item2, "  "), line => Assert.InRange(Columns.Of(line), 1, sample.Item2)));

    [Fact]
    public static void IsBrokenOnlyBetweenWords()
    {
        const string Text = "fell 23.5 pp, from 92.2 % to 68.6 %; accept it: dotnet build -t:EvalGateAccept";

        var lines = Wrapping.Lines(Text, 33, "  ").ToArray();

        Assert.Equal(["fell 23.5 pp, from 92.2 % to", "  68.6 %; accept it:", "  dotnet build -t:EvalGateAccept"], lines);
    }
}
