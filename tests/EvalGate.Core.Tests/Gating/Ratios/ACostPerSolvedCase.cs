using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Ratios;

public static class ACostPerSolvedCase
{
    private static readonly Metric Solved = AMetric.Ratio("per_solved", "cost", "correct");

    private static readonly Trial Empty = new()
    {
        Metrics = [AMetric.PassFail("correct"), AMetric.Cost("cost"), Solved],
        Rules = [ARule.MaxRise("per_solved", 0.10m)],
    };

    [Fact]
    public static void IsAllCostsOverAllSolvedCases()
    {
        var change = Assert.Single(Cases(400, i => (0.02, i % 2), i => (0.02, i % 4 < 2 ? i % 2 : 0)).Verdict.Comparisons);

        Assert.Equal((0.04, 0.08), (Math.Round(change.Baseline!.Value, 12), Math.Round(change.Candidate!.Value, 12)));
        Assert.Equal((0.04, 0.004), (Math.Round(change.Difference!.Value, 12), Math.Round(change.Tolerance!.Value, 12)));
        Assert.Equal((Verdict.Regressed, true, 100), (change.Verdict, change.Blocks, change.Losses));
        Assert.InRange(0.04, change.Interval!.Value.Lower, change.Interval.Value.Upper);
    }

    [Fact]
    public static void RisesWithTheCostAlone() => Assert.Equal(
        (Verdict.Regressed, Verdict.Clear),
        (Cases(200, i => (0.02 + (i % 7 * 0.001), 1), i => (0.024 + (i % 5 * 0.001), 1)).Verdict.Verdict, Cases(200, i => (0.02 + (i % 7 * 0.001), 1), i => (0.0205 + (i % 5 * 0.001), 1)).Verdict.Verdict));

    [Fact]
    public static void MayCostMoreWhereMoreIsSolved()
    {
        var verdict = Cases(200, i => (0.02, i % 2), i => (0.03, 1)).Verdict;

        Assert.Equal((Verdict.Clear, -0.01), (verdict.Verdict, Math.Round(verdict.Comparisons[0].Difference!.Value, 12)));
    }

    [Fact]
    public static void IsTestedByExchangingTheArmsOfEveryCase()
    {
        (double Cost, double Solved)[] before = [(3, 1), (1, 0), (4, 1), (1, 1), (5, 0), (9, 1), (2, 1), (6, 1)];
        (double Cost, double Solved)[] now = [(5, 1), (2, 0), (4, 0), (3, 1), (8, 0), (9, 1), (4, 1), (7, 0)];

        var change = Cases(8, i => before[i], i => now[i]).Verdict.Comparisons[0];

        // All 2⁸ exchanges, the ratio of both arms together staying as it is.
        var pooled = before.Concat(now).Sum(c => c.Cost) / before.Concat(now).Sum(c => c.Solved);
        double Excess(int exchanged) => Enumerable.Range(0, 8).Sum(i =>
            ((exchanged >> i & 1) == 0 ? 1 : -1) * (now[i].Cost - before[i].Cost - (pooled * (now[i].Solved - before[i].Solved))));
        var asBad = Enumerable.Range(0, 256).Count(exchanged => Excess(exchanged) >= Excess(0) - 1e-9);
        Assert.Equal(asBad / 256.0, change.PValue!.Value, 1e-12);
        Assert.Equal("linearised, Westfall–Young, exact", change.Method);
    }

    [Fact]
    public static void IsTestedByItsLinearDifferencesAboveTwentyThousandCases()
    {
        RatioCase[] cases = [.. Enumerable.Range(0, 20_001).Select(i => new RatioCase(4, 1, (i % 2 == 0 ? 5 : 3) + (i % 100 == 0 ? 1 : 0), i % 1000 == 0 ? 0 : 1))];
        ScoreColumn Column(Func<RatioCase, double> figure, long scale) => ScoreColumn.Single([.. cases.Select(c => (long)figure(c) * scale)]);
        var table = new PairedTable
        {
            Ids = [.. cases.Select((_, i) => $"c{i}")],
            Cells = [[Slice.Overall]],
            CellOfRow = [.. new int[cases.Length]],
            Scores = new Dictionary<string, PairedScores>
            {
                ["correct"] = new(Column(c => c.BaselineDenominator, 1), Column(c => c.CandidateDenominator, 1), new HashSet<int>()),
                ["cost"] = new(Column(c => c.BaselineNumerator, -1_000_000_000), Column(c => c.CandidateNumerator, -1_000_000_000), new HashSet<int>()),
            },
            BaselineCases = cases.Length,
            BaselineCasesBySlice = new Dictionary<Slice, int>(),
        };
        var both = Empty with { Rules = [.. Empty.Rules, ARule.MaxDrop("correct", 0.02m)], FalseAlarms = 0.2 };

        var change = Judge.Compare(new() { Name = "compare", Metrics = both.Metrics, Gate = both.Suite.Gate!, Table = table }).Comparisons.Single(c => c.Metric == Solved);

        // A cost weighs a quarter of a quality: it has a fifth of the level.
        var p = HallT.PValueAbove(Moments.Of([.. RatioChange.Of(cases).Differences]), 0);
        Assert.Equal("linearised, Tarone–Holm (too many differing cases for replicates)", change.Method);
        Assert.InRange(p, 0.001, 0.1);
        Assert.Equal(p, change.PValue!.Value, 1e-9);
        Assert.Equal(5 * p, change.AdjustedPValue!.Value, 1e-8);
    }

