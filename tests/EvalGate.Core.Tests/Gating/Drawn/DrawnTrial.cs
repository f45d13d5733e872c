using System.Globalization;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Statistics;
using EvalGate.TestKit;

namespace EvalGate.Core.Tests.Gating.Drawn;

/// <summary>Suites of every kind, each drawn by a number: the same on every machine.</summary>
internal sealed class DrawnTrial(int seed)
{
    private static readonly string[] Languages = ["de", "en", "fr"];

    private bool IsGrouped => seed % 3 == 1;

    private int Repetitions => seed % 4 == 2 ? 2 : 1;

    private bool HasMix => seed % 5 == 3;

    private bool HasAnchor => seed % 7 == 4;

    private bool IsRerun => seed % 5 == 4;

    /// <summary>Other cases of a suite of the same kind.</summary>
    public DrawnTrial Other => new(seed + 840);

    /// <summary>All that a verdict is made from.</summary>
    public JudgeInput Input
    {
        get
        {
            var trial = Trial("now");
            return trial.Input with
            {
                Anchor = HasAnchor ? Trial("anchor").Baseline : null,
                EarlierRuns = IsRerun ? [Earlier("earlier", 1), Earlier("first", 2)] : [],
            };
        }
    }

    /// <summary>The suite, with cases and results of both sides.</summary>
    /// <param name="system">Another name draws other results of the same cases.</param>
    public Trial Trial(string system = "now") => Enumerable.Range(0, 8 + (int)(32 * Uniform("size"))).Aggregate(Empty, (trial, i) => trial.With(CaseOf(i), Before(i, system), After(i, system)));

    /// <summary>One more run of the same candidate, made some days before.</summary>
    public Run Earlier(string system, int days)
    {
        var run = Trial(system).Run;
        return run with
        {
            Header = run.Header with { RunId = string.Create(CultureInfo.InvariantCulture, $"20260101T00000000{9 - days}Z-1"), Started = run.Header.Started.AddDays(-days) },
        };
    }

    private Trial Empty => new()
    {
        Metrics =
        [
            AMetric.PassFail("correct"),
            AMetric.Score("grade"),
            AMetric.Score("harm", new(-1, 2)) with { Better = Direction.Lower },
            AMetric.Cost("cost"),
            AMetric.Cost("tokens") with { Unit = "", Scale = 1, Quantile = 0.8m },
            AMetric.Duration("latency_ms") with { Quantile = 0.9m },
            AMetric.Ratio("per_solved", "cost", "correct"),
        ],
        Rules = [.. Rules.Where((_, i) => i == 0 || Uniform($"rule {i}") < 0.6)],
        Attributes = seed % 3 == 0 ? ["language", "tier"] : ["language"],
        Crosses = seed % 6 == 0 ? [new(["language", "tier"], default)] : [],
        Repetitions = Repetitions,
        Repeatable = seed % 6 != 5 ? false : seed % 4 == 1 ? true : null,
        FalseAlarms = seed % 8 == 6 ? 0.2 : null,
        Inconclusive = (InconclusivePolicy)(seed % 3),
        Anchor = HasAnchor ? "v1" : null,
        Mix = HasMix ? new("language", new Dictionary<string, decimal> { ["de"] = 0.5m, ["en"] = 0.3m, ["fr"] = 0.2m }, default) : null,
        Deal = seed % 4 == 3 ? new(new Dictionary<string, Tolerance> { ["cost"] = new(0.5m, true), ["harm"] = new(0.5m, false) }, "grade", new(0.05m, seed % 8 == 3), default) : null,
    };

    private Rule[] Rules =>
    [
        ARule.MaxDrop("correct", 0.05m, 0.15m) with { Decide = (Decision)(seed / 2 % 3) },
        ARule.MaxDrop("grade", 0.1m, 0.2m),
        ARule.MaxDropOn("grade", 0.02m, ("language", "de")),
        ARule.MaxDrop("harm", 0.2m, 0.4m),
        ARule.Level("harm", 0.6m, new OverallAndSlices()),
        ARule.Level("correct", 0.7m, new EverySlice()),
        new() { Metric = "cost", Bound = new MaxChange(new(0.1m, true), new(0.3m, true)), Scope = new OverallAndSlices(), Place = default },
        ARule.Level("cost", 0.05m),
        ARule.MaxRise("tokens", 0.2m),
        ARule.Level("tokens", 900, new OverallAndSlices()),
        ARule.Level("latency_ms", 1500, new OverallAndSlices()),
        ARule.MaxRise("per_solved", 0.25m),
    ];

    private Case CaseOf(int i)
    {
        var (language, tier) = (Languages[(int)(3 * Uniform($"language {i}"))], Uniform($"tier {i}") < 0.7 ? "free" : "paid");
        var group = IsGrouped && Uniform($"alone {i}") < 0.8 ? string.Create(CultureInfo.InvariantCulture, $"g{i / 3}") : null;
        return ACase.Of(string.Create(CultureInfo.InvariantCulture, $"c{i:00}"), ("language", language), ("tier", tier)) with { Group = group };
    }

    private Dictionary<string, IReadOnlyList<double>> Before(int i, string system)
    {
        var results = Enumerable.Range(0, Again(i)).Select(r => Result(i, $"{system} before {r}", 0)).ToArray();
        return results[0].Keys.ToDictionary(m => m, m => (IReadOnlyList<double>)[.. results.Select(r => r[m]).OfType<double>()], StringComparer.Ordinal);
    }

    private int Again(int i) => seed % 3 == 0 ? 1 : 1 + (int)(3 * Uniform($"repeated {i / 5}"));

    private Dictionary<string, double?>[] After(int i, string system) => [.. Enumerable.Range(0, Repetitions).Select(r => Result(i, $"{system} after {r}", Harm(i)))];

    /// <summary>How much worse the candidate does: nowhere, everywhere, or in German alone; or better.</summary>
    private double Harm(int i) => (seed % 4) switch
    {
        0 => 0,
        1 => 0.25,
        2 => Uniform($"language {i}") < 1 / 3.0 ? 0.6 : 0,
        _ => -0.2,
    };

    private Dictionary<string, double?> Result(int i, string draw, double harm)
    {
        var hardness = Uniform($"hardness {i}");
        double Noise(string metric) => Uniform($"{metric} {i} {draw}") - 0.5;
        var correct = (0.6 * hardness) + (0.6 * Noise("correct")) + harm < 0.45;
        return new()
        {
            ["correct"] = correct ? 1 : 0,
            ["grade"] = Math.Round(Math.Clamp(0.9 - (0.4 * hardness) - (0.7 * harm) + (0.3 * Noise("grade")), 0, 1), 2),
            ["harm"] = Math.Round(Math.Clamp(hardness - 0.5 + harm + Noise("harm"), -1, 2), 1),
            ["cost"] = Uniform($"unmetered {i}") < 0.1 ? null : Math.Round(0.03 + (0.03 * hardness) + (0.04 * Math.Abs(harm)) + (0.01 * Noise("cost")), 6),
            ["tokens"] = Math.Round(200 + (600 * hardness) + (700 * Math.Max(0, harm)) + (200 * Noise("tokens"))),
            ["latency_ms"] = Math.Round(400 + (1000 * Uniform($"time {i}")) + (800 * harm) + (500 * Noise("latency"))),
        };
    }

    private double Uniform(string what) => HashedReplicates.Uniform(HashedReplicates.Fnv1A64(what), seed);
}
