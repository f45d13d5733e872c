using System.Globalization;
using System.Text.Json;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;
using EvalGate.Snapshots;

namespace EvalGate.TestKit;

/// <summary>A suite, its cases, a baseline and a candidate run, built case by case: what the gate is asked to judge.</summary>
public sealed record Trial
{
    private static readonly JsonElement Empty = JsonDocument.Parse("{}").RootElement;

    public IReadOnlyList<TrialCase> Cases { get; init; } = [];

    public IReadOnlyList<Metric> Metrics { get; init; } = [AMetric.PassFail("correct")];

    public IReadOnlyList<Rule> Rules { get; init; } = [ARule.MaxDrop("correct", 0.02m)];

    public IReadOnlyList<string> Attributes { get; init; } = ["language"];

    public IReadOnlyList<SliceCross> Crosses { get; init; } = [];

    public InconclusivePolicy Inconclusive { get; init; }

    public ErrorAllowance MaxErrors { get; init; } = new(0, null);

    public double? FalseAlarms { get; init; }

    public Trade? Deal { get; init; }

    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>The day on which it is judged.</summary>
    public DateOnly Today { get; init; } = new(1970, 1, 2);

    public string? Anchor { get; init; }

    public ProductionMix? Mix { get; init; }

    /// <summary>Whether the baseline says that its metrics came out the same twice.</summary>
    public bool? Repeatable { get; init; } = false;

    public int Repetitions { get; init; } = 1;

    public SnapshotSettings? Snapshots { get; init; }

    public Suite Suite => new()
    {
        Name = "support",
        Place = new("evals/support.eval.yaml", 1, 1),
        Subject = new("HelpDesk.Assistant", new("evals/support.eval.yaml", 2, 10)),
        CaseFiles = ["support.cases.jsonl"],
        Repetitions = Repetitions,
        Attributes = [.. Attributes.Select(a => new DeclaredAttribute(a, new("evals/support.eval.yaml", 5, 5)))],
        Crosses = Crosses,
        Metrics = Snapshots is null ? Metrics : [.. Metrics, SnapshotMetric.At(Snapshots.Place)],
        Snapshots = Snapshots,
        Mix = Mix,
        Gate = new() { Baseline = "support.baseline.jsonl", Rules = Rules, Inconclusive = Inconclusive, MaxErrors = MaxErrors, FalseAlarms = FalseAlarms, Trade = Deal, Anchor = Anchor, Waivers = Waivers, Place = new("evals/support.eval.yaml", 20, 1) },
    };

    public IReadOnlyList<Case> AllCases => [.. Cases.Select(c => c.Case)];

    public Baseline Baseline => new()
    {
        Header = new()
        {
            Suite = "support",
            Runs = ["20260101T000000000Z-1"],
            Commit = "4c1d9ab0000000000000000000000000000000aa",
            Date = DateTimeOffset.UnixEpoch,
            Stack = new Dictionary<string, string> { ["prompt"] = "aaaa" },
            DatasetHash = ContentHash.OfDataset(AllCases),
            Machine = "test",
            Metrics = Suite.Scored.ToDictionary(m => m.Name, m => new BaselineMetric(m.Fingerprint, Repeatable)),
            AcceptedBy = "test",
        },
        Cases = [.. Cases.Where(c => c.Baseline.Count > 0).OrderBy(c => c.Case.Id, StringComparer.Ordinal).Select(c => new BaselineCase(c.Case.Id, c.Case.Hash, c.Baseline))],
    };

    public Run Run => new()
    {
        Header = new()
        {
            Suite = "support",
            RunId = "20260102T000000000Z-2",
            Started = DateTimeOffset.UnixEpoch.AddDays(1),
            DatasetHash = ContentHash.OfDataset(AllCases),
            Cases = Cases.Count,
            Repetitions = Repetitions,
            Metrics = Suite.Scored.ToDictionary(m => m.Name, m => m.Fingerprint),
            Machine = "test",
            ToolVersion = "0.0.0",
            Commit = "9b41e070000000000000000000000000000000bb",
            Build = "b1",
        },
        Records = [.. Cases.Where(c => c.Case.Status == CaseStatus.Active).SelectMany(c => c.Records.Select(r => r with { Hash = c.Case.Hash }))],
        End = new(Cases.Sum(c => c.Records.Count), DateTimeOffset.UnixEpoch.AddDays(1), new Dictionary<string, string> { ["prompt"] = "bbbb" }),
    };

    public JudgeInput Input => new() { Suite = Suite, Cases = AllCases, Baseline = Baseline, Run = Run, Today = Today };

    public SuiteVerdict Verdict => Judge.Decide(Input);

    /// <summary>Adds pass/fail cases of one language: how many pass on both sides, were gained, were lost, fail on both sides.</summary>
    public Trial With(string language, int bothPass, int gains = 0, int losses = 0, int bothFail = 0)
    {
        var outcomes = Enumerable.Repeat((1, 1), bothPass).Concat(Enumerable.Repeat((0, 1), gains))
            .Concat(Enumerable.Repeat((1, 0), losses)).Concat(Enumerable.Repeat((0, 0), bothFail));
        return outcomes.Aggregate(this, (trial, o) => trial.With(language, [o.Item1], [o.Item2]));
    }

    /// <summary>Adds one case with the scores of its repetitions under the first metric.</summary>
    public Trial With(string language, double[] baseline, double[] candidate, string? group = null) => With(
        ACase.Of(string.Create(CultureInfo.InvariantCulture, $"{language}-{Cases.Count:000}"), ("language", language)) with { Group = group },
        new Dictionary<string, IReadOnlyList<double>> { [Metrics[0].Name] = baseline },
        [.. candidate.Select(s => new Dictionary<string, double?> { [Metrics[0].Name] = s })]);

    /// <summary>Adds one case with scores by metric.</summary>
    public Trial With(Case @case, IReadOnlyDictionary<string, IReadOnlyList<double>> baseline, IReadOnlyList<IReadOnlyDictionary<string, double?>> candidate) =>
        this with { Cases = [.. Cases, new(@case, baseline, [.. candidate.Select((s, i) => Record(@case, i + 1, s))])] };

    /// <summary>Changes one case.</summary>
    public Trial But(string id, Func<TrialCase, TrialCase> change) =>
        this with { Cases = [.. Cases.Select(c => c.Case.Id == id ? change(c) : c)] };

    private static RunRecord Record(Case @case, int repetition, IReadOnlyDictionary<string, double?> scores) =>
        new() { CaseId = @case.Id, Hash = @case.Hash, Repetition = repetition, Scores = scores, Output = Empty };
}

/// <summary>One case of a <see cref="Trial"/>.</summary>
public sealed record TrialCase(Case Case, IReadOnlyDictionary<string, IReadOnlyList<double>> Baseline, IReadOnlyList<RunRecord> Records);