    [Theory]
    [InlineData(1, 0, "'correct' adds up to 0 in the candidate, so there is nothing to divide by")]
    [InlineData(0, 1, "'correct' adds up to 0 in the baseline, so there is nothing to divide by")]
    public static void IsNotJudgedWithNothingToDivideBy(double before, double now, string reason)
    {
        var verdict = Cases(50, _ => (1, before), _ => (1, now)).Verdict;

        Assert.Equal((Verdict.NotJudged, true, reason), (verdict.Verdict, verdict.Blocks, verdict.Comparisons[0].Reason));
    }

    [Fact]
    public static void HasNoIntervalWhereTheSumBelowIsUncertain()
    {
        var change = Cases(30, i => (1, i == 0 ? 1 : 0), i => (1, i == 1 ? 1 : 0)).Verdict.Comparisons[0];

        Assert.Equal((30.0, 30.0, null, Verdict.Clear), (change.Baseline, change.Candidate, change.Interval, change.Verdict));
    }

    [Fact]
    public static void IsHeldAgainstALevelAsOtherMetricsAre()
    {
        Verdict Of(double before, double now) => (Cases(100, i => (before + (i % 3 * 0.001), 1), i => (now + (i % 5 * 0.001), 1)) with { Rules = [ARule.Level("per_solved", 0.03m)] }).Verdict.Verdict;

        Assert.Equal((Verdict.Clear, Verdict.Regressed, Verdict.Clear), (Of(0.02, 0.025), Of(0.02, 0.04), Of(0.04, 0.03)));
    }

    [Fact]
    public static void FlipsGroupsAsAWhole()
    {
        var alone = Cases(60, i => (1, 1), i => (i < 20 ? 2 : 1, 1));
        var grouped = alone with { Cases = [.. alone.Cases.Select((c, i) => c with { Case = c.Case with { Group = i < 20 ? "one" : $"g{i}" } })] };

        Assert.Equal((Verdict.Regressed, 0.5), (alone.Verdict.Verdict, grouped.Verdict.Comparisons[0].PValue));
        Assert.Equal(41, grouped.Verdict.Comparisons[0].Groups);
    }

