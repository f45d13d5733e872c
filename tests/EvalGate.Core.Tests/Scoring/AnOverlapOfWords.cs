namespace EvalGate.Core.Tests.Scoring;

public static class AnOverlapOfWords
{
    [Theory]
    [InlineData("Denver Broncos", "the Denver Broncos", 0.8)]
    [InlineData("refund in 14 days", "Refund, in 14 days!", 1)]
    [InlineData("a a b", "a b b", 2.0 / 3)]
    [InlineData("a a a", "a", 0.5)]
    [InlineData("x", "y", 0)]
    [InlineData("", "y", 0)]
    [InlineData("x", "", 0)]
    [InlineData("", "", 1)]
    [InlineData("…", "!", 1)]
    [InlineData("ZU\u0308RICH", "z\u00FCrich", 1)]
    [InlineData("東京タワー", "東京", 2 * 2.0 / (5 + 2))]
    [InlineData("b a", "a b", 1)]
    public static void IsTheF1OfTokens(string output, string expected, double score) => Assert.Equal(score, Scored.Text("token-f1", output, expected)!.Value, 12);

    /// <summary>Lin 2004, section 3.1: reference "police killed the gunman".</summary>
    [Theory]
    [InlineData("police kill the gunman", 0.75)]
    [InlineData("the gunman kill police", 0.5)]
    [InlineData("the gunman police killed", 0.5)]
    [InlineData("Police killed the gunman.", 1)]
    [InlineData("", 0)]
    [InlineData("a police man killed the armed gunman", 2 * 4.0 / (7 + 4))]
    public static void IsTheLongestCommonSubsequence(string output, double score) =>
        Assert.Equal(score, Scored.Text("rouge-l", output, "police killed the gunman")!.Value, 12);

    [Fact]
    public static void AsASubsequenceIsBounded()
    {
        var many = string.Concat(Enumerable.Repeat("w ", 5001));

        Assert.Equal(
            "rouge-l compares at most 5000 words; the output has 5001, the expected value 1",
            Scored.Refusal("rouge-l", $"\"{many}\"", "\"w\""));
        Assert.Equal(1, Scored.Text("rouge-l", many[..^2], many[..^2]));
    }

    [Theory]
    [InlineData("token-f1")]
    [InlineData("rouge-l")]
    public static void DoesNotApplyWithoutAnExpectedTextAndNeedsAnOutput(string scorer)
    {
        Assert.Null(Scored.Text(scorer, "x", null));
        Assert.Equal(0, Scored.By(scorer, "null", "\"x\""));
        Assert.Equal(1, Scored.By(scorer, "null", "null"));
        Assert.StartsWith("'output.answer' is not there", Scored.Refusal(scorer, "{}", "\"x\"", ("of", "output.answer")), StringComparison.Ordinal);
    }
}
