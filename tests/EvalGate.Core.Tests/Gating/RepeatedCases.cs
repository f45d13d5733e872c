using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

public static class RepeatedCases
{
    [Fact]
    public static void SayWhetherMoreRepetitionsWouldHelp()
    {
        // Every try is a coin toss in both arms: all noise, no difference between cases.
        var noisy = Repeated((i, k) => Toss(i, k), (i, k) => Toss(i, k + 2));

        // No case differs from itself: only other cases tell more.
        var steady = Repeated((_, _) => 1, (i, _) => i % 3 == 0 ? 0 : 1);

        Assert.EndsWith("% comes from answers that differ between repetitions of a case; more repetitions would sharpen the verdict, as more cases would.", Advice(noisy), StringComparison.Ordinal);
        Assert.Equal("of the variance of correct, 0 % comes from answers that differ between repetitions of a case; more cases would sharpen the verdict, more repetitions hardly.", Advice(steady));
    }

    [Fact]
    public static void HaveNothingToSplitWhereEveryCaseFellAlike() =>
        Assert.StartsWith("of the variance of correct, 0 % comes from", Advice(Repeated((_, _) => 1, (_, _) => 0)), StringComparison.Ordinal);

    [Fact]
    public static void GetNoAdviceOnScoresThatCannotBeJudged() =>
        Assert.DoesNotContain(Repeated((_, k) => k == 0 ? 0 : 7, (_, k) => k).Verdict.Findings, f => f.Code == DiagnosticCodes.RepetitionAdvice);

    [Fact]
    public static void AreNeverGivenAdviceWhenRunOnce() =>
        Assert.DoesNotContain(new Trial().With("de", bothPass: 20, losses: 5).Verdict.Findings, f => f.Code == DiagnosticCodes.RepetitionAdvice);

    private static double Toss(int i, int k) => HashedReplicates.Sign((ulong)i, k) > 0 ? 1 : 0;

    private static string Advice(Trial trial) => Assert.Single(trial.Verdict.Findings, f => f.Code == DiagnosticCodes.RepetitionAdvice).Message;

    private static Trial Repeated(Func<int, int, double> before, Func<int, int, double> now)
    {
        var trial = new Trial { Repetitions = 2 };
        for (var i = 0; i < 40; i++)
        {
            trial = trial.With("de", [before(i, 0), before(i, 1)], [now(i, 0), now(i, 1)]);
        }

        return trial;
    }
}
