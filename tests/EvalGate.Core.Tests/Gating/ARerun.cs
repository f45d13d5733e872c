using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class ARerun
{
    /// <summary>The first run lost ten cases of forty; the second lost one.</summary>
    private static readonly Trial First = Sampled(losses: 10);
    private static readonly Trial Second = Sampled(losses: 1);

    [Fact]
    public static void IsJudgedTogetherWithTheRunsBeforeIt()
    {
        var alone = Judge.Decide(Input(Second));
        var together = Judge.Decide(Input(Second) with { EarlierRuns = [Named(First, "first")] });

        Assert.Equal((-0.025, false), (alone.Comparisons[0].Difference!.Value, alone.Blocks));
        Assert.Equal(-0.1375, together.Comparisons[0].Difference!.Value, 12);
        Assert.Equal(Verdict.Regressed, together.Verdict);
        Assert.Equal(["first"], together.PooledRuns);
        Assert.Null(alone.Comparisons[0].EValue);

        // Half of what ten losses are worth, and a sixth of what one is.
        Assert.Equal(EValue.Worse(0, 10) / 2 + EValue.Worse(0, 1) / 6, together.Comparisons[0].EValue!.Value, 9);
    }

    [Fact]
    public static void IsNotOneWhenAnythingNamedDiffers()
    {
        var run = Named(First, "first");

        Alone(run with { Header = run.Header with { Commit = "other" } });
        Alone(run with { Header = run.Header with { Build = "other" } });
        Alone(run with { Header = run.Header with { DatasetHash = "other" } });
        Alone(run with { Header = run.Header with { Shard = "1/2" } });
        Alone(run with { Header = run.Header with { Session = "this" } });
        Alone(run with { End = null });
        Alone(run with { End = run.End! with { Stack = new Dictionary<string, string> { ["prompt"] = "cccc" } } });
        Alone(run with { Records = [.. run.Records.Skip(1)] });
    }

    [Fact]
    public static void IsNotOneWithoutACommitOrABuild()
    {
        var (now, then) = (Input(Second), Named(First, "first"));

        Assert.Empty(Judge.Decide(now with { Run = now.Run with { Header = now.Run.Header with { Build = null } }, EarlierRuns = [then with { Header = then.Header with { Build = null } }] }).PooledRuns);
    }

    [Fact]
    public static void IsNotOneOfARepeatableMetricThatCameOutOtherwise()
    {
        // Nothing that was named changed, yet a metric that repeats did not: something else did.
        var input = Input(Second);
        var baseline = input.Baseline! with
        {
            Header = input.Baseline.Header with
            {
                Metrics = new Dictionary<string, BaselineMetric>
                {
                    ["correct"] = input.Baseline.Header.Metrics["correct"] with { Repeatable = true },
                    ["polite"] = new("other", false),
                }
            }
        };

        Assert.Empty(Judge.Decide(input with { Baseline = baseline, EarlierRuns = [Named(First, "first")] }).PooledRuns);
    }

    [Fact]
    public static void IsOrderedByTheTimeOfItsStartAndThenByItsId()
    {
        Run Earlier(string id, int hours) => Named(First, id) is var run ? run with { Header = run.Header with { Started = run.Header.Started.AddHours(-hours) } } : run;

        Assert.Equal(["c", "b", "a", "d"], Judge.Decide(Input(Second) with { EarlierRuns = [Earlier("a", 1), Earlier("d", 2), Earlier("b", 1), Earlier("c", 1)] }).PooledRuns);
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public static void MattersWhereAnyPartOfARatioMayComeOutOtherwise(bool isCostRepeatable, bool isCorrectRepeatable, bool matters)
    {
        var trial = new Trial { Metrics = [AMetric.PassFail("correct"), AMetric.Cost("cost"), AMetric.Ratio("per_solved", "cost", "correct")], Rules = [ARule.MaxRise("per_solved", 0.1m)] };
        var known = new Dictionary<string, BaselineMetric> { ["cost"] = new("", isCostRepeatable), ["correct"] = new("", isCorrectRepeatable) };

        Assert.Equal(matters, Reruns.Matter(trial.Suite, trial.Baseline with { Header = trial.Baseline.Header with { Metrics = known } }));
    }

    [Fact]
    public static void GivesNoEvidenceOfItsOwnWhereItMeasuredNothing()
    {
        var both = Second with { Rules = [ARule.MaxDrop("correct", 0.02m)] };
        both = both.With("en", bothPass: 10);
        var first = Named(both, "first");
        first = first with { Records = [.. first.Records.Select(r => r.CaseId.StartsWith("en", StringComparison.Ordinal) ? r with { Scores = new Dictionary<string, double?> { ["correct"] = null } } : r)] };

        var verdict = Judge.Decide(Input(both) with { EarlierRuns = [first] });

        Assert.Equal(
            [("overall", true), ("language=de", true), ("language=en", false)],
            verdict.Comparisons.Select(c => (c.Slice.ToString(), c.EValue is not null)));
    }

    [Fact]
    public static void IsNoneOfItself() => Alone(Named(First, "second") is var run ? run with { Header = run.Header with { Session = "earlier" } } : run);

    [Fact]
    public static void IsNoneWhereAnythingWentWrong() => Alone(Named(First, "first") is var run ? run with
    {
        Records = [.. run.Records.Select((r, i) => i == 3 ? r with { Errors = [new(ErrorKind.Infrastructure, "no network")] } : r)],
    } : run);

    [Fact]
    public static void IsNoneWherePlayedFromARecording()
    {
        static Run Replayed(Run run) => run with { Records = [.. run.Records.Select((r, i) => i == 3 ? r with { IsReplayed = true } : r)] };

        var input = Input(Second) with { EarlierRuns = [Named(First, "first")] };

        Assert.Equal(["first"], Judge.Decide(input).PooledRuns);
        Assert.Empty(Judge.Decide(input with { Run = Replayed(input.Run) }).PooledRuns);
        Assert.Empty(Judge.Decide(input with { EarlierRuns = [Replayed(input.EarlierRuns[0])] }).PooledRuns);
    }

    [Fact]
    public static void IsNotOneOfTheRunsThatMadeTheBaseline()
    {
        var input = Input(Second);

        Assert.Empty(Judge.Decide(input with { EarlierRuns = [Named(First, input.Baseline!.Header.Runs[0])] }).PooledRuns);
    }

    [Fact]
    public static void IsNotPooledWithWhatStartedLater()
    {
        var earlier = Named(First, "first");

        Alone(earlier with { Header = earlier.Header with { Started = Input(Second).Run.Header.Started.AddSeconds(1) } });
    }

    private static void Alone(Run earlier) => Assert.Empty(Judge.Decide(Input(Second) with { EarlierRuns = [earlier] }).PooledRuns);

    private static Trial Sampled(int losses) =>
        new Trial { Rules = [ARule.MaxDropOn("correct", 0.02m, ("language", "de"))], Repeatable = false }.With("de", bothPass: 40 - losses, losses: losses);

    private static JudgeInput Input(Trial trial) => trial.Input with { Run = Named(trial, "second") with { } };

    private static Run Named(Trial trial, string id) => trial.Run with { Header = trial.Run.Header with { RunId = id, Build = "build", Session = id == "second" ? "this" : "earlier" } };
}
