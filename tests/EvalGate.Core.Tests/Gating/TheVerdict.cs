using CsCheck;
using EvalGate.Gating;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class TheVerdict
{
    private static readonly Gen<Trial> Trials =
        from de in Gen.Int[0, 12].Array[4]
        from en in Gen.Int[0, 12].Array[4]
        where de.Sum() > 0 && en.Sum() > 0
        select new Trial().With("de", de[0], de[1], de[2], de[3]).With("en", en[0], en[1], en[2], en[3]);

    [Fact]
    public static void DoesNotDependOnTheOrderOfCasesOrResults() => Trials.Sample(
        trial =>
        {
            var shuffled = Judge.Decide(trial.Input with
            {
                Cases = [.. trial.AllCases.Reverse()],
                Run = trial.Run with { Records = [.. trial.Run.Records.Reverse()] },
            });
            return Text(trial.Verdict) == Text(shuffled);
        },
        seed: "0N0XIzNsQ0O2",
        iter: 60);

    [Fact]
    public static void IsNeverBothHeldAndBeyondItsTolerance() => Trials.Sample(
        trial => trial.Verdict.Comparisons.All(c => c.Verdict != Verdict.Held || c.Difference >= -c.Tolerance),
        seed: "0N0XIzNsQ0O2",
        iter: 60);

    [Fact]
    public static void BlocksOnlyWhatFellByMoreThanTolerated() => Trials.Sample(
        trial => trial.Verdict.Comparisons.All(c => !c.Blocks || c.Difference < -c.Tolerance),
        seed: "0N0XIzNsQ0O2",
        iter: 60);

    [Fact]
    public static void ListsTheComponentsOfBothSidesByName()
    {
        var trial = new Trial().With("de", bothPass: 20);
        var before = trial.Baseline with { Header = trial.Baseline.Header with { Stack = new Dictionary<string, string> { ["tools"] = "a", ["prompt"] = "a" } } };
        var now = trial.Run with { End = trial.Run.End! with { Stack = new Dictionary<string, string> { ["prompt"] = "b", ["model"] = "b" } } };

        Assert.Equal([new("model", null, "b"), new("prompt", "a", "b"), new("tools", "a", null)], Judge.Decide(trial.Input with { Baseline = before, Run = now }).Stack);
        Assert.All(Judge.Decide(trial.Input with { Baseline = before, Run = now }).Stack, c => Assert.True(c.Changed));
        Assert.False(new StackChange("prompt", "a", "a").Changed);
    }

    [Fact]
    public static void IsNoneWhereRulesCoverNothing()
    {
        var verdict = (new Trial { Rules = [ARule.MaxDropOn("correct", 0.02m, ("language", null))], Attributes = ["tier"] }.With("de", bothPass: 20)).Verdict;

        Assert.Empty(verdict.Comparisons);
        Assert.Equal((Verdict.NotJudged, true), (verdict.Verdict, verdict.Blocks));
    }

    private static string Text(SuiteVerdict verdict) =>
        string.Join('\n', verdict.Comparisons.Select(c => $"{c.Slice} {c.Verdict} {c.PValue:R} {c.AdjustedPValue:R} {c.Interval} {c.SmallestDetectable:R}"))
        + string.Join('\n', verdict.Findings);
}
