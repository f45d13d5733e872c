using System.Globalization;
using EvalGate.Gating;
using EvalGate.Slicing;
using EvalGate.TestKit;

namespace EvalGate.Reports.Tests.Scenes;

/// <summary>What strains the layout: many slices, long names, wide letters, hostile text.</summary>
internal static class LayoutScenes
{
    public const string Escape = "\u001b[31mred\u001b[0m";

    public static Dictionary<string, Func<SuiteVerdict>> All { get; } = new()
    {
        ["more-slices-than-fit"] = () => Enumerable.Range(1, 30).Aggregate(new Trial { Repeatable = true }, (t, i) =>
            t.With(string.Create(CultureInfo.InvariantCulture, $"region-{i:00}"), bothPass: 8, losses: 8, bothFail: 2)).Verdict,
        ["long-names"] = () => Named(
            "correct_intent_and_complete_answer_in_the_customers_own_language",
            "Ersatzteil- und Reparaturanfragen zu Kochern, Zelten und Rucksäcken aus dem Ausverkauf",
            "pneumonoultramicroscopicsilicovolcanoconiosis-supercalifragilisticexpialidocious").Verdict,
        ["wide-letters"] = () => Named("正解率", "日本語のお問い合わせ（返品・交換）", "한국어").Verdict,
        ["every-kind-of-metric"] = () => EveryKind.Verdict,
        ["hostile-names"] = () => Hostile.Verdict,
        ["hostile-error"] = () => Hostile.Broken([Hostile.Cases[0].Case.Id], $"{Escape}\n::error::pwned ##[error] @everyone <script>alert(1)</script> [x](https://evil.example)").Verdict,
    };

    public static Trial Named(string metric, params string[] values) => values.Aggregate(
        new Trial { Metrics = [AMetric.PassFail(metric)], Rules = [ARule.MaxDrop(metric, 0.02m)], Attributes = ["topic", "channel"], Crosses = [new SliceCross(["topic", "channel"], default)], Repeatable = true },
        (trial, value) => trial.In([("topic", value), ("channel", value)], bothPass: 20, losses: 12, bothFail: 3));

    private static Trial Hostile => Named(
        "@everyone|correct",
        $"{Escape}\u202egnp.exe\u0000",
        "| a | b |\n# Passed\n`code` **bold** ![img](https://evil.example/x.png)",
        "<details open><summary>all green</summary> &lt;img src=x&gt; <!-- evalgate -->",
        "::error file=x::y ##[group]z @octocat #12 GH-12 www.evil.example \ud83d");

    private static Trial EveryKind => Enumerable.Range(0, 60).Aggregate(
        new Trial
        {
            Metrics = [AMetric.PassFail("correct"), AMetric.Score("grounded"), AMetric.Score("helpful", new(1, 5)), AMetric.Cost("cost_usd"), AMetric.Duration("latency_ms")],
            Rules =
            [
                ARule.MaxDrop("correct", 0.02m), ARule.Level("correct", 0.5m), ARule.MaxDrop("grounded", 0.03m), ARule.MaxDrop("helpful", 0.2m),
                ARule.MaxRise("cost_usd", 0.1m), ARule.Level("latency_ms", 3000),
            ],
            Repeatable = true,
        },
        (trial, i) => trial.Scored(
            [("language", i % 3 == 0 ? "de" : "en")],
            [1, 0.5 + (i % 5 * 0.1), 3 + (i % 3), 0.0031 + (i * 0.00001), 800 + i],
            [i % 3 == 0 && i % 2 == 0 ? 0 : 1, 0.5 + (i % 4 * 0.1), 3 + (i % 2), 1.25 + (i * 0.003), 12_000 + i]));
}