    [Fact]
    public static void NeedsBothMetricsOnBothSides()
    {
        var unpriced = Enumerable.Range(0, 60).Aggregate(Empty, (t, i) => t.With(
            ACase.Of($"en-{i:000}", ("language", "en")),
            new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1], ["cost"] = [1] },
            [new Dictionary<string, double?> { ["correct"] = 1, ["cost"] = i < 10 ? null : 1 }]));

        Assert.Equal("the metric applies on one side only for 10 of 60 cases", unpriced.Verdict.Comparisons[0].Reason);
    }

    [Theory]
    [InlineData(2, "")]
    [InlineData(3, "only 7 of the baseline's 10 cases can be compared (80 % needed): accept a run")]
    public static void NeedsBothMetricsMeasured(int errors, string reason)
    {
        // Where the scorer of the cost broke down, the other metric was measured all the same.
        var trial = Enumerable.Range(0, errors).Aggregate(Cases(10, _ => (1, 1), _ => (1, 1)) with { MaxErrors = new(5, null) }, (t, i) => t.But(t.Cases[i].Case.Id, c => c with
        {
            Records = [.. c.Records.Select(r => r with { Scores = new Dictionary<string, double?> { ["correct"] = 1 }, Errors = [new(ErrorKind.Scorer, "no price")] })],
        }));

        Assert.Equal(reason, trial.Verdict.Comparisons[0].Reason ?? "");
    }

    [Theory]
    [InlineData(true, true, 1.25)]
    [InlineData(true, false, 1.25)]
    [InlineData(false, true, 1.25)]
    [InlineData(false, false, 1)]
    public static void TakesItsShareOfTheLevelWhereEitherPartDiffers(bool dearer, bool worse, double times)
    {
        var trial = Enumerable.Range(0, 40).Aggregate(
            Empty with { Metrics = [.. Empty.Metrics, AMetric.PassFail("polite")], Rules = [ARule.MaxDrop("polite", 0.02m)] },
            (t, i) => t.With(
                ACase.Of($"en-{i:000}", ("language", "en")),
                new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1], ["cost"] = [1], ["polite"] = [1] },
                [new Dictionary<string, double?> { ["correct"] = worse && i == 7 ? 0 : 1, ["cost"] = dearer && i == 8 ? 2 : 1, ["polite"] = i < 6 ? 0 : 1 }]));

        var alone = trial.Verdict.Comparisons[0].AdjustedPValue!.Value;
        var beside = (trial with { Rules = [.. trial.Rules, .. Empty.Rules] }).Verdict.Comparisons.First(c => c.Metric.Name == "polite").AdjustedPValue!.Value;

        // A resource weighs a quarter of a quality.
        Assert.Equal(times * alone, beside, 12);
    }

    [Fact]
    public static void IsUnknownToABaselineThatKnowsOnePartOnly()
    {
        var trial = Cases(20, _ => (1, 1), _ => (1, 1));
        var header = trial.Baseline.Header;
        var old = trial.Baseline with { Header = header with { Metrics = header.Metrics.Where(m => m.Key != "cost").ToDictionary() } };

        Assert.Equal("the baseline has no scores of this metric: accept a run", Judge.Decide(trial.Input with { Baseline = old }).Comparisons[0].Reason);
    }

    [Fact]
    public static void IsMadeOfTheScoresThatAreAccepted()
    {
        var trial = Cases(20, _ => (1, 1), _ => (2, 1));
        var accepted = (Accepted)Acceptance.Of(new() { Suite = trial.Suite, Cases = trial.AllCases, Runs = [trial.Run], Components = new Dictionary<string, string>(), AcceptedBy = "test" });

        Assert.Equal(["correct", "cost"], accepted.Baseline.Header.Metrics.Keys.Order());
        Assert.Equal((2.0, 2.0), (Judge.Decide(trial.Input with { Baseline = accepted.Baseline }).Comparisons[0].Baseline, Judge.Decide(trial.Input with { Baseline = accepted.Baseline }).Comparisons[0].Candidate));
    }

    [Fact]
    public static void IsNotBlamedForALevelThatItKeeps()
    {
        // Beyond the level before and after, and not any worse.
        var same = Assert.Single((Cases(100, i => (0.05 + (i % 3 * 0.001), 1), i => (0.05 + (i % 3 * 0.001), 1)) with { Rules = [ARule.Level("per_solved", 0.03m) with { Decide = Decision.Evidence }] }).Verdict.Comparisons);

        Assert.Equal((Verdict.Clear, "the baseline is already beyond this level"), (same.Verdict, same.Reason));
    }

    [Fact]
    public static void IsBlamedForALevelByThePlainFigureWhateverItWas() => Assert.Equal(
        Verdict.Regressed,
        (Cases(100, i => (0.05 + (i % 3 * 0.001), 1), i => (0.04 + (i % 3 * 0.001), 1)) with { Rules = [ARule.Level("per_solved", 0.03m) with { Decide = Decision.Estimate }] }).Verdict.Verdict);

    [Fact]
    public static void IsTestedAsFinelyBesideCasesThatAddNothing()
    {
        // Nothing solved for nothing: no score to take the size of a step from.
        var change = Cases(11, i => i == 0 ? (0, 0) : (0.01, 1), i => i == 0 ? (0, 0) : (0.02, 1)).Verdict.Comparisons[0];

        Assert.Equal(Math.Pow(2, -10), change.PValue);
    }

    [Fact]
    public static void IsShownWithoutABaselineToo() => Assert.Equal(
        [("correct", "no rule"), ("cost", "no rule"), ("per_solved", null)],
        Judge.Decide(Cases(20, _ => (1, 1), _ => (1, 1)).Input with { Baseline = null }).Levels.Select(l => (l.Metric.Name, l.Note)));

    [Fact]
    public static void IsShownWithoutARuleToo()
    {
        var trial = Cases(20, _ => (1, 1), i => (2, i % 2)) with { Rules = [ARule.MaxDrop("correct", 0.02m)] };

        var level = trial.Verdict.Levels.Single(l => l.Metric == Solved);
        Assert.Equal((20, 4.0, 1.0, "no rule"), (level.Cases, level.Value, level.Baseline, level.Note));
        Assert.DoesNotContain((Cases(20, _ => (1, 1), i => (2, 0)) with { Rules = trial.Rules }).Verdict.Levels, l => l.Metric == Solved);
    }

    [Fact]
    public static void CountsItsRepetitionsOnce()
    {
        var once = Cases(40, i => (i % 3, 1), i => (i % 4, i % 5 == 0 ? 0 : 1)).Verdict.Comparisons[0];
        var thrice = Enumerable.Range(0, 40).Aggregate(Empty with { Repetitions = 3 }, (t, i) => t.With(
            ACase.Of($"en-{i:000}", ("language", "en")),
            new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1, 1, 1], ["cost"] = [i % 3, i % 3, i % 3] },
            [.. Enumerable.Repeat(new Dictionary<string, double?> { ["correct"] = i % 5 == 0 ? 0 : 1, ["cost"] = i % 4 }, 3)])).Verdict.Comparisons[0];

        Assert.Equal((once.Baseline, once.Candidate, once.PValue), (thrice.Baseline, thrice.Candidate, thrice.PValue));
    }

    [Fact]
    public static void AveragesRepetitionsBeforeItSaysWhoMoved()
    {
        // Twice 2 is as much as 1 and 3; only the first case became dearer.
        var change = Repeated(i => ([1, 3], [1, 1]), i => (i == 0 ? [2, 4] : [2, 2], [1, 1]));

        Assert.Equal((0, 1, "en-000"), (change.Gains, change.Losses, Assert.Single(change.LosingCases)));
        Assert.Equal((2, 2.05), (change.Baseline, change.Candidate));
    }

    [Fact]
    public static void AveragesWhereOnePartHasFewerResults()
    {
        var change = Repeated(i => ([1, 3], [1]), i => ([1, 5], [1]));

        Assert.Equal((2, 3), (change.Baseline, change.Candidate));
    }

    [Theory]
    [InlineData(1.15, true)]
    [InlineData(1.40, false)]
    public static void IsTradedWithinItsPriceOnly(double factor, bool isTraded)
    {
        var trial = Cases(200, i => (0.02, 1), i => (0.02 * factor, 1)) with
        {
            Metrics = [.. Empty.Metrics, AMetric.PassFail("polite")],
            Rules = [ARule.MaxRise("per_solved", 0.10m), ARule.MaxDrop("polite", 0.02m)],
            Deal = new(new Dictionary<string, Tolerance> { ["per_solved"] = new(0.20m, true) }, "polite", new(0.02m, false), default),
        };
        trial = trial with { Cases = [.. trial.Cases.Select((c, i) => Also(c, "polite", i < 40 ? 0 : 1, 1))] };

        Assert.Equal((isTraded, !isTraded), trial.Verdict.Comparisons.Where(c => c.Metric.Name == "per_solved").Select(c => (c.IsTraded, c.Blocks)).Single());
    }

    private static TrialCase Also(TrialCase c, string metric, double before, double now) => c with
    {
        Baseline = new Dictionary<string, IReadOnlyList<double>>(c.Baseline) { [metric] = [before] },
        Records = [.. c.Records.Select(r => r with { Scores = new Dictionary<string, double?>(r.Scores) { [metric] = now } })],
    };

    private static Comparison Repeated(Func<int, (double[] Cost, double[] Solved)> before, Func<int, (double[] Cost, double[] Solved)> now) => Enumerable.Range(0, 20).Aggregate(Empty with { Repetitions = 2 }, (t, i) => t.With(
        ACase.Of($"en-{i:000}", ("language", "en")),
        new Dictionary<string, IReadOnlyList<double>> { ["correct"] = before(i).Solved, ["cost"] = before(i).Cost },
        [.. now(i).Cost.Select((cost, k) => new Dictionary<string, double?> { ["correct"] = k < now(i).Solved.Length ? now(i).Solved[k] : null, ["cost"] = cost })])).Verdict.Comparisons[0];

    private static Trial Cases(int count, Func<int, (double Cost, double Solved)> before, Func<int, (double Cost, double Solved)> now) => Enumerable.Range(0, count).Aggregate(Empty, (t, i) => t.With(
        ACase.Of($"en-{i:000}", ("language", "en")),
        new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [before(i).Solved], ["cost"] = [before(i).Cost] },
        [new Dictionary<string, double?> { ["correct"] = now(i).Solved, ["cost"] = now(i).Cost }]));
}
