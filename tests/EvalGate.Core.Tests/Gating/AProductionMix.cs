using EvalGate.Core.Tests.Gating.Samples;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class AProductionMix
{
    /// <summary>A third of the cases is German; nine tenths of the traffic is.</summary>
    private static readonly ProductionMix Mix = new("language", new Dictionary<string, decimal> { ["de"] = 0.9m, ["en"] = 0.1m }, default);

    private static readonly Trial Trial = new Trial { Rules = [ARule.MaxDrop("correct", 0.05m, 0.30m)], Repeatable = true, Mix = Mix }
        .With("de", bothPass: 80, losses: 12, bothFail: 8).With("en", bothPass: 170, gains: 20, bothFail: 10);

    [Fact]
    public static void FeelsWhatTheAverageOfTheCasesHides()
    {
        var verdict = Trial.Verdict;

        var plain = verdict.Comparisons.Single(c => c.Slice.IsOverall && c.Weighting is null);
        var mixed = verdict.Comparisons.Single(c => c.Weighting is not null);
        Assert.Equal((0.026667, -0.098), (Math.Round(plain.Difference!.Value, 6), Math.Round(mixed.Difference!.Value, 6)));
        Assert.NotEqual(Verdict.Regressed, plain.Verdict);
        Assert.Equal((Verdict.Regressed, true), (mixed.Verdict, mixed.Blocks));
        Assert.Contains(verdict.Findings, f => f.Message.StartsWith("overall: correct, weighted by language as in production, fell 9.8 pp", StringComparison.Ordinal));
    }

    [Fact]
    public static void FeelsWhatGroupsLostAsWell()
    {
        // Ten German conversations of four cases, of which five fell silent; English ones stay.
        var grouped = Enumerable.Range(0, 80).Aggregate(
            new Trial { Rules = [ARule.MaxDrop("correct", 0.05m, 0.90m)], Mix = Mix, Repeatable = true },
            (t, i) => t.With(i < 40 ? "de" : "en", [1], [i < 20 ? 0 : 1], $"conversation-{i / 4}"));

        var mixed = grouped.Verdict.Comparisons.Single(c => c.Weighting is not null);

        Assert.Equal((Verdict.Regressed, true), (mixed.Verdict, mixed.Blocks));
        Assert.Equal((-0.45, 1 / 32.0), (Math.Round(mixed.Difference!.Value, 12), mixed.PValue));
    }

    [Fact]
    public static void IsTestedByItsStandardErrorAboveTwentyThousandDifferingCases()
    {
        var grade = AMetric.Score("grade");
        (int Cell, int Gain)[] rows = [.. Enumerable.Range(0, 20_001).Select(i => (i % 3 == 0 ? 0 : 1, (i % 7) - 3 is not 0 and var gain ? gain : -2))];
        var mixed = Judged(rows).Single(c => c.Weighting is not null);

        var change = PostStratifiedMean.Of([.. new[] { (0, 0.9), (1, 0.1) }.Select(s => new Stratum(s.Item2, Moments.Of([.. rows.Where(r => r.Cell == s.Item1).Select(r => r.Gain / 100.0)])))]);
        Assert.Equal("post-stratified t", mixed.Method);
        Assert.Equal(change.Estimate.PValueBelow(0), mixed.PValue!.Value, 1e-9);
        Assert.Equal("weighted sign flips", Judged(rows[1..]).Single(c => c.Weighting is not null).Method);

        IReadOnlyList<Comparison> Judged((int, int)[] of) => Judge.Compare(new()
        {
            Name = "compare",
            Metrics = [grade],
            Gate = (Trial with { Rules = [ARule.MaxDrop("grade", 0.05m)] }).Suite.Gate!,
            Table = ATable.Of(grade, [[Slice.Overall, new([new("language", "de")])], [Slice.Overall, new([new("language", "en")])]], of),
            Mix = Mix,
        }).Comparisons;
    }

    [Theory]
    [InlineData(0.10, Verdict.Clear)]
    [InlineData(0.0999999, Verdict.Regressed)]
    public static void AllowsExactlyItsTolerance(double tolerance, Verdict expected)
    {
        // One of ten in either language: 0.9 · 0.1 + 0.1 · 0.1, which is not 0.1 in binary.
        var rule = ARule.MaxDrop("correct", (decimal)tolerance, 0.9m) with { Decide = Decision.Estimate };
        var trial = new Trial { Mix = Mix, Rules = [rule] }.With("de", bothPass: 9, losses: 1).With("en", bothPass: 9, losses: 1);

        Assert.Equal(expected, trial.Verdict.Comparisons.Single(c => c.Weighting is not null).Verdict);
    }

    [Fact]
    public static void HasNoStandardErrorWhereAnyLanguageHasGroups()
    {
        var trial = Enumerable.Range(0, 40).Aggregate(new Trial { Mix = Mix }, (t, i) => t.With(i < 20 ? "de" : "en", [1], [i % 10 == 0 ? 0 : 1], i < 20 ? $"g{i / 2}" : null));

        Assert.Null(trial.Verdict.Comparisons.Single(c => c.Weighting is not null).Interval);
        Assert.NotNull((trial with { Cases = [.. trial.Cases.Select(c => c with { Case = c.Case with { Group = null } })] }).Verdict.Comparisons.Single(c => c.Weighting is not null).Interval);
    }

    [Fact]
    public static void WeighsACaseOfTwoLanguagesInBoth()
    {
        // What fell weighs more than what rose: of the four ways to flip them, two are as bad.
        var trial = With(With(new Trial { Mix = Mix, Rules = [ARule.MaxDrop("correct", 0.05m)] }, 1, 0, ("language", "de"), ("language", "en")), 0, 1, ("language", "de"));

        Assert.Equal(0.5, trial.Verdict.Comparisons.Single(c => c.Weighting is not null).PValue);

        static Trial With(Trial trial, double before, double now, params (string, string)[] slices) => trial.With(
            ACase.Of($"c-{trial.Cases.Count}", slices), new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [before] }, [new Dictionary<string, double?> { ["correct"] = now }]);
    }

    [Fact]
    public static void HasNothingToWeighWhereAMetricAppliesToNoCase()
    {
        var trial = Enumerable.Range(0, 20).Aggregate(
            new Trial { Metrics = [AMetric.PassFail("correct"), AMetric.Score("grade")], Rules = [ARule.MaxDrop("correct", 0.05m), ARule.MaxDrop("grade", 0.05m)], Mix = Mix },
            (t, i) => t.With(
                ACase.Of($"c-{i}", ("language", i < 10 ? "de" : "en")),
                new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1], ["grade"] = [] },
                [new Dictionary<string, double?> { ["correct"] = 1, ["grade"] = null }]));

        Assert.Equal("correct", Assert.Single(trial.Verdict.Comparisons, c => c.Weighting is not null).Metric.Name);
    }

    [Theory]
    [InlineData(0.1073, false)]
    [InlineData(0.1074, true)]
    public static void IsWaivedUpToAShareOfWhatProductionHad(double share, bool isWaived)
    {
        // 9.8 points of 0.9 · 92 % + 0.1 · 85 % = 91.3 % are 10.734 %.
        var waiver = new Waiver { Metric = "correct", Pairs = [], Ceiling = new((decimal)share, true), Reason = "the policy moved", Expires = Trial.Today, Place = default };

        var mixed = (Trial with { Waivers = [waiver] }).Verdict.Comparisons.Single(c => c.Weighting is not null);

        Assert.Equal((Verdict.Regressed, isWaived, !isWaived), (mixed.Verdict, mixed.IsWaived, mixed.Blocks));
    }

    [Fact]
    public static void RestsOnFewerEffectiveCases()
    {
        var mixed = Trial.Verdict.Comparisons.Single(c => c.Weighting is not null);

        // Kish: 1 / (0.9²/100 + 0.1²/200).
        Assert.Equal(1 / (0.0081 + 0.00005), mixed.Weighting!.EffectiveCases, 9);
        Assert.Equal(-0.0980, (mixed.Interval!.Value.Lower + mixed.Interval.Value.Upper) / 2, 4);
    }

    [Fact]
    public static void SaysTheSameAsOverallWhenCasesAreLikeProduction()
    {
        var alike = Trial with { Mix = Mix with { Shares = new Dictionary<string, decimal> { ["de"] = 1 / 3m, ["en"] = 2 / 3m } } };
        var overall = alike.Verdict.Comparisons.Where(c => c.Slice.IsOverall).ToArray();

        Assert.Equal(overall[0].Difference!.Value, overall[1].Difference!.Value, 12);
        Assert.Equal(300, overall[1].Weighting!.EffectiveCases, 6);
    }

    [Fact]
    public static void IsNotJudgedWithoutCasesForAStratum()
    {
        var lacking = Trial with { Mix = Mix with { Shares = new Dictionary<string, decimal> { ["de"] = 0.5m, ["it"] = 0.5m } } };

        var mixed = lacking.Verdict.Comparisons.Single(c => c.Weighting is not null);
        Assert.Equal((Verdict.NotJudged, true), (mixed.Verdict, mixed.Blocks));
        Assert.Equal("no case stands for language=it, which 'weights' says production has", mixed.Reason);
    }

    [Fact]
    public static void TakesAFifthOfTheLevel()
    {
        var alone = (Trial with { Mix = null }).Verdict.Comparisons.Single(c => c.Slice.ToString() == "language=de");

        Assert.Equal(alone.AdjustedPValue!.Value * 1.25, Trial.Verdict.Comparisons.Single(c => c.Slice == alone.Slice).AdjustedPValue!.Value, 12);
        Assert.Equal(Trial.Verdict.Comparisons[^1].PValue!.Value * 5, Trial.Verdict.Comparisons[^1].AdjustedPValue!.Value, 12);
    }

    [Fact]
    public static void SaysWhenItIsRedByThePlainFigureAlone()
    {
        // 1 of 20 Germans lost: 4.5 points in production's eyes, and no proof of anything.
        var hasty = new Trial { Rules = [ARule.MaxDrop("correct", 0.02m, 0.9m) with { Decide = Decision.Estimate }], Mix = Mix }
            .With("de", bothPass: 19, losses: 1).With("en", bothPass: 80);

        var mixed = hasty.Verdict.Comparisons.Single(c => c.Weighting is not null);

        Assert.Equal((Verdict.Regressed, 0.5, "by the plain figure (decide: estimate); chance alone could do this"), (mixed.Verdict, mixed.PValue, mixed.Reason));
        Assert.All(Trial.Verdict.Comparisons, c => Assert.Null(c.Reason));
    }

    [Fact]
    public static void SaysWhatItCannotReweight()
    {
        Metric correct = AMetric.PassFail("correct"), cost = AMetric.Cost("cost") with { Quantile = 0.95m }, solved = AMetric.Ratio("per_solved", "cost", "correct");
        var trial = Enumerable.Range(0, 60).Aggregate(
            new Trial { Metrics = [correct, cost, solved], Rules = [ARule.MaxDrop("correct", 0.05m), ARule.MaxRise("cost", 0.1m), ARule.MaxRise("per_solved", 0.1m)], Mix = Mix },
            (t, i) => t.With(
                ACase.Of($"c-{i:00}", ("language", i % 2 == 0 ? "de" : "en")),
                new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1], ["cost"] = [0.01 + (i * 0.001)] },
                [new Dictionary<string, double?> { ["correct"] = i % 9 == 0 ? 0 : 1, ["cost"] = 0.01 + (i * 0.001) }]));

        var verdict = trial.Verdict;

        Assert.Equal(["correct"], verdict.Comparisons.Where(c => c.Weighting is not null).Select(c => c.Metric.Name));
        Assert.Equal(
            [
                "cost p95 is not judged in the mix of production (weights: language): a quantile is no weighted sum of those of slices. Its rules count every case once.",
                "per_solved is not judged in the mix of production (weights: language): a ratio is no weighted sum of those of slices. Its rules count every case once.",
            ],
            Unmixed(verdict));
        Assert.Empty(Unmixed((trial with { Mix = null }).Verdict));
        Assert.Empty(Unmixed((trial with { Rules = [ARule.Level("cost", 0.2m)] }).Verdict));
    }

    private static IEnumerable<string> Unmixed(SuiteVerdict verdict) => verdict.Findings.Where(f => f is { Code: DiagnosticCodes.NotReweighted, Severity: Severity.Note }).Select(f => f.Message);
}
