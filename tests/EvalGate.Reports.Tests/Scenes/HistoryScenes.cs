using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Reports.Tests.Scenes;

/// <summary>What lies before the baseline or beside the run: an anchor, earlier runs of the same candidate.</summary>
internal static class HistoryScenes
{
    public static Dictionary<string, Func<SuiteVerdict>> All { get; } = new()
    {
        ["below-the-anchor"] = () => Judge.Decide(Creeping.Input with { Anchor = WithScores(Creeping.Baseline, 1) }),
        ["anchor-too-old"] = () => Judge.Decide(Creeping.Input with { Anchor = Rewritten(Creeping.Baseline) }),
        ["anchor-missing"] = () => Judge.Decide(Creeping.Input with { AnchorProblem = new(DiagnosticCodes.BadFile, Severity.Error, "git has no such file at 'v1'.", default) }),
        ["judged-with-an-earlier-run"] = () => Judge.Decide(Sampled.Input with { Run = Built(Sampled.Run, "now"), EarlierRuns = [Built(Sampled.Run, "before")] }),
    };

    /// <summary>A little was lost at an earlier merge, a little more is lost now.</summary>
    private static Trial Creeping => new Trial { Anchor = "v1", Repeatable = true }
        .With("de", bothPass: 184, losses: 6, bothFail: 10).With("en", bothPass: 290, losses: 2, gains: 1, bothFail: 7);

    private static Trial Sampled => new Trial().With("de", bothPass: 30, losses: 9, bothFail: 1).With("en", bothPass: 90, gains: 2, losses: 1, bothFail: 7);

    private static Baseline WithScores(Baseline baseline, double score) => baseline with
    {
        Cases = [.. baseline.Cases.Select(c => c with { Scores = new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [score] } })],
    };

    private static Baseline Rewritten(Baseline baseline) => baseline with { Cases = [.. baseline.Cases.Select((c, i) => i % 3 == 0 ? c with { Hash = "rewritten" } : c)] };

    private static Run Built(Run run, string id) => run with { Header = run.Header with { Build = "b1", RunId = id } };
}
