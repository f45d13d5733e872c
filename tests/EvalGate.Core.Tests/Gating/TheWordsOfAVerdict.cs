using System.Globalization;
using System.Text;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

/// <summary>What people read when something is wrong, or might be: findings, reasons and remedies are a contract.</summary>
public static class TheWordsOfAVerdict
{
    private static readonly Trial German = new Trial().With("de", bothPass: 30, losses: 10, bothFail: 5).With("en", bothPass: 60, gains: 12, bothFail: 10);

    private static readonly Trial Small = new Trial().With("de", bothPass: 20).With("en", bothPass: 20);

    private static readonly Rule OnGerman = ARule.MaxDropOn("correct", 0.02m, ("language", "de"));

    [Fact]
    public static void OnSlicesAreApproved() => Approved.Is("verdict-slices.txt", Text(
        ("fell", German.Input),
        ("rose, less is better", (Fewer("refused") with { Rules = [ARule.MaxDrop("refused", 0.02m)] }).Input),
        ("fell, and cannot flip by chance", (new Trial { Repeatable = true }.With("de", bothPass: 30, losses: 6)).Input),
        ("inconclusive", (new Trial { Rules = [OnGerman] }.With("de", bothPass: 40, losses: 4)).Input),
        ("inconclusive, and that blocks", (new Trial { Rules = [OnGerman], Inconclusive = InconclusivePolicy.Block }.With("de", bothPass: 40, losses: 4)).Input),
        ("inconclusive, and that is nothing", (new Trial { Rules = [OnGerman], Inconclusive = InconclusivePolicy.Pass }.With("de", bothPass: 40, losses: 4)).Input),
        ("by the plain figure", (new Trial { Rules = [OnGerman with { Decide = Decision.Estimate }] }.With("de", bothPass: 40, losses: 2)).Input),
        ("not proven", (new Trial { Rules = [OnGerman with { Decide = Decision.Proof }] }.With("de", bothPass: 40)).Input),
        ("identical", Small.Input),
        ("held", (new Trial { Rules = [ARule.MaxDropOn("correct", 0.10m, ("language", "de"))] }.With("de", bothPass: 100, losses: 1, gains: 1)).Input),
        ("blind", (new Trial().With("de", bothPass: 100).With("en", bothPass: 2)).Input)));

    [Fact]
    public static void OnLevelsAndResourcesAreApproved() => Approved.Is("verdict-levels.txt", Text(
        ("below the floor", (Floor(0.80m).With("de", bothPass: 70, losses: 20, bothFail: 10)).Input),
        ("already below the floor", (Floor(0.80m).With("de", bothPass: 60, bothFail: 40)).Input),
        ("above the ceiling", (Fewer("refused") with { Rules = [ARule.Level("refused", 0.2m)] }).Input),
        ("costs more", Costs(i => 0.01 + (i % 7 * 0.001), 1.3, ARule.MaxRise("cost", 0.1m)).Input),
        ("too many long answers", Durations(12).Input),
        ("long answers, allowed", Durations(5).Input),
        ("too many dear answers", (Costs(_ => 1, 1, ARule.Level("cost", 2), i => i < 20 ? 5 : 1, 0.95m)).Input),
        ("a change of durations without a session", (Durations(0) with { Rules = [ARule.MaxRise("latency_ms", 0.1m), ARule.Level("latency_ms", 3000)] }).Input),
        ("nothing but changes of durations", (Durations(0) with { Rules = [ARule.MaxRise("latency_ms", 0.1m)] }).Input),
        ("metrics without a rule", Unruled.Input)));

