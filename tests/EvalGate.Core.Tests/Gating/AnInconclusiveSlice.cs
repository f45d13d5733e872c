using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class AnInconclusiveSlice
{
    private static readonly Trial Trial = new Trial { Rules = [ARule.MaxDropOn("correct", 0.02m, ("language", "de"))] }
        .With("de", bothPass: 40, losses: 4);

    [Fact]
    public static void WarnsByDefaultAndNamesTheLosingCases()
    {
        Assert.Equal(Verdict.Inconclusive, Trial.Verdict.Verdict);
        Assert.False(Trial.Verdict.Blocks);
        var finding = Assert.Single(Trial.Verdict.Findings);
        Assert.Equal((DiagnosticCodes.Inconclusive, Severity.Warning), (finding.Code, finding.Severity));
        Assert.Contains("Lost: de-040, de-041, de-042, de-043.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public static void IsBlindWhereLosingEverythingIsStillChance(int cases, bool isBlind) =>
        Assert.All((new Trial { FalseAlarms = 0.125 }.With("de", bothPass: cases)).Verdict.Comparisons, c => Assert.Equal(isBlind, c.IsBlind));

    [Fact]
    public static void SaysThatAJudgeWithoutAVoteSaysSo() => Assert.EndsWith(
        "Lost: de-040, de-041, de-042, de-043. The judge that says so has no vote.",
        Assert.Single(Findings.Of([Trial.Verdict.Comparisons[0] with { IsWithoutVote = true }])).Message,
        StringComparison.Ordinal);

    [Fact]
    public static void BlocksWhenTheGateSaysSo() => Assert.True((Trial with { Inconclusive = InconclusivePolicy.Block }).Verdict.Blocks);
}
