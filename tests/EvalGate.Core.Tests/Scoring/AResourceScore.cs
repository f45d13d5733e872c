using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Scoring;

public static class AResourceScore
{
    private static readonly ScorerInput Input = new()
    {
        CaseId = "a",
        Input = ACase.Json("{}"),
        Expected = default,
        Output = ACase.Json("\"done\""),
        Duration = TimeSpan.FromTicks(12_345),
    };

    [Theory]
    [InlineData("We refund within 14 days.", 5)]
    [InlineData("don't e-mail me", 3)]
    [InlineData("", 0)]
    [InlineData("❤️ 🎉!", 0)]
    public static void OfWordsCountsThem(string output, double count) => Assert.Equal(count, Scored.Text("words", output, null));

    [Fact]
    public static void OfADurationIsInMilliseconds() => Assert.Equal(1.2345, Scored.By(Scored.Scorer("duration"), Input));

    [Fact]
    public static void OfTokensAddsBothDirections()
    {
        Assert.Equal(15, Scored.By(Scored.Scorer("tokens"), Input with { Usage = new() { InputTokens = 12, OutputTokens = 3 } }));
        Assert.Equal(12, Scored.By(Scored.Scorer("tokens"), Input with { Usage = new() { InputTokens = 12 } }));
        Assert.Equal(0, Scored.By(Scored.Scorer("tokens"), Input with { Usage = new() { OutputTokens = 0 } }));
    }

    [Fact]
    public static void OfACostIsInDollars() => Assert.Equal(0.000123, Scored.By(Scored.Scorer("cost"), Input with { Usage = new() { CostUsd = 0.000123m } }));

    [Theory]
    [InlineData("tokens")]
    [InlineData("cost")]
    public static void DoesNotApplyWhereTheSubjectDidNotSay(string scorer)
    {
        Assert.Null(Scored.By(Scored.Scorer(scorer), Input));
        Assert.Null(Scored.By(Scored.Scorer(scorer), Input with { Usage = new() }));
    }
}
