using EvalGate.Datasets;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Reports.Tests.Scenes;

/// <summary>Nothing sound to compare, as a whole or in a part.</summary>
internal static class UnjudgedScenes
{
    private static readonly Trial Calm = new Trial { Repeatable = true }.With("de", bothPass: 36, bothFail: 4).With("en", bothPass: 50, bothFail: 10);

    public static Dictionary<string, Func<SuiteVerdict>> All { get; } = new()
    {
        ["no-baseline"] = () => Judge.Decide(Timed.Input with { Baseline = null }),
        ["partial-run"] = () => Judge.Decide(Timed.Input with { Run = Timed.Run with { Records = [.. Timed.Run.Records.Skip(60)] } }),
        ["shard"] = () => Judge.Decide(Calm.Input with { Run = OneShard }),
        ["cut-off"] = () => Judge.Decide(Calm.Input with { Run = Calm.Run with { End = null } }),
        ["too-many-errors"] = () => Calm.Broken(["de-003", "de-004", "en-050"], "HttpRequestException: 503 (Service Unavailable)").Verdict,
        ["unreadable-baseline"] = () => Judge.Decide(Calm.Input with { Baseline = null, BaselineProblem = Damage }),
        ["baseline-of-another-suite"] = () => Judge.Decide(Calm.Input with { Baseline = Calm.Baseline with { Header = Calm.Baseline.Header with { Suite = "billing" } } }),
        ["metric-redefined"] = () => Judge.Decide(TwoMetrics.Input with { Baseline = Knowing(new("grounded", new("other", true))) }),
        ["metric-unknown-to-the-baseline"] = () => Judge.Decide(TwoMetrics.Input with { Baseline = Knowing(null) }),
        ["slice-mostly-rewritten"] = () => Judge.Decide(Enumerable.Range(0, 12).Aggregate(Calm, Rewritten).Input with { Baseline = Calm.Baseline }),
        ["metric-on-one-side-only"] = () => OneSided.Verdict,
    };

    private static Trial Timed => (new Trial { Metrics = [AMetric.PassFail("correct"), AMetric.Duration("latency_ms")] })
        .Scored([("language", "de")], 36, [1, 812], [1, 790]).Scored([("language", "en")], 64, [1, 640], [1, 655]);

    private static Diagnostic Damage => new(
        DiagnosticCodes.BadFile,
        Severity.Error,
        "the digest does not fit the cases: the file was edited or merged by hand",
        new("evals/support.baseline.jsonl", 1, 0));

    private static Run OneShard
    {
        get
        {
            var shard = new Shard(1, 3);
            return Calm.Run with { Header = Calm.Run.Header with { Shard = "1/3" }, Records = [.. Calm.Run.Records.Where(r => shard.Contains(r.CaseId))] };
        }
    }

    private static Trial TwoMetrics => (new Trial
    {
        Metrics = [AMetric.PassFail("correct"), AMetric.Score("grounded")],
        Rules = [ARule.MaxDrop("correct", 0.02m), ARule.MaxDrop("grounded", 0.03m)],
        Repeatable = true,
    }).Scored([("language", "de")], 30, [1, 0.8], [1, 0.8]).Scored([("language", "en")], 30, [1, 0.7], [1, 0.6]);

    private static Trial OneSided => (new Trial { Repeatable = true })
        .Scored([("language", "de")], 30, [1], [1]).Scored([("language", "de")], 4, [1], [double.NaN]).Scored([("language", "en")], 40, [1], [1]);

    private static Baseline Knowing(KeyValuePair<string, BaselineMetric>? grounded)
    {
        var (baseline, metrics) = (TwoMetrics.Baseline, TwoMetrics.Baseline.Header.Metrics.Where(m => m.Key == "correct"));
        return baseline with { Header = baseline.Header with { Metrics = (grounded is { } known ? metrics.Append(known) : metrics).ToDictionary() } };
    }

    private static Trial Rewritten(Trial trial, int i) =>
        trial.But(trial.Cases[i].Case.Id, c => c with { Case = c.Case with { Hash = "rewritten" } });
}
