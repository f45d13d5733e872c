namespace EvalGate.Suites.Tests.Yaml;

public static class AnInvisibleCharacter
{
    [Theory]
    [InlineData('\u0000', "(6,2): error EG1107: the file holds a zero byte, as UTF-16 does. Save the file as UTF-8.")]
    [InlineData('\u0007', """(6,2): error EG1001: here is the invisible character U+0007. Remove it, or write "\u0007" in double quotes.""")]
    [InlineData('\u001B', """(6,2): error EG1001: here is the invisible character U+001B. Remove it, or write "\u001b" in double quotes.""")]
    [InlineData('\u007F', """(6,2): error EG1001: here is the invisible character U+007F. Remove it, or write "\u007f" in double quotes.""")]
    [InlineData('\u0085', """(6,2): error EG1001: here is the invisible character U+0085. Remove it, or write "\u0085" in double quotes.""")]
    [InlineData('\u2028', """(6,2): error EG1001: here is the invisible character U+2028. Remove it, or write "\u2028" in double quotes.""")]
    [InlineData('\uFFFD', "(6,2): error EG1107: this character is not UTF-8. Save the file as UTF-8.")]
    [InlineData('\uD800', "(6,2): error EG1001: here is half of a surrogate pair, which is no character. Remove it.")]
    [InlineData('\uDC00', "(6,2): error EG1001: here is half of a surrogate pair, which is no character. Remove it.")]
    public static void IsReportedAtItsPlace(char character, string mistake) => Assert.Equal(mistake, SuiteText.Mistakes($"{SuiteText.Small}a{character}b: c\n"));

    [Theory]
    [InlineData("\n", 7)]
    [InlineData("\r\n", 7)]
    [InlineData("\r", 7)]
    public static void IsFoundOnItsLineWhateverTheLineEnd(string end, int line) => Assert.StartsWith(
        $"({line},3): ",
        SuiteText.Mistakes(SuiteText.Small.Replace("\n", end, StringComparison.Ordinal) + $"#{end}ab\u0000"),
        StringComparison.Ordinal);

    [Fact]
    public static void DoesNotHideWhatFollowsIt() => Assert.Null(SuiteText.Read($"{SuiteText.Small}\n\u0000\ngate: {{ baseline: b.baseline.jsonl, rules: [] }}\n").Suite);

    [Fact]
    public static void IsFineAsAnEscapeAndSoIsAPair()
    {
        var suite = SuiteText.Suite(SuiteText.Small + """
              polite: { scorer: contains, of: output, any: ["\u2028", "\x07", "😀"] }
            """.Replace("            ", "", StringComparison.Ordinal));

        Assert.Equal("""["\u2028","\u0007","\uD83D\uDE00"]""", suite.Metrics[1].Scorer.Settings["any"]);
    }
}
