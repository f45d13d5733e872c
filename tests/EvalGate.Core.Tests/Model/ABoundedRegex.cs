using System.Text.RegularExpressions;
using EvalGate.Model;

namespace EvalGate.Core.Tests.Model;

public static class ABoundedRegex
{
    [Fact]
    public static void RunsInLinearTimeWhereThePatternAllows() => Assert.True(BoundedRegex.Of("(a+)+$").Options.HasFlag(RegexOptions.NonBacktracking));

    [Theory]
    [InlineData(@"(a)\1")]
    [InlineData("(?=a)b")]
    [InlineData("(?<!a)b")]
    [InlineData("(?>a+)b")]
    public static void BacktracksWithATimeoutWhereItDoesNot(string pattern)
    {
        var regex = BoundedRegex.Of(pattern);

        Assert.False(regex.Options.HasFlag(RegexOptions.NonBacktracking));
        Assert.Equal(BoundedRegex.Timeout, regex.MatchTimeout);
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("a{2,1}")]
    [InlineData(@"\")]
    [InlineData("(?<1a>x)")]
    public static void RefusesWhatIsNone(string pattern) => Assert.ThrowsAny<ArgumentException>(() => BoundedRegex.Of(pattern));

    [Theory]
    [InlineData("((a{1,1000}){1,1000}){1,1000}")]
    [InlineData("x{2147483647}")]
    public static void IsMadeInNoTimeOfHugeCounts(string pattern) => Assert.DoesNotMatch(BoundedRegex.Of(pattern), "b");
}
