using EvalGate.Gating;
using EvalGate.TestKit;

namespace EvalGate.Reports.Tests.Scenes;

/// <summary><c>at_least</c>, <c>at_most</c>, and metrics that count resources.</summary>
internal static class LevelScenes
{
    private static readonly (string, string)[] German = [("language", "de")];

    public static Dictionary<string, Func<SuiteVerdict>> All { get; } = new()
    {
        ["below-the-floor"] = () => Floor.With("de", bothPass: 70, losses: 20, bothFail: 10).Verdict,
        ["already-below-the-floor"] = () => Floor.With("de", bothPass: 60, bothFail: 38, losses: 1, gains: 1).Verdict,
        ["above-the-floor"] = () => Floor.With("de", bothPass: 95, bothFail: 5).Verdict,
        ["cost-rose"] = () => Costly.Verdict,
        ["too-slow"] = () => Slow(12).Verdict,
        ["fast-enough"] = () => Slow(3).Verdict,
        ["tail-rose"] = () => Tailed(300).Verdict,
        ["tail-of-too-few-cases"] = () => Tailed(60).Verdict,
        ["tail-above-its-limit"] = () => (Tailed(300) with { Rules = [ARule.Level("cost_usd", 0.004m)] }).Verdict,
        ["cost-per-solved-case-rose"] = () => PerSolved(i => i % 3 == 0 ? 0 : 1).Verdict,
        ["nothing-solved"] = () => PerSolved(_ => 0).Verdict,
        ["slower-than-the-other-variant"] = () => InSession(1.3, sawVariant: true),
        ["as-fast-as-the-other-variant"] = () => InSession(1.02, sawVariant: true),
        ["one-variant-only"] = () => InSession(1.3, sawVariant: false),
        ["no-session-for-a-change-of-durations"] = () => Timed(1.3).Verdict,
        ["nothing-but-a-change-of-durations"] = () => (Timed(1.3) with { Rules = [ARule.MaxRise("latency_ms", 0.10m)] }).Verdict,
        ["without-rules"] = () => Watched.Verdict,
        ["lower-grades"] = () => Graded.Verdict,
    };

    private static Trial Floor => new() { Rules = [ARule.Level("correct", 0.80m)], Repeatable = true };

    private static Trial Costly => Enumerable.Range(0, 40).Aggregate(
        new Trial { Metrics = [AMetric.Cost("cost_usd")], Rules = [ARule.MaxRise("cost_usd", 0.10m)] },
        (trial, i) => trial.Scored(German, [0.0031 + (i * 0.00001)], [0.0044 + (i * 0.00003)]));

    private static Trial Tailed(int cases) => Enumerable.Range(0, cases).Aggregate(
        new Trial { Metrics = [AMetric.Cost("cost_usd") with { Quantile = 0.95m }], Rules = [ARule.MaxRise("cost_usd", 0.10m)] },
        (trial, i) => trial.Scored(German, [0.0031 + (i % 100 * 0.00001)], [0.0031 + (i % 100 * (i % 10 == 7 ? 0.00003 : 0.00001))]));

    private static Trial PerSolved(Func<int, double> correct) => Enumerable.Range(0, 120).Aggregate(
        new Trial
        {
            Metrics = [AMetric.PassFail("correct"), AMetric.Cost("cost_usd"), AMetric.Ratio("cost_per_solved", "cost_usd", "correct")],
            Rules = [ARule.MaxRise("cost_per_solved", 0.10m)],
        },
        (trial, i) => trial.Scored(German, [i % 10 == 0 ? 0 : 1, 0.0031 + (i * 0.00001), double.NaN], [correct(i), 0.0032 + (i * 0.00001), double.NaN]));

    private static Trial Timed(double factor) => Enumerable.Range(0, 40).Aggregate(
        new Trial { Metrics = [AMetric.PassFail("correct"), AMetric.Duration("latency_ms")], Rules = [ARule.MaxDrop("correct", 0.02m), ARule.MaxRise("latency_ms", 0.10m)] },
        (trial, i) => trial.Scored(German, [1, 400], [1, (800 + (i * 7 % 11)) * factor]));

    private static SuiteVerdict InSession(double factor, bool sawVariant)
    {
        var (trial, run) = (Timed(factor), Timed(factor).Run);
        return Judge.Decide(trial.Input with
        {
            Run = run with { Header = run.Header with { Variant = "baseline" }, Records = [.. run.Records.Select((r, i) => r with { Reference = new(800 + (i * 5 % 13), sawVariant, null) })] },
        });
    }

    private static Trial Watched => (new Trial
    {
        Metrics = [AMetric.PassFail("correct"), AMetric.Duration("latency_ms"), AMetric.Cost("cost_usd")],
        Repeatable = true,
    }).Scored(German, 60, [1, 812, 0.0031], [1, 1240, 0.0044]).Scored(German, 4, [0, 1200, 0.0035], [0, 1190, 0.0035]);

    private static Trial Graded => Enumerable.Range(0, 60).Aggregate(
        new Trial { Metrics = [AMetric.Score("helpful", new(1, 5))], Rules = [ARule.MaxDrop("helpful", 0.2m, 0.5m)] },
        (trial, i) => trial.Scored(i % 2 == 0 ? German : [("language", "en")], [3 + (i % 3)], [(i % 2 == 0 ? 2 : 3) + (i % 3)]));

    private static Trial Slow(int cases) => Enumerable.Range(0, 100).Aggregate(
        new Trial { Metrics = [AMetric.Duration("latency_ms")], Rules = [ARule.Level("latency_ms", 3000)] },
        (trial, i) => trial.Scored(German, [900 + i], [i < cases ? 4000 + i : 1100 + i]));
}
