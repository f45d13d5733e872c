namespace EvalGate.Core.Tests.Scoring;

public static class AContainsScore
{
    [Theory]
    [InlineData("We refund within 14 days.", "14 days", 1)]
    [InlineData("We refund within 14 days.", "14 DAYS", 1)]
    [InlineData("We refund soon.", "14 days", 0)]
    [InlineData("nach Zu\u0308rich", "Z\u00FCrich", 1)]
    [InlineData("東京都", "京", 1)]
    [InlineData("", "x", 0)]
    public static void LooksForTheExpectedText(string output, string expected, double score) => Assert.Equal(score, Scored.Text("contains", output, expected, ("expected", "expected")));

    [Theory]
    [InlineData("a and b", 1)]
    [InlineData("only a", 0)]
    [InlineData("B, then A", 1)]
    public static void LooksForAllOfAList(string output, double score) => Assert.Equal(score, Scored.Text("contains", output, null, ("all", """["a","b"]""")));

    [Theory]
    [InlineData("yes please", 1)]
    [InlineData("THANKS", 1)]
    [InlineData("no", 0)]
    public static void LooksForAnyOfAList(string output, double score) => Assert.Equal(score, Scored.Text("contains", output, null, ("any", """["please","thanks"]""")));

    [Fact]
    public static void LooksForEverythingItIsAskedFor()
    {
        (string, string)[] settings = [("expected", "expected"), ("all", """["b"]"""), ("any", """["c","d"]""")];

        Assert.Equal(1, Scored.Text("contains", "a b d", "a", settings));
        Assert.Equal(0, Scored.Text("contains", "a b", "a", settings));
        Assert.Equal(0, Scored.Text("contains", "a d", "a", settings));
        Assert.Equal(0, Scored.Text("contains", "b d", "a", settings));
    }

    [Fact]
    public static void MindsCaseWhenAsked() =>
        Assert.Equal(0, Scored.Text("contains", "Refund", "refund", ("expected", "expected"), ("ignore_case", "false")));

    [Fact]
    public static void DoesNotApplyWhereNothingOrAnEmptyTextIsExpected()
    {
        Assert.Null(Scored.Text("contains", "x", null, ("expected", "expected")));
        Assert.Null(Scored.Text("contains", "x", "", ("expected", "expected")));
        Assert.Null(Scored.By("contains", "\"x\"", "null", ("expected", "expected")));
    }

    [Fact]
    public static void ReadsOtherValuesAsTheirJson() => Assert.Equal(1, Scored.By("contains", """{"items":[{"sku":17}]}""", null, ("any", """["\"sku\":17"]""")));
}
