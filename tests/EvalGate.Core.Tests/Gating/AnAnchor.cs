using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class AnAnchor
{
    private static readonly Rule Rule = ARule.MaxDropOn("correct", 0.05m, ("language", "de"));

    /// <summary>Eight cases of 200 were lost at an earlier merge, eight more are lost now: four points each time, eight together.</summary>
    private static readonly Trial Creeping = new Trial { Rules = [Rule], Anchor = "v1", Repeatable = true }
        .With("de", bothPass: 184, losses: 8, bothFail: 8);

    private static readonly Baseline Anchored = Creeping.Baseline with
    {
        Cases = [.. Creeping.Baseline.Cases.Select(c => c with { Scores = new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1.0] } })],
    };

    [Fact]
    public static void SeesWhatWasLostALittleAtATime()
    {
        var verdict = Judge.Decide(Creeping.Input with { Anchor = Anchored });

        Assert.Equal(
            [(false, Verdict.Clear, -0.04), (true, Verdict.Regressed, -0.08)],
            verdict.Comparisons.Select(c => (c.IsAnchored, c.Verdict, Math.Round(c.Difference!.Value, 6))));
        Assert.Equal((Verdict.Regressed, true), (verdict.Verdict, verdict.Blocks));
        Assert.StartsWith("slice language=de: correct, held against the anchor, fell 8.0 pp, from 100.0 % to 92.0 %", verdict.Findings[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void TakesItsShareOfTheLevel()
    {
        var alone = (Creeping with { Anchor = null }).Verdict.Comparisons[0];
        var verdict = Judge.Decide(Creeping.Input with { Anchor = Anchored });

        Assert.Equal(alone.PValue!.Value * 1.25, verdict.Comparisons[0].AdjustedPValue!.Value, 12);

        // Sixteen flips are more than are enumerated: the least that 9,999 replicates give, at a fifth of the level.
        Assert.Equal(5e-4, verdict.Comparisons[1].AdjustedPValue!.Value, 12);
    }

    [Fact]
    public static void ThatCannotBeReadIsNeverGreen()
    {
        var verdict = Judge.Decide(Creeping.Input with { AnchorProblem = new("EG3001", Severity.Error, "git has no such file at 'v1'.", default) });

        Assert.True(verdict.Blocks);
        Assert.Equal(Verdict.NotJudged, verdict.Verdict);
        Assert.Contains(verdict.Findings, f => f.Message == "the anchor 'v1' was not compared: git has no such file at 'v1'.");
    }

    [Fact]
    public static void ThatGrewOldSaysSoAndBlocksNothing()
    {
        var old = Anchored with { Cases = [.. Anchored.Cases.Select((c, i) => i % 2 == 0 ? c with { Hash = "other" } : c)] };

        var verdict = Judge.Decide(Creeping.Input with { Anchor = old });

        Assert.False(verdict.Blocks);
        var finding = Assert.Single(verdict.Findings);
        Assert.Equal((DiagnosticCodes.AnchorTooOld, Severity.Warning), (finding.Code, finding.Severity));
        Assert.StartsWith("the anchor 'v1' says nothing about language=de: correct: only 100 of the baseline's 200 cases", finding.Message, StringComparison.Ordinal);
    }
}
