using System.Text.Json;
using EvalGate.Calibration.Worlds;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Calibration.Gates;

/// <summary>Draws baselines and runs of one suite, and has them judged as a test host would.</summary>
public sealed class GateWorld
{
    private const int Languages = 4;
    private const int Categories = 3;

    private static readonly Layout Twenty = Layout.Crossed(Languages, Categories);

    private readonly GateSetting _setting;
    private readonly Suite _suite;
    private readonly Case[] _cases;
    private readonly string _hash;

    /// <summary>Prepares what no draw changes.</summary>
    /// <param name="setting">The setting.</param>
    public GateWorld(GateSetting setting)
    {
        _setting = setting;
        _cases = [.. Enumerable.Range(0, setting.Cases).Select(CaseOf)];
        _hash = ContentHash.OfDataset(_cases);
        _suite = new()
        {
            Name = "calibration",
            Place = new("", 1, 1),
            Subject = new("Subject", default),
            CaseFiles = [],
            Repetitions = setting.CandidateRepetitions,
            Attributes = [new DeclaredAttribute("language", default), new DeclaredAttribute("category", default)],
            Crosses = [new(["category", "language"], default)],
            Metrics = [.. GateMetric.All.Select(m => m.Metric)],
            Gate = new() { Baseline = "", Rules = [.. GateMetric.All.Select(m => m.Rule)] },
        };
    }

    /// <summary>The slice that is broken where one is: a quarter of the cases.</summary>
    public static Slice Target { get; } = new([new("language", "l0")]);

    /// <summary>Judges one draw.</summary>
    /// <param name="draws">Its randomness.</param>
    /// <param name="losses">What the cases of the target lose, by metric.</param>
    public SuiteVerdict Judged(Draws draws, IReadOnlyDictionary<string, double> losses)
    {
        var scores = _cases.Select((_, i) => GateMetric.All.Select((m, k) => ScoresOf(i, m, draws.Of(k), losses.GetValueOrDefault(m.Metric.Name))).ToArray()).ToArray();
        return Judge.Decide(new() { Suite = _suite, Cases = _cases, Baseline = BaselineOf(scores), Run = RunOf(scores), Today = default });
    }

    private (double[] Baseline, double[] Candidate) ScoresOf(int index, GateMetric metric, Draws draws, double targetLoss)
    {
        Draws own = draws.Of(2 * index), shared = draws.Of((2 * _setting.Grouping.GroupOf(index)) + 1);
        var source = _setting.Grouping.HasGroups && own[0] < Grouping.Cohesion ? shared : own;
        var loss = Twenty.SlicesOf(index, _setting.Cases).Contains(Twenty.Target) ? targetLoss : 0;
        return (
            [.. Enumerable.Range(0, _setting.BaselineRepetitions).Select(r => metric.Score(source[2 + (2 * r)], source[1], 0))],
            [.. Enumerable.Range(0, _setting.CandidateRepetitions).Select(r => metric.Score(source[3 + (2 * r)], source[1], loss))]);
    }

    private Case CaseOf(int index)
    {
        var slices = Twenty.SlicesOf(index, _setting.Cases);
        var input = JsonSerializer.SerializeToElement(index);
        return new()
        {
            Id = FormattableString.Invariant($"case-{index:00000}"),
            Input = input,
            Hash = ContentHash.OfCase(input, default),
            Group = _setting.Grouping.HasGroups ? FormattableString.Invariant($"group-{_setting.Grouping.GroupOf(index)}") : null,
            Slices = new Dictionary<string, IReadOnlyList<string>>
            {
                ["language"] = [FormattableString.Invariant($"l{slices[1] - 1}")],
                ["category"] = [FormattableString.Invariant($"c{slices[2] - 1 - Languages}")],
            },
        };
    }

    private Baseline BaselineOf((double[] Baseline, double[] Candidate)[][] scores) => new()
    {
        Header = new()
        {
            Suite = _suite.Name,
            Runs = [],
            Date = DateTimeOffset.UnixEpoch,
            Stack = new Dictionary<string, string>(),
            DatasetHash = _hash,
            Machine = "",
            Metrics = _suite.Metrics.ToDictionary(m => m.Name, m => new BaselineMetric(m.Fingerprint, false)),
            AcceptedBy = "",
        },
        Cases = [.. _cases.Select((c, i) => new BaselineCase(c.Id, c.Hash, _suite.Metrics.Index().ToDictionary(m => m.Item.Name, m => (IReadOnlyList<double>)scores[i][m.Index].Baseline)))],
    };

    private Run RunOf((double[] Baseline, double[] Candidate)[][] scores)
    {
        RunRecord[] records = [.. _cases.SelectMany((c, i) => Enumerable.Range(0, _setting.CandidateRepetitions).Select(r => new RunRecord
        {
            CaseId = c.Id,
            Hash = c.Hash,
            Repetition = r + 1,
            Scores = _suite.Metrics.Index().ToDictionary(m => m.Item.Name, m => (double?)scores[i][m.Index].Candidate[r]),
        }))];
        return new()
        {
            Header = new()
            {
                Suite = _suite.Name,
                RunId = "run",
                Started = DateTimeOffset.UnixEpoch.AddDays(1),
                DatasetHash = _hash,
                Cases = _cases.Length,
                Repetitions = _setting.CandidateRepetitions,
                Metrics = _suite.Metrics.ToDictionary(m => m.Name, m => m.Fingerprint),
                Machine = "",
                ToolVersion = "",
            },
            Records = records,
            End = new(records.Length, DateTimeOffset.UnixEpoch.AddDays(1), new Dictionary<string, string>()),
        };
    }
}
