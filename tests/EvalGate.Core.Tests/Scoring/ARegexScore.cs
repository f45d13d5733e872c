using System.Diagnostics;

namespace EvalGate.Core.Tests.Scoring;

public static class ARegexScore
{
    [Theory]
    [InlineData("order A-17", @"[A-Z]-\d+", 1)]
    [InlineData("order a-17", @"[A-Z]-\d+", 0)]
    [InlineData("order 17", "^17", 0)]
    [InlineData("", "^$", 1)]
    [InlineData("x", "", 1)]
    [InlineData("naïve", @"^\w+$", 1)]
    [InlineData("ab", "(?=a)ab", 1)]
    [InlineData("abab", @"(ab)\1", 1)]
    public static void MatchesSomewhere(string output, string pattern, double score) => Assert.Equal(score, Scored.Text("regex", output, null, ("pattern", pattern)));

    [Fact]
    public static void IgnoresCaseWhenAskedAndAlikeInEveryCulture() =>
        Assert.Equal(1, Scored.Text("regex", "TITLE", null, ("pattern", "title"), ("ignore_case", "true")));

    [Fact]
    public static void IsLinearInTheOutputWhereThePatternAllows()
    {
        var took = ProcessorTime.Of(() => Assert.Equal(0, Scored.Text("regex", new string('a', 50_000) + "!", null, ("pattern", "^(a+)+$"))));

        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public static void GivesUpInTimeWhereThePatternDoesNotAllow()
    {
        var watch = Stopwatch.StartNew();

        Assert.Equal(
            "the pattern took longer than 2 s on this output; write it without nested repetition",
            Scored.Refusal("regex", $"\"{new string('a', 40)}!\"", null, ("pattern", @"^(?=a)(a+)+\1$")));
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(200), TimeSpan.FromMinutes(5));
    }
}
