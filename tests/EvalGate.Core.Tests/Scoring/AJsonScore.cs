namespace EvalGate.Core.Tests.Scoring;

public static class AJsonScore
{
    [Theory]
    [InlineData("""{"a":1,"b":{"c":[1,2]}}""", """{"b":{"c":[1,2.0]},"a":1e0}""", 1)]
    [InlineData("""{"a":1}""", """{"a":1,"b":null}""", 0)]
    [InlineData("[1,2]", "[2,1]", 0)]
    [InlineData("""
        "{\"a\": 1}"
        """, """{"a":1}""", 1)]
    [InlineData("""
        "{\"a\": 1"
        """, """{"a":1}""", 0)]
    [InlineData("""
        "{\"a\":1,\"a\":1}"
        """, """{"a":1}""", 0)]
    [InlineData("\"refund\"", "\"refund\"", 1)]
    [InlineData("\"refund\"", "\"return\"", 0)]
    [InlineData("\"\"", "\"\"", 1)]
    [InlineData("null", "null", 1)]
    [InlineData("null", "{}", 0)]
    [InlineData("\"5\"", "5", 1)]
    public static void IsEqualByValue(string output, string expected, double score) => Assert.Equal(score, Scored.By("json", output, expected));

    [Theory]
    [InlineData("""{"a":1,"b":2}""", """{"a":1}""", 1)]
    [InlineData("""{"a":1}""", """{"a":1,"b":2}""", 0)]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"c":2}}""", 1)]
    [InlineData("[3,{\"x\":1,\"y\":2},1]", "[1,{\"x\":1}]", 1)]
    [InlineData("[1]", "[1,2]", 0)]
    [InlineData("[1]", "[1,1]", 1)]
    [InlineData("""{"a":null}""", """{"a":null}""", 1)]
    [InlineData("{}", """{"a":null}""", 0)]
    [InlineData("{}", "[]", 0)]
    public static void HoldsAtLeastWhatIsExpectedAsASubset(string output, string expected, double score) => Assert.Equal(score, Scored.By("json", output, expected, ("mode", "subset")));

    [Theory]
    [InlineData("""{"a":1,"at":"10:00"}""", """{"a":1,"at":"11:00"}""", 1)]
    [InlineData("""{"a":1}""", """{"a":1,"at":"11:00"}""", 1)]
    [InlineData("""{"items":[{"id":1,"n":5},{"id":2,"n":6}]}""", """{"items":[{"id":8,"n":5},{"id":9,"n":6}]}""", 1)]
    [InlineData("""{"items":[{"id":1,"n":5}]}""", """{"items":[{"id":8,"n":6}]}""", 0)]
    [InlineData("\"text\"", "\"text\"", 1)]
    public static void LeavesIgnoredPathsOut(string output, string expected, double score) => Assert.Equal(score, Scored.By("json", output, expected, ("ignore", """["at","items.id"]""")));

    [Fact]
    public static void ReadsAsDeepAsARunHolds()
    {
        var deep = new string('[', 500) + new string(']', 500);

        Assert.Equal(1, Scored.By("json", $"\"{deep}\"", $"\"{deep}\""));
        Assert.Equal(0, Scored.By("json", $"\"{deep}\"", "\"[]\""));
    }

    [Fact]
    public static void DoesNotApplyWhereNothingIsExpected() => Assert.Null(Scored.By("json", "1", null));
}
