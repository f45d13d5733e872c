using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Scoring;

public static class AMetricsScore
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(3.25, true)]
    [InlineData(5, true)]
    [InlineData(0.999, false)]
    [InlineData(5.001, false)]
    public static void LiesInTheRangeOfTheMetric(double given, bool isAllowed)
    {
        var scorer = new MetricScorer(AMetric.Score("helpful", new(1, 5)), new Given(Score.Of(given)));

        if (isAllowed)
        {
            Assert.Equal(given, Of(scorer));
            return;
        }

        Assert.Equal(
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"the scorer gave {given}, outside the metric's range 1..5"),
            Assert.Throws<ScorerException>(() => Of(scorer)).Message);
    }

    [Theory]
    [InlineData(true, 3.9, 0)]
    [InlineData(true, 4, 1)]
    [InlineData(false, 4, 1)]
    [InlineData(false, 4.1, 0)]
    public static void BecomesPassOrFailAtTheMark(bool atLeast, double given, double score) =>
        Assert.Equal(score, Of(new(AMetric.PassFail("helpful") with { Pass = new(atLeast, 4) }, new Given(Score.Of(given)))));

    [Theory]
    [InlineData(0.9)]
    [InlineData(7)]
    public static void IsHeldAgainstTheRangeBeforeItBecomesPassOrFail(double given)
    {
        var metric = AMetric.PassFail("helpful") with { Pass = new(AtLeast: true, 4), ScoreRange = new(1, 5) };

        Assert.Equal(1, Of(new(metric, new Given(Score.Of(5)))));
        Assert.Contains("outside the metric's range 1..5", Assert.Throws<ScorerException>(() => Of(new(metric, new Given(Score.Of(given))))).Message, StringComparison.Ordinal);
        Assert.Equal((metric with { ScoreRange = null }).Fingerprint, metric.Fingerprint);
    }

    [Fact]
    public static void IsNullWhereTheMetricDoesNotApply() =>
        Assert.Null(Of(new(AMetric.PassFail("helpful") with { Pass = new(true, 4) }, new Given(Score.NotApplicable))));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public static void IsAlwaysFinite(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => Score.Of(value));

    [Fact]
    public static void DoesNotApplyUntilItIsGiven()
    {
        Assert.False(default(Score).Applies);
        Assert.Equal((1, 0), (Score.Of(true).Value, Score.Of(false).Value));
        Assert.NotEqual(Score.Fail, Score.NotApplicable);
    }

    [Fact]
    public static void NeedsAScorerThatExists() =>
        Assert.Throws<ArgumentException>(() => MetricScorer.BuiltIn(AMetric.PassFail("m") with { Scorer = new("vibes", false, new Dictionary<string, string>()) }));

    [Theory]
    [InlineData(Direction.Higher, "0.8", 0.8, true)]
    [InlineData(Direction.Higher, "0.8", 0.79, false)]
    [InlineData(Direction.Lower, "3000", 3000, true)]
    [InlineData(Direction.Lower, "3000", 3000.1, false)]
    [InlineData(Direction.Lower, "0", 1, false)]
    [InlineData(Direction.Higher, null, 0, true)]
    public static void MeetsAMust(Direction better, string? must, double score, bool holds)
    {
        var metric = AMetric.Score("m") with { Better = better, Must = must is null ? null : decimal.Parse(must, System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(holds, MustRule.Holds(metric, score));
        Assert.True(MustRule.Holds(metric, null));
    }

    [Fact]
    public static void ReadsTheOutputAsTheSubjectsTypeOrFromItsJson()
    {
        var input = new ScorerInput { CaseId = "a", Input = default, Expected = default, Output = ACase.Json("""{"answer":"yes"}"""), Duration = TimeSpan.Zero };
        var reply = new Reply("no");

        Assert.Equal("yes", input.OutputAs<Reply>()!.Answer);
        Assert.Same(reply, (input with { OutputValue = reply }).OutputAs<Reply>());
        Assert.Equal("yes", (input with { OutputValue = "other" }).OutputAs<Reply>()!.Answer);
    }

    private static double? Of(MetricScorer scorer) => Scored.By(scorer, new() { CaseId = "a", Input = default, Expected = default, Output = default, Duration = TimeSpan.Zero });

    private sealed record Reply(string Answer);

    private sealed class Given(Score score) : IScorer
    {
        public ValueTask<Score> ScoreAsync(ScorerInput input, CancellationToken cancellationToken) => new(score);
    }
}
