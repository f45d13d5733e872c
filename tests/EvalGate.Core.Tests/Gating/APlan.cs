using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class APlan
{
    // 4 of 100 German and 2 of 100 English cases came out both ways in the two runs of the baseline.
    private static readonly Trial Pooled = Cases(100, "de", flipping: 4).Aggregate(Cases(100, "en", flipping: 2).Aggregate(new Trial(), Add), Add);

    [Fact]
    public static void MeasuresNoiseBetweenTheRunsOfABaseline()
    {
        var plan = Planner.Plan(Input(Pooled, runs: []));

        Assert.Equal(NoiseSource.Unchanged, plan.Noise);
        var slices = plan.Slices.ToDictionary(s => s.Slice.ToString());

        // (6 + 20 · 7/202) / 220 where the suite's rate is 7/202; a slice of 100 is drawn to it by 20.
        Assert.Equal((6 + (20 * 7 / 202.0)) / 220, slices["overall"].FlipRate!.Value, 12);
        Assert.Equal((4 + (20 * 7 / 202.0)) / 120, slices["language=de"].FlipRate!.Value, 12);
        Assert.True(slices["language=de"].FlipRate > slices["language=en"].FlipRate);
    }

    [Fact]
    public static void CountsADifferenceOfTwoResultsAgainstOneAsOneAndAHalf()
    {
        var slice = Overall(Planner.Plan(Input(Pooled, runs: [])));

        // The next run of one result a case is compared with means of two: variance of one result times 1/2 + 1/1.
        Assert.Equal(Math.Sqrt((3 + (20 * 3.5 / 202)) / 220 * 1.5), slice.Deviation!.Value, 12);
    }

    [Fact]
    public static void SaysWhatTheGateWouldSayOfPairsThatFlipAsOften()
    {
        var slice = Overall(Planner.Plan(Input(Pooled, runs: [])));

        // Three slices share the 5 %; a pair flips as often as its change varies.
        var plan = new PassFailPlan(200, slice.Deviation!.Value * slice.Deviation.Value, 0.02, 0.05 / 3);
        Assert.Equal(Planning.SmallestDetectableDrop(plan)!.Value, slice.SmallestDetectable!.Value, 1e-9);
        Assert.Equal((Planning.CasesForHeld(plan) - 200, Planning.CasesToCatch(plan)), (slice.CasesNeeded, slice.CasesToCatch));
        Assert.Equal(Planning.SmallestHeldMargin(plan)!.Value, slice.Margin!.Value, 1e-9);
    }

    [Fact]
    public static void IsOfTheCasesThatWouldRun()
    {
        var trial = new Trial().With("de", bothPass: 20).With(ACase.Of("new", ("language", "de")), new Dictionary<string, IReadOnlyList<double>>(), []);
        var retired = trial.But("de-000", c => c with { Case = c.Case with { Status = CaseStatus.Retired } }).But("de-001", c => c with { Case = c.Case with { Status = CaseStatus.Retired } });

        Assert.Equal((21, 1, 20), (Planner.Plan(Input(trial, [])).Cases, Planner.Plan(Input(trial, [])).NewCases, Overall(Planner.Plan(Input(trial, []))).Cases));
        Assert.Equal((19, 1, 18), (Planner.Plan(Input(retired, [])).Cases, Planner.Plan(Input(retired, [])).NewCases, Overall(Planner.Plan(Input(retired, []))).Cases));
    }

    [Fact]
    public static void TakesNoOtherCandidateForTheNewest()
    {
        var trial = new Trial().With("de", bothPass: 60).With("en", bothPass: 60);
        var same = Earlier(trial, flip: 3);

        // Another commit with the same stack, and the same commit with another stack, are other systems.
        Assert.Equal(NoiseSource.Unchanged, Noise(same));
        Assert.Equal(NoiseSource.Unknown, Noise(same with { Header = same.Header with { Commit = "other" } }));
        Assert.Equal(NoiseSource.Unknown, Noise(same with { End = same.End! with { Stack = new Dictionary<string, string> { ["prompt"] = "cccc" } } }));

        Assert.Equal(NoiseSource.Unknown, Planner.Plan(Input(trial, [With("cccc", trial.Run), With("dddd", same)], baseline: false)).Noise);
        Assert.Equal(NoiseSource.Unchanged, Planner.Plan(Input(trial, [With("cccc", trial.Run), With("cccc", same)], baseline: false)).Noise);

        static Run With(string model, Run run) => run with { End = run.End! with { Stack = new Dictionary<string, string> { ["prompt"] = "bbbb", ["model"] = model } } };

        NoiseSource Noise(Run earlier) => Planner.Plan(Input(trial, [trial.Run, earlier], baseline: false)).Noise;
    }

    [Fact]
    public static void MeasuresNoiseBetweenRunsOfOneCandidate()
    {
        var trial = new Trial().With("de", bothPass: 57, losses: 3).With("en", bothPass: 60);

        var plan = Planner.Plan(Input(trial, [trial.Run, Earlier(trial, flip: 3)], baseline: false));

        Assert.Equal(NoiseSource.Unchanged, plan.Noise);
        Assert.False(plan.HasBaseline);
        Assert.Equal(3 / 120.0, ShrinkageUndone(Overall(plan), results: 120), 12);
    }

    [Fact]
    public static void MeasuresNoiseBetweenTheBaselineAndARunOfTheSameCandidate()
    {
        var trial = new Trial().With("de", bothPass: 57, losses: 2, gains: 1).With("en", bothPass: 60);
        var same = trial.Run with { Header = trial.Run.Header with { Commit = trial.Baseline.Header.Commit }, End = trial.Run.End! with { Stack = trial.Baseline.Header.Stack } };

        Assert.Equal(NoiseSource.Unchanged, Planner.Plan(Input(trial, [same])).Noise);
        Assert.Equal(NoiseSource.Changed, Planner.Plan(Input(trial, [trial.Run])).Noise);
        Assert.All([same, trial.Run], run => Assert.Equal(3 / 120.0, ShrinkageUndone(Overall(Planner.Plan(Input(trial, [run]))), results: 120), 12));
    }

    [Fact]
    public static void KnowsNoNoiseFromOneResultACase()
    {
        var trial = new Trial().With("de", bothPass: 60).With("en", bothPass: 3);

        var plan = Planner.Plan(Input(trial, []));

        Assert.Equal(NoiseSource.Unknown, plan.Noise);
        Assert.All(plan.Slices, s => Assert.True(s is { FlipRate: null, Deviation: null, SmallestDetectable: null, CasesNeeded: null, CasesToCatch: null, Margin: null }));
        Assert.Equal(["language=en"], plan.Slices.Where(s => s.IsBlind).Select(s => s.Slice.ToString()));
        Assert.Equal((149, 59), (plan.Slices[0].LeastCases, plan.Slices[1].LeastCases));
        Assert.True(plan.Slices[0].IsTooSmall);
        Assert.False(plan.Slices[1].IsTooSmall);
    }

    [Fact]
    public static void HasNothingToSayWithoutResults()
    {
        var trial = new Trial().With("de", bothPass: 10);

        Assert.Empty(Planner.Plan(Input(trial, [], baseline: false)).Slices);
        Assert.Empty(Planner.Plan(Input(trial, [trial.Run with { End = null }], baseline: false)).Slices);
        Assert.Empty(Planner.Plan(Input(trial, [trial.Run with { Header = trial.Run.Header with { DatasetHash = "other" } }], baseline: false)).Slices);
    }

    [Fact]
    public static void CountsGroupsAsOne()
    {
        // Ten conversations of four cases that flip together are ten observations of noise, not forty.
        var trial = Enumerable.Range(0, 40).Aggregate(new Trial(), (t, i) => t.With("de", i / 4 == 0 ? [1, 0] : [1, 1], [1], $"conversation-{i / 4}"));

        var slice = Overall(Planner.Plan(Input(trial, [])));

        Assert.Equal((40, 10, 10), (slice.Cases, slice.Groups, slice.Independent));
        Assert.Equal(Math.Sqrt((0.5 + (20 * 1.0 / 12)) / 30 * 1.5), slice.Deviation!.Value, 12);
    }

    [Fact]
    public static void AsksForMoreCasesOnlyWhereTheyAreMissing()
    {
        var plan = Planner.Plan(Input(Pooled with { Rules = [ARule.MaxDrop("correct", 0.30m)] }, []));

        Assert.All(plan.Slices, s => Assert.Equal(0, s.CasesNeeded));
        Assert.Equal(0, plan.CasesNeeded);
        Assert.All(Planner.Plan(Input(Pooled, [])).Slices, s => Assert.True(s.CasesNeeded > 0 == s.Margin > s.Tolerance, s.ToString()));
    }

    [Fact]
    public static void SumsCasesOverTheValuesOfAnAttributeAndPricesThem()
    {
        var plan = Planner.Plan(Input(Pooled with { Rules = [ARule.MaxDrop("correct", 0.30m, 0.01m)] }, [Priced(Pooled)]));

        Assert.Equal(plan.Slices.Where(s => !s.Slice.IsOverall).Sum(s => s.CasesNeeded), plan.CasesNeeded);
        Assert.Equal(0.004, plan.CostOfResult!.Value, 12);
        Assert.Equal(0.4, plan.CostOf(100)!.Value, 12);
        Assert.Null(Planner.Plan(Input(Pooled, [])).CostOf(100));
    }

    [Fact]
    public static void DoesNotTakeTheAbsenceOfNoiseForProofOfItsAbsence()
    {
        var plan = Planner.Plan(Input(Cases(10, "de", flipping: 0).Aggregate(new Trial { Rules = [ARule.MaxDrop("correct", 0.05m)] }, Add), []));

        Assert.Equal(1 / 12.0 * 20 / 30, plan.Slices[0].FlipRate!.Value, 12);
        Assert.True(plan.Slices[0].SmallestDetectable > 0.3);
    }

    [Fact]
    public static void TakesAMetricForRepeatableWhenTwoRunsAgreeOnEveryCase()
    {
        var trial = new Trial().With("en", bothPass: 60).With("de", bothPass: 3);
        Run[] agreeing = [trial.Run, Earlier(trial, flip: 0)], differing = [trial.Run, Earlier(trial, flip: 1)];

        // What cannot flip by itself is judged at 20 %, everything else at 5 %.
        Assert.Equal(Least(0.2, agreeing), Least(null, agreeing));
        Assert.Equal(Least(0.05, differing), Least(null, differing));
        Assert.True(Least(0.2, differing) < Least(0.05, differing));

        // Nobody knows it of a metric that was measured once: losing all of three cases is nothing to speak of then.
        Assert.True(Planner.Plan(Input(trial, [trial.Run], baseline: false)).Slices.Single(s => s.Slice.ToString() == "language=de").IsBlind);

        double? Least(double? level, Run[] runs) => Overall(Planner.Plan(Input(trial with { FalseAlarms = level }, runs, baseline: false))).SmallestDetectable;
    }

    [Fact]
    public static void IsOfASuiteWithAGate() => Assert.StartsWith(
        "The suite has no gate.", Assert.Throws<ArgumentException>(() => Planner.Plan(Input(Pooled, []) with { Suite = Pooled.Suite with { Gate = null } })).Message, StringComparison.Ordinal);

    [Fact]
    public static void HasNoOpinionOnRulesAboutLevels() =>
        Assert.Empty(Planner.Plan(Input(Pooled with { Rules = [ARule.Level("correct", 0.8m)] }, [])).Slices);

    [Fact]
    public static void NamesWhatItDoesNotPlan()
    {
        var trial = Pooled with
        {
            Metrics = [AMetric.PassFail("correct"), AMetric.Cost("cost") with { Quantile = 0.95m }, AMetric.Ratio("per_solved", "cost", "correct"), AMetric.Duration("latency_ms")],
            Rules = [ARule.MaxDrop("correct", 0.02m), ARule.MaxRise("cost", 0.1m), ARule.MaxRise("per_solved", 0.1m), ARule.MaxRise("latency_ms", 0.1m)],
        };

        var plan = Planner.Plan(Input(trial, []));

        Assert.Equal(["cost p95", "per_solved", "latency_ms"], plan.Unplanned);
        Assert.All(plan.Slices, s => Assert.Equal("correct", s.Metric.Name));
        Assert.Empty(Planner.Plan(Input(trial with { Rules = [ARule.Level("latency_ms", 3000), ARule.MaxDrop("correct", 0.02m)] }, [])).Unplanned);
        Assert.Empty(Planner.Plan(Input(Pooled, [])).Unplanned);
    }

    private static PlannedSlice Overall(SuitePlan plan) => plan.Slices.Single(s => s.Slice.IsOverall);

    /// <summary>The rate before it was drawn to the suite's, which has one flip and one case more each way.</summary>
    private static double ShrinkageUndone(PlannedSlice slice, int results)
    {
        var flips = ((slice.FlipRate!.Value * (results + 20.0)) - (20.0 / (results + 2))) / (1 + (20.0 / (results + 2)));
        return flips / results;
    }

    private static PlanInput Input(Trial trial, IReadOnlyList<Run> runs, bool baseline = true) =>
        new() { Suite = trial.Suite, Cases = trial.AllCases, Baseline = baseline ? trial.Baseline : null, Runs = runs };

    private static IEnumerable<(string Language, double[] Baseline)> Cases(int count, string language, int flipping) =>
        Enumerable.Range(0, count).Select(i => (language, i < flipping ? (double[])[1, 0] : [1, 1]));

    private static Trial Add(Trial trial, (string Language, double[] Baseline) @case) => trial.With(@case.Language, @case.Baseline, [1]);

    /// <summary>A run of the same program an hour before, in which the first cases came out the other way.</summary>
    private static Run Earlier(Trial trial, int flip) => trial.Run with
    {
        Header = trial.Run.Header with { RunId = "20260101T230000000Z-1", Started = trial.Run.Header.Started.AddHours(-1) },
        Records = [.. trial.Run.Records.Select((r, i) => i < flip ? r with { Scores = r.Scores.ToDictionary(s => s.Key, s => 1 - s.Value) } : r)],
    };

    private static Run Priced(Trial trial) => trial.Run with { Records = [.. trial.Run.Records.Select((r, i) => r with { Usage = new() { CostUsd = i % 2 == 0 ? 0.003m : 0.005m } })] };
}
