using System.Text;
using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Reports.Tests.Scenes;
using EvalGate.Slicing;
using EvalGate.TestKit;

namespace EvalGate.Reports.Tests;

public static class ThePlanReport
{
    private static readonly Trial Pooled = Add(Add(Add(new Trial(), "de", 100, flipping: 5), "en", 180, flipping: 4), "sv", 4, flipping: 0);

    private static readonly Dictionary<string, Func<SuitePlan>> All = new()
    {
        ["pooled-runs"] = () => Plan(Pooled, Priced(Pooled)),
        ["unmetered"] = () => Plan(Pooled),
        ["one-result-a-case"] = () => Plan(new Trial().With("de", bothPass: 60).With("en", bothPass: 40)),
        ["another-candidate"] = () => Plan(Flipping, Flipping.Run),
        ["nothing-known"] = () => Planner.Plan(new() { Suite = Pooled.Suite, Cases = Pooled.AllCases }),
        ["levels-only"] = () => Plan(Pooled with { Rules = [ARule.Level("correct", 0.8m)] }),
        ["conversations"] = () => Plan(Conversations),
        ["many-slices"] = () => Plan(Enumerable.Range(0, 30).Aggregate(new Trial(), (t, i) => Add(t, $"language-{i:00}", 10 + i, flipping: i % 3))),
        ["scores-and-costs"] = () => Plan(Scored),
        ["quantiles"] = () => Plan(Pooled with { Metrics = [AMetric.PassFail("correct"), .. Unplanned], Rules = [ARule.MaxDrop("correct", 0.02m), .. Unplanned.Select(m => ARule.MaxRise(m.Name, 0.1m))] }),
        ["only-quantiles"] = () => Plan(Pooled with { Metrics = [AMetric.PassFail("correct"), .. Unplanned], Rules = [.. Unplanned.Select(m => ARule.MaxRise(m.Name, 0.1m))] }),
        ["hostile"] = () => Plan(Add(new Trial(), LayoutScenes.Escape, 12, flipping: 1)),
    };

    public static TheoryData<string> Scenes { get; } = [.. All.Keys];

    private static Metric[] Unplanned => [AMetric.Cost("cost_usd") with { Quantile = 0.95m }, AMetric.Ratio("cost_per_solved", "cost_usd", "correct")];

    private static Trial Flipping => new Trial().With("de", bothPass: 50, gains: 3, losses: 4).With("en", bothPass: 90, losses: 2).With("en", [], [1]);

    private static Trial Conversations => Enumerable.Range(0, 90).Aggregate(
        new Trial(), (t, i) => t.With(i % 3 == 0 ? "de" : "en", [1, i % 20 == 0 ? 0 : 1], [1], $"conversation-{i / 3}"));

    private static Trial Scored => Enumerable.Range(0, 80).Aggregate(
        new Trial { Metrics = [AMetric.Score("grounded", new ValueRange(1, 5)), AMetric.Cost("cost_usd")], Rules = [ARule.MaxDrop("grounded", 0.1m, 0.5m), ARule.MaxRise("cost_usd", 0.1m)] },
        (t, i) => t.With(ACase.Of($"c-{i:00}", ("language", i % 4 == 0 ? "de" : "en")), new Dictionary<string, IReadOnlyList<double>> { ["grounded"] = [4, i % 9 == 0 ? 3 : 4], ["cost_usd"] = [0.004, 0.0041 + (i % 5 * 0.0003)] }, []));

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void ReadsAsApproved(string scene) => Approved.Is($"plan-{scene}.plan", Written(scene));

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void IsTheSameUnderACommaCulture(string scene) => Assert.Equal(Written(scene), CommaCulture.Outside(() => Written(scene)));

    [Theory]
    [MemberData(nameof(Scenes))]
    public static void FitsOnOneScreen(string scene)
    {
        var lines = Written(scene).Split('\n');

        Assert.InRange(lines.Length, 2, 45);
        Assert.All(lines, line => Assert.InRange(Columns.Of(line), 0, 80));
        Assert.DoesNotContain(Written(scene), c => c != '\n' && char.IsControl(c));
    }

    [Fact]
    public static void IsJsonWithNullWhereNothingIsKnown()
    {
        Approved.Is("plan-scores-and-costs.json", Json(All["scores-and-costs"]()));
        using var unknown = JsonDocument.Parse(Json(All["one-result-a-case"]()));

        var slice = unknown.RootElement.GetProperty("slices")[0];

        Assert.Equal(JsonValueKind.Null, slice.GetProperty("flip_rate").ValueKind);
        Assert.Equal(149, slice.GetProperty("least_cases").GetInt32());
    }

    private static string Written(string scene) => PlanReport.Write(All[scene](), 80);

    private static string Json(SuitePlan plan)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" }))
        {
            PlanJson.Write(json, plan);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static SuitePlan Plan(Trial trial, params Run[] runs) => Planner.Plan(new() { Suite = trial.Suite, Cases = trial.AllCases, Baseline = trial.Baseline, Runs = runs });

    private static Trial Add(Trial trial, string language, int cases, int flipping) =>
        Enumerable.Range(0, cases).Aggregate(trial, (t, i) => t.With(language, i < flipping ? [1, 0] : [1, 1], [1]));

    private static Run Priced(Trial trial) => trial.Run with { Records = [.. trial.Run.Records.Select(r => r with { Usage = new() { CostUsd = 0.0042m } })] };
}
