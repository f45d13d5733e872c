using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Interleaved;

public static class AnAbSession
{
    private static readonly Metric Latency = AMetric.Duration("latency_ms");

    private static readonly Trial Empty = new() { Metrics = [Latency, AMetric.PassFail("correct")], Rules = [ARule.MaxRise("latency_ms", 0.10m), ARule.MaxDrop("correct", 0.02m)] };

    [Fact]
    public static void FindsACandidateThatTakesLongerThanTheOtherVariant()
    {
        var change = Change(Cases(60, Slower(1.3)), Noisy);

        Assert.Equal((Verdict.Regressed, true, "baseline"), (change.Verdict, change.Blocks, change.Variant));
        Assert.Equal(0.3, change.Difference!.Value / change.Baseline!.Value, 1e-4);
        Assert.Equal(0.1 * change.Baseline.Value, change.Tolerance!.Value, 1e-3);
    }

    [Fact]
    public static void CallsEqualVariantsClear()
    {
        var verdict = Judged(Cases(60, i => Noisy(i + 1000)), Noisy);

        Assert.Equal((Verdict.Clear, false), (verdict.Comparisons.Single(c => c.Metric == Latency).Verdict, verdict.Blocks));
    }

    [Fact]
    public static void MeasuresTheGeometricMeanOfRatios()
    {
        var change = Change(Cases(50, i => Noisy(i + 1000)), Noisy);

        var reference = GeometricMeanRatio.Of([.. Enumerable.Range(0, 50).Select(Noisy)], [.. Enumerable.Range(0, 50).Select(i => Noisy(i + 1000))]);
        Assert.Equal(reference.Value, change.Candidate!.Value / change.Baseline!.Value, 1e-5);
        Assert.Equal(reference.Interval(0.9).Lower - 1, change.Interval!.Value.Lower / change.Baseline.Value, 1e-5);
        Assert.Equal(reference.Interval(0.9).Upper - 1, change.Interval.Value.Upper / change.Baseline.Value, 1e-5);
        Assert.StartsWith("geometric mean of ratios, Westfall–Young", change.Method, StringComparison.Ordinal);
        Assert.Equal(0.05, change.Level);
    }

    [Fact]
    public static void IsNotConcernedWithWhatTheAcceptedRunTook()
    {
        // The accepted run took a tenth: it was another machine.
        var verdict = Judged(Cases(60, Noisy) with { Rules = [ARule.MaxRise("latency_ms", 0.10m)] }, i => Noisy(i + 500), baseline: i => Noisy(i) / 10);

        Assert.Equal(Verdict.Clear, verdict.Verdict);
        Assert.InRange(verdict.Comparisons[0].Baseline!.Value, 80, 130);
    }

    [Fact]
    public static void JudgesItsTailByTheQuantile()
    {
        var trial = Cases(300, i => i % 10 == 0 ? 1000 : 100) with { Metrics = [Latency with { Quantile = 0.95m }, AMetric.PassFail("correct")] };

        var change = Change(trial, i => i % 50 == 1 ? 1000 : 100);
        var few = Change(trial with { Cases = [.. trial.Cases.Take(199)] }, i => i % 50 == 1 ? 1000 : 100);

        Assert.Equal((100, 1000, Verdict.Regressed, "baseline", 0.05), (change.Baseline, change.Candidate, change.Verdict, change.Variant, change.Level));
        Assert.Equal((Verdict.NotJudged, "n < 200: a change of p95 takes 200 cases, here are 199"), (few.Verdict, few.Reason));
    }

    [Fact]
    public static void IsNotJudgedWhenTheSubjectNeverAskedWhichVariantItIs()
    {
        var change = Change(Cases(60, Noisy), Noisy, sawVariant: false);

        Assert.Equal((Verdict.NotJudged, true), (change.Verdict, change.Blocks));
        Assert.Equal("the subject never looked at context.Variant, so both sides of the A/B session ran the same code", change.Reason);
    }

