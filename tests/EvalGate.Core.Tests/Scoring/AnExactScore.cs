namespace EvalGate.Core.Tests.Scoring;

public static class AnExactScore
{
    [Theory]
    [InlineData("refund", "refund", 1)]
    [InlineData("  refund\n", "refund", 1)]
    [InlineData("Refund", "refund", 0)]
    [InlineData("refund!", "refund", 0)]
    [InlineData("", "", 1)]
    [InlineData("re fund", "refund", 0)]
    [InlineData("Zu\u0308rich", "Z\u00FCrich", 1)]
    [InlineData("\uAC00", "\u1100\u1161", 1)]
    [InlineData("ﬁn", "fin", 0)]
    [InlineData("日本", "日本", 1)]
    public static void ComparesTextsTrimmedAndInNfc(string output, string expected, double score) => Assert.Equal(score, Scored.Text("exact", output, expected));

    [Theory]
    [InlineData("REFUND", "refund", 1)]
    [InlineData("ÉTÉ", "e\u0301te\u0301", 1)]
    [InlineData("straße", "STRASSE", 0)]
    public static void IgnoresCaseWhenAsked(string output, string expected, double score) => Assert.Equal(score, Scored.Text("exact", output, expected, ("ignore_case", "true")));

    [Theory]
    [InlineData("1", "1.0", 1)]
    [InlineData("1e2", "100", 1)]
    [InlineData("0.1", "0.10000000000000001", 0)]
    [InlineData("\"1\"", "1", 1)]
    [InlineData("\"1.0\"", "1", 0)]
    [InlineData("true", "true", 1)]
    [InlineData("\"true\"", "true", 1)]
    [InlineData("null", "null", 1)]
    [InlineData("\"\"", "null", 1)]
    [InlineData("null", "0", 0)]
    [InlineData("false", "null", 0)]
    [InlineData("""{"a":1,"b":[1,2]}""", """{ "b": [1, 2.0], "a": 1 }""", 1)]
    [InlineData("[1,2]", "[2,1]", 0)]
    public static void ComparesOtherValuesAsJson(string output, string expected, double score) => Assert.Equal(score, Scored.By("exact", output, expected));

    [Fact]
    public static void DoesNotApplyWhereNothingIsExpected()
    {
        Assert.Null(Scored.Text("exact", "x", null));
        Assert.Null(Scored.By("exact", "1", """{"other":1}""", ("expected", "expected.intent")));
    }

    [Fact]
    public static void NamesWhatIsThereWhenThePathIsMissing()
    {
        Assert.Equal("'output.intend' is not there; there are intent, score", Scored.Refusal("exact", """{"intent":"x","score":1}""", "1", ("of", "output.intend")));
        Assert.Equal("'output.a.b' is not there; the value there is a number", Scored.Refusal("exact", """{"a":1}""", "1", ("of", "output.a.b")));
        Assert.Equal("'output.a' is not there; the value there is null", Scored.Refusal("exact", "null", "1", ("of", "output.a")));
        Assert.Equal("'output.a' is not there; the value there is an empty object", Scored.Refusal("exact", "{}", "1", ("of", "output.a")));
        Assert.Equal("'output.2' is not there; the value there is a list of 2", Scored.Refusal("exact", "[1,2]", "1", ("of", "output.2")));
    }
}
