using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class AMetricThatCannotBeJudged
{
    [Fact]
    public static void AppliesToNoCase()
    {
        var trial = new Trial { Metrics = [AMetric.PassFail("correct"), AMetric.Cost("cost")], Rules = [ARule.MaxDrop("correct", 0.02m), ARule.MaxRise("cost", 0.1m)] };
        for (var i = 0; i < 20; i++)
        {
            trial = trial.With(
                ACase.Of($"de-{i}", ("language", "de")),
                new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1.0], ["cost"] = [] },
                [new Dictionary<string, double?> { ["correct"] = 1, ["cost"] = null }]);
        }

        Expect(trial, "cost", "the metric applies to no case here, so nothing was measured");
    }

    [Fact]
    public static void AppliesToNoCaseOfASliceThatARuleNames()
    {
        var german = new Dictionary<string, IReadOnlyList<double>> { ["polite"] = [] };
        var trial = Enumerable.Range(0, 20).Aggregate(
            new Trial { Metrics = [AMetric.PassFail("polite")], Rules = [ARule.MaxDropOn("polite", 0.02m, ("language", "de"))] }.With("en", bothPass: 20),
            (t, i) => t.With(ACase.Of($"de-{i}", ("language", "de")), german, [new Dictionary<string, double?> { ["polite"] = null }]));

        Assert.Equal("the metric applies to no case here, so nothing was measured", Assert.Single(trial.Verdict.Comparisons).Reason);
        Assert.DoesNotContain((trial with { Rules = [ARule.MaxDrop("polite", 0.02m)] }).Verdict.Comparisons, c => c.Slice.ToString() == "language=de");
    }

    [Theory]
    [InlineData(1, 9, false)] // one is always forgiven
    [InlineData(2, 98, false)] // exactly 2 %
    [InlineData(2, 97, true)]
    [InlineData(4, 196, false)]
    [InlineData(4, 195, true)]
    public static void AppliesOnOneSideOnlyForMoreThanTwoPercentOfTheCases(int alone, int pairs, bool isTooMany)
    {
        var trial = Enumerable.Range(0, alone).Aggregate(new Trial().With("de", bothPass: pairs), (t, i) => t.With(
            ACase.Of($"alone-{i}", ("language", "de")), new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1] }, [new Dictionary<string, double?> { ["correct"] = null }]));

        var overall = trial.Verdict.Comparisons.Single(c => c.Slice.IsOverall);

        Assert.Equal(isTooMany ? $"the metric applies on one side only for {alone} of {alone + pairs} cases" : null, overall.Verdict == Verdict.NotJudged ? overall.Reason : null);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "the metric applies on one side only for 2 of 22 cases")]
    public static void AppliesToCasesToWhichItDidNotBefore(int alone, string? reason)
    {
        var trial = Enumerable.Range(0, alone).Aggregate(new Trial().With("de", bothPass: 20), (t, i) => t.With(
            ACase.Of($"new-{i}", ("language", "de")), new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [] }, [new Dictionary<string, double?> { ["correct"] = 0 }]));
        trial = trial with { Cases = [.. trial.Cases.Select(c => c with { Baseline = c.Baseline.Count > 0 ? c.Baseline : new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [] } })] };

        var overall = trial.Verdict.Comparisons.Single(c => c.Slice.IsOverall);

        Assert.Equal(reason, overall.Verdict == Verdict.NotJudged ? overall.Reason : null);
        Assert.Equal(reason is null ? 20 : 0, overall.Cases);
    }

    [Theory]
    [InlineData(2, null)]
    [InlineData(3, "only 7 of the baseline's 10 cases can be compared (80 % needed): accept a run")]
    public static void WasNotMeasuredForMoreThanAFifthOfTheCases(int errors, string? reason)
    {
        var trial = Enumerable.Range(0, errors).Aggregate(
            new Trial { MaxErrors = new(5, null) }.With("de", bothPass: 10),
            (t, i) => t.But($"de-00{i}", c => c with { Records = [.. c.Records.Select(r => r with { Scores = new Dictionary<string, double?>(), Errors = [new(ErrorKind.Scorer, "no answer")] })] }));

        var overall = trial.Verdict.Comparisons.Single(c => c.Slice.IsOverall);

        Assert.Equal((reason, 10 - errors), (overall.Verdict == Verdict.NotJudged ? overall.Reason : null, overall.Verdict == Verdict.NotJudged ? 7 : overall.Cases));
    }

    [Fact]
    public static void TakesNoShareOfTheLevelFromTheOthers()
    {
        var trial = new Trial { Metrics = [AMetric.PassFail("correct"), AMetric.PassFail("polite")], Rules = [ARule.MaxDrop("correct", 0.02m)] }.With("de", bothPass: 40, losses: 5);
        var both = trial with { Rules = [.. trial.Rules, ARule.MaxDrop("polite", 0.02m)] };
        var unknown = both.Baseline with { Header = both.Baseline.Header with { Metrics = new Dictionary<string, BaselineMetric>(both.Baseline.Header.Metrics) { ["polite"] = new("other", false) } } };

        var verdict = Judge.Decide(both.Input with { Baseline = unknown });

        Assert.Equal(trial.Verdict.Comparisons[0].AdjustedPValue, verdict.Comparisons[0].AdjustedPValue);
        Assert.Equal(Verdict.NotJudged, verdict.Comparisons.Single(c => c.Metric.Name == "polite" && c.Slice.IsOverall).Verdict);
    }

    [Fact]
    public static void HasScoresTooLargeToAdd() =>
        Expect(new Trial { Metrics = [AMetric.Cost("cost")], Rules = [ARule.MaxRise("cost", 0.1m)] }.With("de", [1e300], [1]), "cost", "too large to be added exactly");

    [Theory]
    [InlineData(7, 1, "the baseline has scores outside the range 0..1: accept a run")]
    [InlineData(1, 7, "the run has scores outside the range 0..1: fix the scorer and run again")]
    public static void HasScoresOutsideItsRange(double before, double now, string reason) => Expect(new Trial().With("de", [before], [now]), "correct", reason);

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, false)]
    public static void HasScoresThatRepetitionsMakeTooLargeToAdd(int repetitions, bool isJudged)
    {
        // 1500 $ are 1.5 · 10¹² steps; three results of a case are three times as many, and 2⁴¹ is the limit.
        var trial = new Trial { Metrics = [AMetric.Cost("cost")], Rules = [ARule.MaxRise("cost", 0.1m)], Repetitions = repetitions }
            .With("de", [.. Enumerable.Repeat(1500.0, repetitions)], [.. Enumerable.Repeat(1500.0, repetitions)]);

        Assert.Equal(isJudged, trial.Verdict.Comparisons[0].Verdict != Verdict.NotJudged);
    }

    [Fact]
    public static void SaysWhatMendsIt() => Assert.Equal(
        ["fix the scorer and run again", null, "measure in a larger unit and run again"],
        new[] { new Trial().With("de", [1], [7]), new Trial().With("de", [7], [1]), new Trial { Metrics = [AMetric.Cost("correct")] }.With("de", [1e300], [1]) }.Select(t => t.Verdict.Comparisons[0].Remedy));

    [Theory]
    [InlineData(3, 0, Direction.Higher)]
    [InlineData(3, 6, Direction.Higher)]
    [InlineData(3, 0, Direction.Lower)]
    [InlineData(3, 6, Direction.Lower)]
    public static void HasOneScoreOutsideItsRange(double usual, double wrong, Direction better) => Expect(
        new Trial { Metrics = [AMetric.Score("grade", new(1, 5)) with { Better = better }], Rules = [ARule.MaxDrop("grade", 0.2m)] }.With("de", [usual], [usual]).With("de", [1], [wrong]).With("de", [5], [5]),
        "grade",
        "the run has scores outside the range 1..5: fix the scorer and run again");

    [Fact]
    public static void HasNoScoresOutsideItsRangeWhenItHasNone()
    {
        var grades = new Trial { Metrics = [AMetric.Score("grade", new(1, 5))], Rules = [ARule.MaxDrop("grade", 0.2m)] };

        var unscored = Enumerable.Range(0, 5).Aggregate(grades, (t, i) => t.With(
            ACase.Of($"de-{i}", ("language", "de")), new Dictionary<string, IReadOnlyList<double>> { ["grade"] = [3] }, [new Dictionary<string, double?> { ["grade"] = null }]));

        Expect(unscored, "grade", "the metric applies on one side only for 5 of 5 cases");
    }

    [Fact]
    public static void IsDefinedDifferentlySinceTheBaseline()
    {
        var trial = new Trial().With("de", bothPass: 5);
        var baseline = trial.Baseline with { Header = trial.Baseline.Header with { Metrics = new Dictionary<string, EvalGate.Model.BaselineMetric> { ["correct"] = new("other", true) } } };

        Assert.All(Judge.Decide(trial.Input with { Baseline = baseline }).Comparisons, c => Assert.Contains("defined differently", c.Reason, StringComparison.Ordinal));
    }

    private static void Expect(Trial trial, string metric, string reason)
    {
        var verdict = trial.Verdict;

        Assert.True(verdict.Blocks);
        var comparison = verdict.Comparisons.First(c => c.Metric.Name == metric && c.Slice.IsOverall);
        Assert.Equal(Verdict.NotJudged, comparison.Verdict);
        Assert.Contains(reason, comparison.Reason, StringComparison.Ordinal);
        Assert.Contains(verdict.Findings, f => f.Message.Contains(reason, StringComparison.Ordinal));
    }
}
