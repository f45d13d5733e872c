using EvalGate.Gating;
using EvalGate.Judges;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Core.Tests.Judges;

/// <summary>A judge grades 24 cases; the candidate's answers lose 12 of them, which would block anywhere else.</summary>
public static class AJudge
{
    private static Trial Worse { get; } = new Trial().With("de", bothPass: 2, losses: 10).With("en", bothPass: 12);

    [Fact]
    public static void BelowItsBarCannotBlock()
    {
        var verdict = Judged(agreeing: 15, opposing: 15);

        Assert.False(verdict.Blocks);
        Assert.NotEqual(Verdict.Regressed, verdict.Verdict);
        Assert.Contains(verdict.Comparisons, c => c.IsWithoutVote && c.Losses == 10);
        var finding = Assert.Single(verdict.Findings, f => f.Code == DiagnosticCodes.JudgeWithoutVote);
        Assert.Equal(
            "the judge of 'correct' informs and cannot block: its agreement with 30 human labels is kappa 0.00 (90 % interval -0.30 to 0.30), and the interval must lie above the bar 0.6.",
            finding.Message.Replace('−', '-'));
        Assert.DoesNotContain(verdict.Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public static void AboveItsBarBlocksAsAnyOtherMetric()
    {
        var verdict = Judged(agreeing: 29, opposing: 1);

        Assert.True(verdict.Blocks);
        Assert.Equal(Verdict.Regressed, verdict.Verdict);
        Assert.DoesNotContain(verdict.Findings, f => f.Code == DiagnosticCodes.JudgeWithoutVote);
        Assert.Contains("corrected by 30 labels", Assert.Single(verdict.Findings, f => f.Code == DiagnosticCodes.CorrectedMean).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "no human label vouches for it: name a file under 'labels'")]
    [InlineData(19, "it graded 19 human labels, and at least 20 are needed")]
    public static void WithTooFewLabelsCannotBlock(int labels, string reason)
    {
        var verdict = Judged(labels, 0);

        Assert.False(verdict.Blocks);
        Assert.Contains(reason, Assert.Single(verdict.Findings, f => f.Code == DiagnosticCodes.JudgeWithoutVote).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void ThatGivesEverythingOneGradeCannotBlock()
    {
        var run = Worse.Run with { Records = [.. Worse.Run.Records.Select((r, i) => i > 0 ? r : r with { Labelled = [.. Enumerable.Repeat(new LabelledGrade("correct", 1, 1), 40)] })] };

        Assert.Contains("agreement cannot be told from chance", Decide(run, Worse.Baseline).Findings.Single(f => f.Code == DiagnosticCodes.JudgeWithoutVote).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void ThatAnswersAsAnotherModelIsNotCompared()
    {
        var run = Labelled(29, 1);
        run = run with { End = run.End! with { Stack = new Dictionary<string, string> { ["judge.correct"] = "tiny-2027" } } };
        var baseline = Worse.Baseline with { Header = Worse.Baseline.Header with { Stack = new Dictionary<string, string> { ["judge.correct"] = "tiny-2026" } } };

        var verdict = Decide(run, baseline);

        Assert.Equal(Verdict.NotJudged, verdict.Verdict);
        Assert.Equal("the judge of 'correct' answered as tiny-2027, and in the baseline as tiny-2026", verdict.WholeRun!.Message);
    }

    [Fact]
    public static void WithAnotherRubricOrScaleIsAnotherMetric()
    {
        var judge = Graded(AMetric.PassFail("helpful"));
        var rubric = judge with { Scorer = judge.Scorer with { Settings = new Dictionary<string, string> { ["rubric"] = "Be strict." } } };
        var scale = judge with { Scorer = judge.Scorer with { Scale = new(1, 7) } };
        var labels = judge with { Judge = new(0.9m, "labels.jsonl", [new("a", "x", 1)]) };

        Assert.Equal(3, new[] { judge, rubric, scale }.Select(m => m.Fingerprint).Distinct().Count());
        Assert.Equal(judge.Fingerprint, labels.Fingerprint);
    }

    [Fact]
    public static void OfGradesAgreesByWeightedKappaAndAlpha()
    {
        var metric = AMetric.Score("helpful", new(1, 5)) with { Kind = MetricKind.Ordinal, Judge = new(0.6m, null, []) };
        LabelledGrade[] grades = [.. Enumerable.Range(0, 40).Select(i => new LabelledGrade("helpful", 1 + i % 5, Math.Min(5, 1 + i % 5 + i / 30)))];
        var run = Worse.Run with { Records = [.. Worse.Run.Records.Select((r, i) => i > 0 ? r : r with { Labelled = grades })] };

        var agreement = JudgeAgreement.Of(metric, run, new Dictionary<string, IReadOnlyList<Slice>>());

        Assert.Equal((40, 5), (agreement.Labels, agreement.Confusion.Categories));
        Assert.InRange(agreement.Kappa.Value, 0.9, 0.99);
        Assert.InRange(agreement.Alpha, 0.9, 0.99);
        Assert.True(agreement.HasEarnedVote);
        Assert.Equal(2, agreement.Confusion[0, 1]);
    }

    [Fact]
    public static void IsSetAgainstPeopleInEverySlice()
    {
        var (german, english) = (new LabelledGrade[] { new("correct", 1, 0), new("correct", 0, 0) }, new LabelledGrade[] { new("correct", 1, 1), new("another", 1, 0) });
        var run = Worse.Run with { Records = [.. Worse.Run.Records.Select((r, i) => i == 0 ? r with { Labelled = german } : i == Worse.Run.Records.Count - 1 ? r with { Labelled = english } : r)] };

        var judge = Assert.Single(Decide(run, Worse.Baseline).Judges);

        Assert.Equal(["0", "1"], judge.Grades);
        Assert.Equal(["overall", "language=de", "language=en"], judge.Slices.Select(s => s.Slice.ToString()));
        Assert.Equal([[(0, 0, 1), (1, 0, 1), (1, 1, 1)], [(0, 0, 1), (1, 0, 1)], [(1, 1, 1)]], judge.Slices.Select(s => s.Confusion.Cells.ToArray()));
    }

    [Fact]
    public static void IsSetAgainstPeopleBeforeThereIsABaseline()
    {
        var verdict = Decide(Labelled(29, 1), null);

        Assert.Equal(NotJudgedKind.NoBaseline, verdict.WholeRun!.Kind);
        Assert.Equal((30, true), (verdict.Judges[0].Labels, verdict.Judges[0].HasEarnedVote));
    }

    [Fact]
    public static void ThatPrefersHasHalvesAmongItsGrades()
    {
        var metric = AMetric.Score("preferred") with { Kind = MetricKind.Ordinal, Judge = new(0.6m, null, []) { StepsPerUnit = 2 } };
        var run = Worse.Run with { Records = [Worse.Run.Records[0] with { Labelled = [new("preferred", 0.5, 1)] }] };

        var judge = JudgeAgreement.Of(metric, run, new Dictionary<string, IReadOnlyList<Slice>>());

        Assert.Equal(["0", "0.5", "1"], judge.Grades);
        Assert.Equal([(1, 2, 1)], judge.Confusion.Cells);
    }

    [Fact]
    public static void ThatIsKinderToOneArmIsNamed()
    {
        LabelledGrade[] grades =
        [
            .. Enumerable.Range(0, 20).Select(i => new LabelledGrade("correct", i % 2, i % 2) { Arm = "baseline" }),
            .. Enumerable.Range(0, 20).Select(i => new LabelledGrade("correct", i % 2, i < 8 ? 1 : i % 2) { Arm = "candidate" }),
        ];

        Assert.StartsWith("the judge of 'correct' is kinder to the candidate than to the baseline, by 20.0 pp beside what people say", Uneven(grades), StringComparison.Ordinal);
        Assert.Null(Uneven([.. grades.Take(20)]));
        Assert.Null(Uneven([.. grades.Select(g => g with { Arm = null })]));
    }

    [Fact]
    public static void ThatFailsInOneSliceIsNamed()
    {
        LabelledGrade[] wrong = [.. Enumerable.Range(0, 10).Select(i => new LabelledGrade("correct", 1, i < 6 ? 0 : 1))];
        LabelledGrade[] right = [.. Enumerable.Range(0, 30).Select(i => new LabelledGrade("correct", i % 2, i % 2))];
        var run = Worse.Run with { Records = [.. Worse.Run.Records.Select((r, i) => i == 0 ? r with { Labelled = wrong } : i == Worse.Run.Records.Count - 1 ? r with { Labelled = right } : r)] };

        Assert.Contains(
            "the judge of 'correct' agrees less with people in language=de: on 4 of 10 labels, and on 30 of 30 elsewhere; there it is 60.0 pp harsher than they are.",
            Decide(run, Worse.Baseline).Findings.Where(f => f.Code == DiagnosticCodes.UnevenJudge).Select(f => f.Message));
    }

    private static string? Uneven(LabelledGrade[] grades)
    {
        var run = Worse.Run with { Records = [.. Worse.Run.Records.Select((r, i) => i > 0 ? r : r with { Labelled = grades })] };
        return Decide(run, Worse.Baseline).Findings.FirstOrDefault(f => f.Code == DiagnosticCodes.UnevenJudge)?.Message;
    }

    private static SuiteVerdict Judged(int agreeing, int opposing) => Decide(Labelled(agreeing, opposing), Worse.Baseline);

    private static Run Labelled(int agreeing, int opposing)
    {
        LabelledGrade[] grades =
        [
            .. Enumerable.Range(0, agreeing).Select(i => new LabelledGrade("correct", i % 2, i % 2)),
            .. Enumerable.Range(0, opposing).Select(i => new LabelledGrade("correct", i % 2, 1 - i % 2)),
        ];
        return Worse.Run with { Records = [.. Worse.Run.Records.Select((r, i) => i > 0 ? r : r with { Labelled = grades })] };
    }

    private static SuiteVerdict Decide(Run run, Baseline? baseline) => Judge.Decide(new()
    {
        Suite = Worse.Suite with { Metrics = [.. Worse.Suite.Metrics.Select(m => m with { Judge = new(0.6m, null, []) })] },
        Cases = Worse.AllCases,
        Run = run,
        Today = default,
        Baseline = baseline,
    });

    private static Metric Graded(Metric metric) => metric with
    {
        Scorer = new("judge", false, new Dictionary<string, string> { ["rubric"] = "Be fair." }) { Scale = new(1, 5) },
        Pass = new(true, 4),
        Judge = new(0.6m, null, []),
    };
}
