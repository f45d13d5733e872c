using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class APair
{
    private static readonly Trial Trial = new Trial().With("de", bothPass: 20).With("en", bothPass: 20);

    [Fact]
    public static void NeedsTheSameContentOnBothSides()
    {
        var changed = Trial.But("de-000", c => c with { Case = c.Case with { Hash = "other" } });
        var verdict = Judge.Decide(changed.Input with { Baseline = Trial.Baseline });

        Assert.Equal(["de-000"], verdict.Unpaired.Changed);
        Assert.Equal(39, Overall(verdict).Cases);
    }

    [Fact]
    public static void IsNotMadeWithANewOrRetiredCase()
    {
        var grown = Trial.With("fr", bothPass: 1).But("de-001", Retired);
        var verdict = Judge.Decide(grown.Input with { Baseline = Trial.Baseline });

        Assert.Equal(["fr-040"], verdict.Unpaired.Added);
        Assert.Equal(["de-001"], verdict.Unpaired.Retired);
        Assert.False(verdict.Blocks);
    }

    [Fact]
    public static void ThatVanishedBlocksAndIsNamed()
    {
        var shorter = Trial with { Cases = [.. Trial.Cases.Skip(1)] };
        var verdict = Judge.Decide(shorter.Input with { Baseline = Trial.Baseline });

        Assert.Equal(["de-000"], verdict.Unpaired.Vanished);
        Assert.Equal((Verdict.NotJudged, true), (verdict.Verdict, verdict.Blocks));
        Assert.Contains("de-000", Assert.Single(verdict.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void IsMissedBySlicesThatShrankWithoutAWord()
    {
        var baseline = Trial.Baseline with { Header = Trial.Baseline.Header with { Slices = new Dictionary<string, int> { ["language=de"] = 20, ["language=en"] = 20 } } };
        var moved = Trial.But("de-000", c => c with { Case = c.Case with { Slices = new Dictionary<string, IReadOnlyList<string>> { ["language"] = ["en"] } } });
        var retired = Trial.But("de-000", Retired);

        var finding = Assert.Single(Judge.Decide(moved.Input with { Baseline = baseline }).Findings, f => f.Code == DiagnosticCodes.CasesVanished);
        Assert.StartsWith("slice language=de shrank: 20 cases when the baseline was accepted, 19 now", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Judge.Decide(retired.Input with { Baseline = baseline }).Findings, f => f.Code == DiagnosticCodes.CasesVanished);
    }

    [Fact]
    public static void IsTooRareUnderEightyPercentAndThenNothingIsJudged()
    {
        var trial = Trial;
        for (var i = 0; i < 5; i++)
        {
            trial = trial.But($"de-00{i}", c => c with { Case = c.Case with { Hash = "other" } });
        }

        var verdict = Judge.Decide(trial.Input with { Baseline = Trial.Baseline });

        var german = verdict.Comparisons.Single(c => c.Slice == new Slice([new("language", "de")]));
        Assert.Equal(Verdict.NotJudged, german.Verdict);
        Assert.Contains("only 15 of the baseline's 20 cases", german.Reason, StringComparison.Ordinal);
        Assert.NotEqual(Verdict.NotJudged, Overall(verdict).Verdict);
        Assert.True(verdict.Blocks);
    }

    [Fact]
    public static void DoesNotHideAProvenRegressionBehindARuleThatCannotBeJudged()
    {
        var trial = new Trial { Metrics = [AMetric.PassFail("correct"), AMetric.PassFail("polite")], Rules = [ARule.MaxDrop("correct", 0.02m), ARule.MaxDrop("polite", 0.02m)] }
            .With("de", bothPass: 20, losses: 20);
        var baseline = trial.Baseline with { Header = trial.Baseline.Header with { Metrics = new Dictionary<string, BaselineMetric> { ["correct"] = new(trial.Metrics[0].Fingerprint, true) } } };

        var verdict = Judge.Decide(trial.Input with { Baseline = baseline });

        Assert.Equal(Verdict.Regressed, verdict.Verdict);
        Assert.Contains(verdict.Comparisons, c => c.Metric.Name == "polite" && c.Verdict == Verdict.NotJudged);
    }

    [Fact]
    public static void ThatDoesNotApplyOnBothSidesDropsOut()
    {
        var trial = Trial.With(ACase.Of("na", ("language", "de")), new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [] }, [new Dictionary<string, double?> { ["correct"] = null }]);

        Assert.Equal(40, Overall(trial.Verdict).Cases);
        Assert.False(trial.Verdict.Blocks);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public static void ThatAppliesOnOneSideOnlyIsToleratedOnce(int oneSided, bool notJudged)
    {
        var trial = Trial;
        for (var i = 0; i < oneSided; i++)
        {
            trial = trial.With(ACase.Of($"na-{i}", ("language", "de")), new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1.0] }, [new Dictionary<string, double?> { ["correct"] = null }]);
        }

        Assert.Equal(notJudged, Overall(trial.Verdict).Verdict == Verdict.NotJudged);
    }

    [Fact]
    public static void WithABrokenSubjectScoresTheWorstWithinTheAllowance()
    {
        var trial = (Trial with { MaxErrors = new(3, null) }).But("de-000", ARunThatIsNotJudged.Broken);

        var overall = Overall(trial.Verdict);
        Assert.Equal((40, 1), (overall.Cases, overall.Losses));
        Assert.Equal(["de-000"], overall.LosingCases);
    }

    [Fact]
    public static void WithAnInfrastructureErrorIsNeverAScore()
    {
        var trial = (Trial with { MaxErrors = new(3, null) }).But("de-000", c => c with
        {
            Records = [.. c.Records.Select(r => r with { Scores = new Dictionary<string, double?>(), Errors = [new(ErrorKind.Infrastructure, "429")] })],
        });

        Assert.Equal((39, 0), (Overall(trial.Verdict).Cases, Overall(trial.Verdict).Losses));
    }

    private static TrialCase Retired(TrialCase c) => c with { Case = c.Case with { Status = CaseStatus.Retired, RetiredReason = "outdated" } };

    private static Comparison Overall(SuiteVerdict verdict) => verdict.Comparisons.Single(c => c.Slice.IsOverall);
}
