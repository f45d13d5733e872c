using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating;

/// <summary>What people read where a rule is excused, held against something else, or one of several that are broken.</summary>
public static class TheWordsOfAnExcuse
{
    private static readonly DateOnly LastDay = new(2027, 1, 31);

    private static readonly Trial German = new Trial { Repeatable = true, Today = LastDay }.With("de", bothPass: 60, losses: 30, bothFail: 10).With("en", bothPass: 100, gains: 40, bothFail: 10);

    private static readonly Trial Anchored = new Trial { Rules = [ARule.MaxDrop("correct", 0.05m, 0.05m)], Anchor = "v1", Repeatable = true }
        .With("de", bothPass: 184, losses: 8, bothFail: 8);

    [Fact]
    public static void AreApproved() => Approved.Is("verdict-excuses.txt", TheWordsOfAVerdict.Text(
        ("within its waiver", (German with { Waivers = [Of(0.30m)] }).Input),
        ("beyond its waiver", (German with { Waivers = [Of(0.10m)] }).Input),
        ("the waiver is over", (German with { Waivers = [Of(0.30m)], Today = LastDay.AddDays(1) }).Input),
        ("a waiver of nothing", (new Trial { Repeatable = true, Waivers = [Of(0.30m)], Today = LastDay }.With("de", bothPass: 50)).Input),
        ("traded", Dearer(gains: 20, losses: 0, 1.15).Input),
        ("dearer than the trade allows", Dearer(gains: 20, losses: 0, 1.25).Input),
        ("no gain to trade for", Dearer(gains: 1, losses: 0, 1.15).Input),
        ("a gain that chance explains", Dearer(gains: 14, losses: 8, 1.15).Input),
        ("a little at a time", Anchored.Input with { Anchor = Perfect(Anchored.Baseline) }),
        ("without its anchor", Anchored.Input),
        ("an anchor that cannot be read", Anchored.Input with { AnchorProblem = new("EG3001", Severity.Error, "it is no baseline.", new("evals/v1.jsonl", 1, 0)) }),
        ("an anchor that is too old", Anchored.Input with { Anchor = Anchored.Baseline with { Header = Anchored.Baseline.Header with { Metrics = new Dictionary<string, BaselineMetric> { ["correct"] = new("other", true) } } } }),
        ("in the mix of production", (German with { Mix = new("language", new Dictionary<string, decimal> { ["de"] = 0.9m, ["en"] = 0.1m }, default) }).Input),
        ("several at once", Several.Input)));

    /// <summary>Two metrics, of which one is proven worse in two slices, and the other perhaps in one.</summary>
    private static Trial Several => Enumerable.Range(0, 120).Aggregate(
        new Trial { Metrics = [AMetric.PassFail("polite"), AMetric.PassFail("correct")], Rules = [ARule.MaxDrop("polite", 0.01m, 0.01m), ARule.MaxDrop("correct", 0.02m)] },
        (t, i) => t.With(
            ACase.Of($"{Language(i)}-{i:000}", ("language", Language(i))),
            new Dictionary<string, IReadOnlyList<double>> { ["polite"] = [1], ["correct"] = [1] },
            [new Dictionary<string, double?> { ["polite"] = i is 2 or 5 or 8 or 11 ? 0 : 1, ["correct"] = (i % 3 == 0 && i < 60) || (i % 3 == 1 && i < 45) ? 0 : 1 }]));

    private static string Language(int i) => (i % 3) switch { 0 => "de", 1 => "en", _ => "fr" };

    private static Baseline Perfect(Baseline baseline) => baseline with
    {
        Cases = [.. baseline.Cases.Select(c => c with { Scores = new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [1.0] } })],
    };

    private static Waiver Of(decimal ceiling) => new()
    {
        Metric = "correct",
        Pairs = [new("language", "de")],
        Ceiling = new(ceiling, false),
        Reason = "the policy moved",
        Expires = LastDay,
        Place = new("evals/waivers.yaml", 4, 3),
    };

    private static Trial Dearer(int gains, int losses, double factor) => Enumerable.Range(0, 200).Aggregate(
        new Trial
        {
            Metrics = [AMetric.PassFail("correct"), AMetric.Cost("cost")],
            Rules = [ARule.MaxDrop("correct", 0.02m), ARule.MaxRise("cost", 0.10m)],
            Deal = new(new Dictionary<string, Tolerance> { ["cost"] = new(0.20m, true) }, "correct", new(0.02m, false), new("evals/support.eval.yaml", 30, 3)),
        },
        (t, i) => t.With(
            ACase.Of($"en-{i:000}", ("language", "en")),
            new Dictionary<string, IReadOnlyList<double>> { ["correct"] = [i < gains ? 0 : 1], ["cost"] = [0.01] },
            [new Dictionary<string, double?> { ["correct"] = i >= gains && i < gains + losses ? 0 : 1, ["cost"] = 0.01 * factor }]));
}
