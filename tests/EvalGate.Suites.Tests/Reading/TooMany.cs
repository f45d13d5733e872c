namespace EvalGate.Suites.Tests.Reading;

/// <summary>More of a kind than any suite needs: refused at once, before it can cost time.</summary>
public static class TooMany
{
    [Fact]
    public static void RulesAreRefused() => Assert.Equal(
        "(13,50): error EG1003: there are 5000 rules; 200 are allowed. Use several suites.",
        SuiteText.Mistakes(SuiteText.Gate([.. Enumerable.Repeat("metric: correct, max_drop: 2pp", 5000)])));

    [Fact]
    public static void MetricsAreRefused() => Assert.Equal(
        "(5,3): error EG1003: there are 201 metrics; 200 are allowed. Use several suites.",
        SuiteText.Mistakes(SuiteText.Small + string.Concat(Enumerable.Range(0, 200).Select(i => $"  m{i}: {{ scorer: duration }}\n"))));

    [Fact]
    public static void SlicesAreRefused() => Assert.Equal(
        "(6,9): error EG1003: there are 201 slices; 200 are allowed. Use several suites.",
        SuiteText.Mistakes($"{SuiteText.Small}slices: [{string.Join(", ", Enumerable.Range(0, 201).Select(i => $"a{i}"))}]\n"));

    [Fact]
    public static void BinsAreRefused() => Assert.Equal(
        "(7,40): error EG1003: there are 201 values; 200 are allowed. Use several suites.",
        SuiteText.Mistakes($"{SuiteText.Small}slices:\n  - {{ name: amount, of: input.x, bins: {{ {string.Join(", ", Enumerable.Range(0, 201).Select(i => $"v{i}: {i}..{i + 1}"))} }} }}\n"));

    [Fact]
    public static void CharactersOfAPatternAreRefused() => Assert.EndsWith(
        "; it has 10001 characters; 10000 are allowed.",
        SuiteText.Mistakes($"{SuiteText.Small}  form: {{ scorer: regex, of: output, pattern: {new string('a', 10_001)} }}\n"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("deep: ", "[", "(6,39)")]
    [InlineData("deep: ", "{a: ", "(6,132)")]
    [InlineData("deep:\n", "- ", "(7,65)")]
    [InlineData("", "? ", "(6,67)")]
    public static void LevelsAreRefused(string start, string level, string place) => Assert.Equal(
        $"{place}: error EG1003: the document is too deep or too large: 32 levels and 200000 values are allowed.",
        SuiteText.Mistakes($"{SuiteText.Small}{start}{string.Concat(Enumerable.Repeat(level, 100_000))}\n"));

    [Fact]
    public static void ValuesAreRefused() => Assert.Equal(
        "(6,399970): error EG1003: the document is too deep or too large: 32 levels and 200000 values are allowed.",
        SuiteText.Mistakes($"{SuiteText.Small}deep: [{string.Concat(Enumerable.Repeat("a,", 200_001))}]\n"));

    [Fact]
    public static void CharactersAreRefused() => Assert.Equal(
        ": error EG1003: the file has 1000001 characters; 1000000 are allowed. Cases belong in a .jsonl file.",
        SuiteText.Mistakes(SuiteText.Small + "#".PadRight(1_000_001 - SuiteText.Small.Length)));
}