    [Fact]
    public static void IsNotJudgedWhenTheOtherSideKnowsNoneOfTheCases()
    {
        var trial = Cases(60, Noisy);
        var change = Judge.Decide(trial.Input with { Run = trial.Run with { Header = trial.Run.Header with { Variant = "main@4c1d9ab" } } }).Comparisons.Single(c => c.Metric == Latency);

        Assert.Equal((Verdict.NotJudged, "'main@4c1d9ab' knows none of these cases as they are now"), (change.Verdict, change.Reason));
        Assert.Equal("compare with code that has them, and run the A/B session again", change.Remedy);
    }

    [Theory]
    [InlineData(11, Verdict.Clear, null)]
    [InlineData(13, Verdict.NotJudged, "only 47 of the baseline's 60 cases can be compared (80 % needed): mend the variant 'baseline', and run the A/B session again")]
    [InlineData(60, Verdict.NotJudged, "the variant 'baseline' answered no case (no such prompt)")]
    public static void IsNotJudgedWhenTheOtherVariantKeepsFailing(int failing, Verdict expected, string? reason)
    {
        var trial = Cases(60, i => Noisy(i + 1000));
        var run = RunOf(trial, i => new(Noisy(i), SawVariant: i >= failing, i < failing ? new(ErrorKind.Subject, "no such prompt") : null));

        var change = Judge.Decide(trial.Input with { Run = run }).Comparisons.Single(c => c.Metric == Latency);

        Assert.Equal((expected, reason), (change.Verdict, change.Reason));
    }

    [Fact]
    public static void LeavesTheChangeOfDurationsUngatedWhereThereIsNone()
    {
        var verdict = Cases(60, Slower(2)).Verdict;

        Assert.DoesNotContain(verdict.Comparisons, c => c.Metric == Latency);
        Assert.Equal("measured elsewhere, not gated: its change takes an A/B session", verdict.Levels.Single(l => l.Metric == Latency).Note);
        Assert.Equal(Verdict.Clear, verdict.Verdict);
    }

    [Fact]
    public static void IsAllThatCouldBeMeasuredWhereNothingElseIsAsked()
    {
        var verdict = (Cases(60, Noisy) with { Rules = [ARule.MaxRise("latency_ms", 0.10m)] }).Verdict;

        Assert.Equal((Verdict.NotJudged, true), (verdict.Verdict, verdict.Blocks));
        Assert.Equal("its rules ask only how durations changed, which takes an A/B session on one machine", verdict.WholeRun!.Message);
    }

    [Fact]
    public static void SaysAgainstWhatAndWhereItIsAllowed() => Assert.Matches(
        @"^overall: latency_ms, against 'baseline' in one session, rose \d+ ms, from \d+ ms to \d+ ms of 60 cases \(allowed [\d.]+ ms; 90 % interval .*; adjusted p < 0\.001\)\. Lost: .* If intended, allow it in the rule\.$",
        Judged(Cases(60, Slower(1.3)), Noisy).Findings[0].Message);

    [Fact]
    public static void NamesWhatMendsIt()
    {
        Assert.Equal("let the subject switch by context.Variant, and run the A/B session again", Change(Cases(60, Noisy), Noisy, sawVariant: false).Remedy);
        var failing = RunOf(Cases(60, Noisy), _ => new(1, SawVariant: true, new(ErrorKind.Subject, "boom")));
        Assert.Equal("mend the variant 'baseline', and run the A/B session again", Judge.Decide(Cases(60, Noisy).Input with { Run = failing }).Comparisons.Single(c => c.Metric == Latency).Remedy);
    }

    [Fact]
    public static void CoversTheSlicesThatARuleNames()
    {
        var trial = Cases(60, i => i % 2 == 0 ? Slower(1.5)(i) : Noisy(i)) with { Rules = [ARule.MaxRise("latency_ms", 0.10m) with { Scope = new OverallAndSlices() }, ARule.MaxDrop("correct", 0.02m)] };

        var slices = Judged(trial, Noisy).Comparisons.Where(c => c.Metric == Latency).ToDictionary(c => c.Slice.ToString(), c => c.Verdict);

        Assert.Equal((Verdict.Regressed, Verdict.Regressed, Verdict.Clear), (slices["overall"], slices["language=de"], slices["language=en"]));
    }