    [Fact]
    public static void OnRunsAreApproved() => Approved.Is("verdict-runs.txt", Text(
        ("cut off", Small.Input with { Run = Small.Run with { End = null } }),
        ("partial", Small.Input with { Run = Small.Run with { Records = [.. Small.Run.Records.Skip(3)] } }),
        ("partial, and with errors", Small.But("de-003", ARunThatIsNotJudged.Broken).Input with { Run = Small.But("de-003", ARunThatIsNotJudged.Broken).Run with { Records = [.. Small.But("de-003", ARunThatIsNotJudged.Broken).Run.Records.Take(30)] }, Baseline = null }),
        ("with errors and without a baseline", Small.But("de-003", ARunThatIsNotJudged.Broken).Input with { Baseline = null }),
        ("stopped by the budget", Small.Input with { Run = Small.Run with { Records = [.. Small.Run.Records.Skip(3)], End = Small.Run.End! with { Stopped = "the budget of $1 is used up" } } }),
        ("a shard", Small.Input with { Run = Small.Run with { Header = Small.Run.Header with { Shard = "1/1" } } }),
        ("of another suite and other cases", Small.Input with { Run = Small.Run with { Header = Small.Run.Header with { Suite = "other", DatasetHash = "before" } } }),
        ("of other content", Small.Input with { Run = Small.Run with { Records = [.. Small.Run.Records.Select((r, i) => i is 7 or 9 ? r with { Hash = "before" } : r)] } }),
        ("of another metric", Small.Input with { Run = Small.Run with { Header = Small.Run.Header with { Metrics = new Dictionary<string, string> { ["correct"] = "before" } } } }),
        ("with an error", Small.But("de-003", ARunThatIsNotJudged.Broken).Input),
        ("with errors", Small.But("de-003", ARunThatIsNotJudged.Broken).But("de-001", ARunThatIsNotJudged.Broken).Input),
        ("without a baseline", Small.Input with { Baseline = null }),
        ("without the baseline of a branch", Small.Input with { Baseline = null, Suite = Small.Suite with { Gate = Small.Suite.Gate! with { BaselineBranch = "main" } } }),
        ("with the baseline of another suite", Small.Input with { Baseline = Small.Baseline with { Header = Small.Baseline.Header with { Suite = "other" } } }),
        ("with a broken baseline", Small.Input with { Baseline = null, BaselineProblem = new("EG3001", Severity.Error, "edited by hand", new("evals/b.jsonl", 1, 0)) }),
        ("of another judge", Judged("gpt-1", "gpt-2")),
        ("of two other judges", Judged("gpt-1", "gpt-2", "correct", "polite"))));

    [Fact]
    public static void OnCasesAreApproved() => Approved.Is("verdict-cases.txt", Text(
        ("one vanished", Without(1)),
        ("many vanished", Without(7)),
        ("a slice shrank", Shrunk(de: 21, en: 20)),
        ("a slice vanished", Shrunk(de: 20, en: 20, fr: 3)),
        ("too few pairs in a slice", Enumerable.Range(0, 5).Aggregate(Small, (t, i) => t.But($"de-00{i}", Changed)).Input with { Baseline = Small.Baseline }),
        ("new, changed and retired", Small.With("fr", bothPass: 1).But("de-000", Changed).But("de-001", Retired).Input with { Baseline = Small.Baseline }),
        ("does not apply on one side", OneSided(2).Input),
        ("a slice that the baseline does not know", (Small with { Rules = [ARule.MaxDropOn("correct", 0.02m, ("language", "fr"))] }).With("fr", bothPass: 5).Input with { Baseline = Small.Baseline }),
        ("a metric defined otherwise", Small.Input with { Baseline = Small.Baseline with { Header = Small.Baseline.Header with { Metrics = new Dictionary<string, BaselineMetric> { ["correct"] = new("other", true) } } } })));

