using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class AWaiver
{
    private static readonly DateOnly LastDay = new(2027, 1, 31);

    [Fact]
    public static void LetsARegressionWithinItsCeilingPass()
    {
        var verdict = Judged(ceiling: 0.30m, LastDay);

        var german = German(verdict);
        Assert.Equal((Verdict.Regressed, true, false), (german.Verdict, german.IsWaived, german.Blocks));
        Assert.False(verdict.Blocks);
        Assert.Equal("accepted up to 30.0 pp until 2027-01-31: the policy moved", german.Reason);
        Assert.Equal((DiagnosticCodes.Waived, Severity.Note), (Assert.Single(verdict.Findings).Code, verdict.Findings[0].Severity));
    }

    [Theory]
    [InlineData(29.99, true)]
    [InlineData(30, false)]
    public static void EndsExactlyAtItsCeiling(double points, bool blocks) => Assert.Equal(blocks, Judged((decimal)points / 100, LastDay).Blocks);

    [Fact]
    public static void SaysThatARegressionIsBeyondIt()
    {
        var verdict = Judged(ceiling: 0.10m, LastDay);

        Assert.True(German(verdict).Blocks);
        Assert.Contains("This is beyond its waiver, which accepts 10.0 pp.", Assert.Single(verdict.Findings, f => f.Code == DiagnosticCodes.Regressed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void IsOverAfterItsLastDay()
    {
        var verdict = Judged(ceiling: 0.30m, LastDay.AddDays(1));

        Assert.True(German(verdict).Blocks);
        Assert.Equal(["evals/waivers.yaml(4,3)"], verdict.Findings.Where(f => f.Code == DiagnosticCodes.WaiverExpired).Select(f => f.Place.ToString()));
    }

    [Fact]
    public static void IsRedWhenOverAlthoughNothingRegresses()
    {
        var verdict = (new Trial { Repeatable = true, Waivers = [Of(0.30m)], Today = LastDay.AddDays(1) }.With("de", bothPass: 50)).Verdict;

        Assert.Equal((Verdict.Clear, true, true), (verdict.Verdict, verdict.Blocks, verdict.IsBlockedByWaiver));
        Assert.False(Judged(0.30m, LastDay).IsBlockedByWaiver);
        Assert.False(Judged(0.10m, LastDay).IsBlockedByWaiver);
    }

    [Fact]
    public static void IsAllThatBlocksBesidesWarnings()
    {
        // English may be worse, and nobody knows: that warns, and does not block.
        var verdict = (new Trial { Waivers = [Of(0.30m)], Today = LastDay.AddDays(1) }.With("de", bothPass: 50).With("en", bothPass: 46, losses: 4)).Verdict;

        Assert.Contains(verdict.Findings, f => f.Code == DiagnosticCodes.Inconclusive);
        Assert.Equal((Verdict.Inconclusive, true, true), (verdict.Verdict, verdict.Blocks, verdict.IsBlockedByWaiver));
    }

    [Fact]
    public static void ExcusesNoOtherSliceThanItsOwn()
    {
        var french = Trial(0.30m, LastDay).With("fr", bothPass: 20, losses: 20);

        Assert.True(french.Verdict.Blocks);
        Assert.Equal([("fr", false), ("de", true)], french.Verdict.Comparisons.Where(c => c.Verdict == Verdict.Regressed && !c.Slice.IsOverall).OrderBy(c => c.IsWaived).Select(c => (c.Slice.Pairs[0].Value, c.IsWaived)));
    }

    [Fact]
    public static void ExcusesWhatIsNotProvenToHoldAsWell()
    {
        var demanding = new Trial
        {
            Rules = [ARule.MaxDropOn("correct", 0.02m, ("language", "de")) with { Decide = Decision.Proof }],
            Waivers = [Of(0.30m)],
        }.With("de", bothPass: 30, losses: 2);

        Assert.False(demanding.Verdict.Blocks);
        Assert.True((demanding with { Waivers = [] }).Verdict.Blocks);
    }

    [Fact]
    public static void ExcusesNothingThatCouldNotBeJudged()
    {
        var trial = Trial(0.30m, LastDay);
        var unjudged = Judge.Decide(trial.Input with { Baseline = trial.Baseline with { Header = trial.Baseline.Header with { Metrics = new Dictionary<string, BaselineMetric> { ["correct"] = new("other", true) } } } });

        Assert.True(unjudged.Blocks);
        Assert.DoesNotContain(unjudged.Comparisons, c => c.IsWaived);
    }

    [Fact]
    public static void ThatAcceptsNothingIsNoted()
    {
        var verdict = (new Trial { Repeatable = true, Waivers = [Of(0.30m)], Today = LastDay }.With("de", bothPass: 50)).Verdict;

        Assert.False(verdict.Blocks);
        Assert.Contains("accepts nothing in this run", Assert.Single(verdict.Findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("correct", "de", false)]
    [InlineData("correct", "en", true)]
    [InlineData("polite", "de", true)]
    public static void IsForItsOwnMetricAndSlice(string metric, string language, bool blocks) =>
        Assert.Equal(blocks, (Trial(0.30m, LastDay) with { Waivers = [Of(0.30m) with { Metric = metric, Pairs = [new("language", language)] }] }).Verdict.Blocks);

    [Fact]
    public static void StandsBesideOthers() => Assert.False((Trial(0.30m, LastDay) with { Waivers = [Of(0.30m) with { Pairs = [new("language", "en")] }, Of(0.30m)] }).Verdict.Blocks);

    [Fact]
    public static void IsAllThatBlocksOnlyWhereNothingElseDoes()
    {
        var over = Judged(0.30m, LastDay.AddDays(1)) with { Rules = [new(ARule.MaxDrop("correct", 0.02m), Verdict.Regressed, false)], Verdict = Verdict.Regressed, Blocks = true };

        Assert.Contains(over.Findings, f => f.Code == DiagnosticCodes.WaiverExpired);
        Assert.True(over.IsBlockedByWaiver);
        Assert.False((over with { Blocks = false }).IsBlockedByWaiver);
        Assert.False((over with { Verdict = Verdict.NotJudged }).IsBlockedByWaiver);
        Assert.False((over with { Findings = [] }).IsBlockedByWaiver);
        Assert.False((over with { Rules = [.. over.Rules, over.Rules[0] with { Blocks = true }] }).IsBlockedByWaiver);
    }

    private static Comparison German(SuiteVerdict verdict) => verdict.Comparisons.Single(c => !c.Slice.IsOverall && c.Slice.Pairs[0].Value == "de");

    private static SuiteVerdict Judged(decimal ceiling, DateOnly today) => Trial(ceiling, today).Verdict;

    /// <summary>German falls by exactly 30 points, and English makes up for it overall.</summary>
    private static Trial Trial(decimal ceiling, DateOnly today) => new Trial { Repeatable = true, Waivers = [Of(ceiling)], Today = today }
        .With("de", bothPass: 60, losses: 30, bothFail: 10).With("en", bothPass: 100, gains: 40, bothFail: 10);

    private static Waiver Of(decimal ceiling) => new()
    {
        Metric = "correct",
        Pairs = [new("language", "de")],
        Ceiling = new(ceiling, false),
        Reason = "the policy moved",
        Expires = LastDay,
        Place = new("evals/waivers.yaml", 4, 3),
    };
}