    [Fact]
    public static void MayBeTheWrongPlaceToSaveWhereAGainPaysForIt()
    {
        var deal = new Trade(new Dictionary<string, Tolerance> { ["latency_ms"] = new(0.4m, true) }, "correct", new(0.02m, false), default);
        Comparison Of(double factor) => Change(Cases(200, Slower(factor), before: i => i < 40 ? 0 : 1) with { Deal = deal }, Noisy);

        Assert.Equal((Verdict.Regressed, true, false), (Of(1.3).Verdict, Of(1.3).IsTraded, Of(1.3).Blocks));
        Assert.Equal((Verdict.Regressed, false, true), (Of(1.5).Verdict, Of(1.5).IsTraded, Of(1.5).Blocks));
    }

    [Fact]
    public static void TakesItsPartOfTheLevel()
    {
        var trial = Cases(60, Slower(1.3), before: i => i % 30 == 0 ? 0 : 1);
        var alone = Change(trial with { Rules = [ARule.MaxRise("latency_ms", 0.10m)] }, Noisy);

        Assert.Equal(alone.PValue!.Value / 0.2, Change(trial, Noisy).AdjustedPValue!.Value, 1e-12);
    }

    [Fact]
    public static void IsPooledWithEarlierSessionsAgainstTheSameVariant()
    {
        var trial = Cases(40, Slower(1.02)) with { Repeatable = null };
        Run Of(string id, int day, string variant) => RunOf(trial, i => new(Noisy(i), SawVariant: true, null)) is var run
            ? run with { Header = run.Header with { RunId = id, Variant = variant, Build = "b", Started = DateTimeOffset.UnixEpoch.AddDays(day) } }
            : run;
        int Repetitions(params Run[] earlier) => Judge.Decide(trial.Input with { Run = Of("now", 5, "baseline"), EarlierRuns = earlier }).PooledRuns.Count;

        Assert.Equal((1, 1), (Repetitions(Of("then", 4, "baseline")), Repetitions(Of("then", 4, "other"))));
        var pooled = Judge.Decide(trial.Input with { Run = Of("now", 5, "baseline"), EarlierRuns = [Of("then", 4, "other") with { Records = [.. Of("then", 4, "other").Records.Select(r => r with { Reference = new(1, true, null) })] }] });
        Assert.Equal(1.02, pooled.Comparisons.Single(c => c.Metric == Latency) is var c ? c.Candidate!.Value / c.Baseline!.Value : 0, 1e-4);
    }

    /// <summary>About 100 ms, give or take a tenth.</summary>
    private static double Noisy(int i) => 100 * (0.9 + (0.2 * HashedReplicates.Uniform(3, i)));

    private static Func<int, double> Slower(double factor) => i => factor * Noisy(i);

    private static Trial Cases(int count, Func<int, double> latency, Func<int, double>? before = null) => Enumerable.Range(0, count).Aggregate(Empty, (t, i) => t.With(
        ACase.Of($"q-{i:000}", ("language", i % 2 == 0 ? "de" : "en")),
        new Dictionary<string, IReadOnlyList<double>> { ["latency_ms"] = [latency(i)], ["correct"] = [before?.Invoke(i) ?? 1] },
        [new Dictionary<string, double?> { ["latency_ms"] = latency(i), ["correct"] = 1 }]));

    private static Run RunOf(Trial trial, Func<int, ReferenceCall> reference) => trial.Run with
    {
        Header = trial.Run.Header with { Variant = "baseline" },
        Records = [.. trial.Run.Records.Select((r, i) => r with { Reference = reference(i) })],
    };

    private static SuiteVerdict Judged(Trial trial, Func<int, double> reference, bool sawVariant = true, Func<int, double>? baseline = null)
    {
        var known = trial.Baseline;
        return Judge.Decide(trial.Input with
        {
            Run = RunOf(trial, i => new(reference(i), sawVariant, null)),
            Baseline = baseline is null ? known : known with { Cases = [.. known.Cases.Select((c, i) => c with { Scores = new Dictionary<string, IReadOnlyList<double>>(c.Scores) { ["latency_ms"] = [baseline(i)] } })] },
        });
    }

    private static Comparison Change(Trial trial, Func<int, double> reference, bool sawVariant = true) =>
        Judged(trial, reference, sawVariant).Comparisons.Single(c => c.Metric.Name == "latency_ms" && c.Slice.IsOverall);
}
