using EvalGate.Gating;
using EvalGate.Slicing;
using EvalGate.TestKit;

namespace EvalGate.Reports.Tests.Scenes;

/// <summary><c>max_drop</c> and <c>max_rise</c> on quality metrics.</summary>
internal static class ChangeScenes
{
    private static readonly Trial Calm = new Trial { Repeatable = true }.With("de", bothPass: 44, bothFail: 6).With("en", bothPass: 130, bothFail: 20);

    public static Dictionary<string, Func<SuiteVerdict>> All { get; } = new()
    {
        ["regressed-behind-a-better-average"] = () => Masked.Verdict,
        ["regressed-everywhere"] = () => new Trial().With("de", bothPass: 60, losses: 22, bothFail: 8).With("en", bothPass: 110, losses: 24, gains: 2, bothFail: 14).Verdict,
        ["regressed-in-a-cross"] = () => Crossed.Verdict,
        ["regressed-by-the-plain-figure"] = () => Estimated.Verdict,
        ["refusals-rose"] = () => Refusing.Verdict,
        ["inconclusive"] = () => Doubtful.Verdict,
        ["inconclusive-that-blocks"] = () => (Doubtful with { Inconclusive = InconclusivePolicy.Block }).Verdict,
        ["clear"] = () => Calm.With("fr", bothPass: 30, losses: 1, gains: 1, bothFail: 8).Verdict,
        ["clear-and-identical"] = () => Calm.Verdict,
        ["held"] = () => new Trial { Rules = [ARule.MaxDrop("correct", 0.05m, 0.15m)] }.With("de", bothPass: 180, losses: 2, gains: 3, bothFail: 15).With("en", bothPass: 360, losses: 4, gains: 6, bothFail: 30).Verdict,
        ["traded"] = () => Costlier(allowed: 0.2m).Verdict,
        ["dominated"] = () => Costlier(allowed: null, gains: 0).Verdict,
        ["accepted-until-a-later-day"] = () => Waived(0.5m, new(1970, 1, 31)).Verdict,
        ["beyond-its-waiver"] = () => Waived(0.2m, new(1970, 1, 31)).Verdict,
        ["waiver-that-is-over"] = () => (Calm with { Waivers = Waived(0.5m, new(1970, 1, 1)).Waivers }).Verdict,
        ["waiver-that-accepts-nothing"] = () => (Calm with { Waivers = Waived(0.5m, new(1970, 1, 31)).Waivers }).Verdict,
        ["proof-demanded"] = () => (Calm with { Rules = [ARule.MaxDrop("correct", 0.02m) with { Decide = Decision.Proof }] }).Verdict,
    };

    private static Trial Masked => new Trial { Repeatable = true }
        .With("de", bothPass: 34, losses: 13, gains: 1, bothFail: 3)
        .With("en", bothPass: 96, gains: 20, bothFail: 4)
        .With("fr", bothPass: 30, losses: 1, gains: 3, bothFail: 6);

    private static Trial Costlier(decimal? allowed, int gains = 20) => new Trial
    {
        Metrics = [AMetric.PassFail("correct"), AMetric.Cost("cost")],
        Rules = [ARule.MaxDrop("correct", 0.02m), ARule.MaxRise("cost", 0.10m)],
        Deal = allowed is { } share ? new(new Dictionary<string, Tolerance> { ["cost"] = new(share, true) }, "correct", new(0.02m, false), default) : null,
    }.Scored([("language", "de")], 120, [1, 0.01], [1, 0.0115]).Scored([("language", "de")], gains, [0, 0.01], [1, 0.0115]).Scored([("language", "de")], 10, [0, 0.01], [0, 0.0115]);

    private static Trial Waived(decimal ceiling, DateOnly expires) => new Trial
    {
        Repeatable = true,
        Waivers = [new() { Metric = "correct", Pairs = [new("language", "de")], Ceiling = new(ceiling, false), Reason = "the policy moved to 30 days", Expires = expires, Place = new("evals/waivers.yaml", 1, 3) }],
    }.With("de", bothPass: 30, losses: 14, bothFail: 4).With("en", bothPass: 130, gains: 20, bothFail: 20);

    private static Trial Crossed => (new Trial
    {
        Attributes = ["language", "length"],
        Crosses = [new SliceCross(["language", "length"], default)],
        Repeatable = true,
    }).In([("language", "de"), ("length", "long")], bothPass: 12, losses: 12, bothFail: 1)
        .In([("language", "de"), ("length", "short")], bothPass: 28, gains: 5, bothFail: 2)
        .In([("language", "en"), ("length", "long")], bothPass: 30, gains: 6, bothFail: 2)
        .In([("language", "en"), ("length", "short")], bothPass: 60, gains: 8, losses: 1, bothFail: 3);

    private static Trial Estimated => new Trial { Rules = [ARule.MaxDrop("correct", 0.02m) with { Decide = Decision.Estimate }] }
        .With("de", bothPass: 34, losses: 4, gains: 1, bothFail: 2).With("en", bothPass: 90, losses: 1, gains: 2, bothFail: 9);

    private static Trial Refusing => new Trial { Metrics = [AMetric.PassFail("refused", Model.Direction.Lower)], Rules = [ARule.MaxDrop("refused", 0.05m)], Repeatable = true }
        .With("de", bothPass: 2, gains: 9, bothFail: 40).With("en", bothPass: 3, losses: 2, bothFail: 80);

    private static Trial Doubtful => new Trial()
        .With("de", bothPass: 29, losses: 6, gains: 1, bothFail: 4).With("en", bothPass: 88, gains: 6, losses: 1, bothFail: 5);
}