    /// <summary>Everything is as it was but what nobody asked for.</summary>
    private static Trial Unruled => Enumerable.Range(0, 30).Aggregate(
        new Trial { Metrics = [AMetric.PassFail("correct"), AMetric.Cost("cost"), AMetric.Duration("latency_ms"), AMetric.Ratio("per_solved", "cost", "correct"), AMetric.Cost("tokens") with { Unit = "", Quantile = 0.9m }] },
        (t, i) => t.With(
            ACase.Of($"de-{i:00}", ("language", "de")),
            new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [i % 5 == 0 ? 0 : 1], ["cost"] = [0.01 + (i * 0.001)], ["latency_ms"] = [100 + i], ["tokens"] = [i] },
            [new Dictionary<string, double?> { ["correct"] = i % 5 == 0 ? 0 : 1, ["cost"] = 0.02 + (i * 0.001), ["latency_ms"] = i == 3 ? null : 200 + i, ["tokens"] = 2 * i }]));

    internal static string Text(params (string Name, JudgeInput Input)[] situations)
    {
        var text = new StringBuilder();
        foreach (var (name, input) in situations)
        {
            var verdict = Judge.Decide(input);
            text.Append(CultureInfo.InvariantCulture, $"== {name}: {verdict.Verdict}{(verdict.Blocks ? ", blocks" : "")}\n");
            foreach (var finding in verdict.Findings)
            {
                text.Append(CultureInfo.InvariantCulture, $"{finding.Place}: {finding.Severity} {finding.Code}: {finding.Message}\n");
            }

            foreach (var c in verdict.Comparisons.Where(c => c.Reason is not null || c.Remedy is not null))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {c.Metric.Label} {c.Slice}: {c.Verdict}: {c.Reason} ({c.Remedy})\n");
            }

            foreach (var level in verdict.Levels)
            {
                text.Append(CultureInfo.InvariantCulture, $"  level of {level.Metric.Label} on {level.Cases}: {level.Value:0.####}, before {level.Baseline:0.####} ({level.Note})\n");
            }
        }

        return text.ToString();
    }

    private static Trial Floor(decimal floor) => new() { Rules = [ARule.Level("correct", floor)], Repeatable = true };

    /// <summary>Thirty of a hundred cases do what few should.</summary>
    private static Trial Fewer(string metric) => new Trial { Metrics = [AMetric.PassFail(metric, Direction.Lower)] }.With("de", bothPass: 5, gains: 25, bothFail: 70);

    private static Trial Durations(int slow) => Enumerable.Range(0, 100).Aggregate(
        new Trial { Metrics = [AMetric.Duration("latency_ms")], Rules = [ARule.Level("latency_ms", 3000)] }, (t, i) => t.With("de", [100], [i < slow ? 4000 : 100]));

    private static Trial Costs(Func<int, double> before, double factor, Rule rule, Func<int, double>? now = null, decimal? quantile = null) => Enumerable.Range(0, 100).Aggregate(
        new Trial { Metrics = [AMetric.Cost("cost") with { Quantile = quantile }], Rules = [rule] }, (t, i) => t.With("de", [before(i)], [now?.Invoke(i) ?? before(i) * factor]));

    private static JudgeInput Judged(string then, string now, params string[] metrics)
    {
        Dictionary<string, string> Stack(string model) => metrics.DefaultIfEmpty("correct").Select(m => ($"judge.{m}", model)).Append(("prompt", "aaaa")).ToDictionary();
        var trial = Small with { Metrics = [.. metrics.DefaultIfEmpty("correct").Select(m => AMetric.PassFail(m))] };
        return trial.Input with
        {
            Baseline = trial.Baseline with { Header = trial.Baseline.Header with { Stack = Stack(then) } },
            Run = trial.Run with { End = trial.Run.End! with { Stack = Stack(now) } },
        };
    }

    private static JudgeInput Without(int cases) => (Small with { Cases = [.. Small.Cases.Skip(cases)] }).Input with { Baseline = Small.Baseline };

    private static JudgeInput Shrunk(int de, int en, int fr = 0) => Small.Input with
    {
        Baseline = Small.Baseline with
        {
            Header = Small.Baseline.Header with { Slices = new[] { ("de", de), ("en", en), ("fr", fr) }.Where(s => s.Item2 > 0).ToDictionary(s => $"language={s.Item1}", s => s.Item2) },
        },
    };

    private static TrialCase Changed(TrialCase c) => c with { Case = c.Case with { Hash = "other" } };

    private static TrialCase Retired(TrialCase c) => c with { Case = c.Case with { Status = CaseStatus.Retired, RetiredReason = "outdated" } };

    private static Trial OneSided(int cases) => Enumerable.Range(0, cases).Aggregate(Small, (t, i) => t.With(
        ACase.Of($"na-{i}", ("language", "de")), new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1.0] }, [new Dictionary<string, double?> { ["correct"] = null }]));
}
