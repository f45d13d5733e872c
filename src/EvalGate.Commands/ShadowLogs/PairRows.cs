using System.Collections.Immutable;
using System.Text.Json;
using EvalGate.Datasets;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Scoring;
using EvalGate.ShadowLogs;
using EvalGate.Slicing;
using EvalGate.Snapshots;

namespace EvalGate.Commands;

/// <summary>Pairs as the gate judges them, column by column: the texts are read once and let go.</summary>
/// <param name="metrics">What is measured of each answer.</param>
/// <param name="slices">Where a pair belongs.</param>
/// <param name="comparer">Says what of an output does not matter.</param>
internal sealed class PairRows(IReadOnlyList<PairMetric> metrics, Func<ShadowPair, IReadOnlyList<Slice>> slices, SnapshotComparer comparer)
{
    private readonly SliceSets _cells = new();
    private readonly List<string> _ids = [];
    private readonly List<int> _cellOfRow = [];
    private readonly NameNumbers _keys = new();
    private readonly List<int> _keyOfRow = [];
    private readonly List<long[]>[] _before = [.. metrics.Select(_ => new List<long[]>())];
    private readonly List<long[]>[] _now = [.. metrics.Select(_ => new List<long[]>())];
    private readonly TrafficMix _mix = new();
    private readonly Agreements _candidate = new();
    private readonly Agreements _noise = new();

    /// <summary>Disagreements by what they have in common.</summary>
    public EditCensus Edits { get; } = new();

    /// <summary>The candidate's disagreements.</summary>
    public List<InformativePair> Disagreements { get; } = [];

    /// <summary>Pairs of the candidate.</summary>
    public int Pairs => _ids.Count;

    /// <summary>Pairs of the incumbent with itself.</summary>
    public int NoisePairs { get; private set; }

    public void Add(ShadowPair pair)
    {
        var (cell, key) = (_cells.NumberOf(slices(pair)), _keys.NumberOf(pair.Key));
        var disagreement = pair.Shadow.Error is null ? Disagreement.Of(comparer, pair) : null;
        if (pair.Shadow.Error is null)
        {
            Edits.Add(pair.Arm, disagreement);
        }

        var agrees = pair.Shadow.Error is null && disagreement is null;
        (pair.Arm == ShadowArm.Candidate ? _candidate : _noise).Add(key, cell, agrees);
        if (pair.Arm == ShadowArm.Incumbent)
        {
            NoisePairs++;
            return;
        }

        _mix.Add(pair);
        _ids.Add(pair.Id);
        _cellOfRow.Add(cell);
        _keyOfRow.Add(key);
        for (var i = 0; i < metrics.Count; i++)
        {
            var (before, now) = Scores(metrics[i], pair);
            _before[i].Add(before);
            _now[i].Add(now);
        }

        if (disagreement is not null)
        {
            Disagreements.Add(new(pair.Id, pair.Place, disagreement, _cells[cell], pair.Input.ValueKind == JsonValueKind.Undefined ? null : ContentHash.OfCase(pair.Input, default)));
        }
    }

    /// <summary>Metrics that some pair has on both sides.</summary>
    public IReadOnlyList<PairMetric> Measured() => [.. metrics.Where((_, i) => _before[i].Zip(_now[i]).Any(p => p.First.Length > 0 && p.Second.Length > 0))];

    /// <summary>The pairs of the candidate, for what can be compared answer by answer.</summary>
    public PairedTable Table()
    {
        // Conversations that came once are no groups: their pairs are as independent as any.
        var hasGroups = _keyOfRow.Distinct().Count() < _keyOfRow.Count;
        return new()
        {
            Ids = _ids,
            Cells = _cells.All,
            CellOfRow = [.. _cellOfRow],
            Groups = hasGroups ? _keys.All : [],
            GroupOfRow = hasGroups ? [.. _keyOfRow] : [],
            Scores = metrics.Index().ToDictionary(
                m => m.Item.Metric.Name,
                m => new PairedScores(ScoreColumn.Of(_before[m.Index]), ScoreColumn.Of(_now[m.Index]), ImmutableHashSet<int>.Empty),
                StringComparer.Ordinal),
            BaselineCases = Pairs,
            BaselineCasesBySlice = _cellOfRow.CountBy(c => c).SelectMany(c => _cells[c.Key].Where(s => !s.IsOverall), (c, s) => (Slice: s, c.Value))
                .GroupBy(c => c.Slice).ToDictionary(g => g.Key, g => g.Sum(c => c.Value)),
        };
    }

    /// <summary>The mix of the whole traffic; null where every segment was sampled alike.</summary>
    public ProductionMix? Mix() => _mix.Of();

    /// <summary>How often the incumbent agrees with itself, and the candidate with it.</summary>
    public (UnpairedArm Noise, UnpairedArm Candidate) Agreement() => (_noise.Arm(_cells), _candidate.Arm(_cells));

    /// <summary>An answer that failed has the worst score of a bounded metric; under the others such a pair has none.</summary>
    private static (long[] Before, long[] Now) Scores(PairMetric metric, ShadowPair pair)
    {
        var before = metric.Score(pair, pair.Incumbent);
        var now = pair.Shadow.Error is null || metric.Metric.Name == PairMetric.Failed ? metric.Score(pair, pair.Shadow) : Worst(metric.Metric);
        return pair.Shadow.Error is not null && now is null ? ([], []) : (Steps(metric.Metric, before), Steps(metric.Metric, now));
    }

    private static double? Worst(Metric metric) => metric.Range is { } range ? (double)(metric.Better == Direction.Higher ? range.Minimum : range.Maximum) : null;

    private static long[] Steps(Metric metric, double? score) =>
        score is { } value && double.IsFinite(value) ? [(metric.Better == Direction.Higher ? 1 : -1) * FixedPoint.Of(value, metric.Scale)] : [];

    /// <summary>The agreements of one arm. Of a conversation the first pair counts: arms of different cases know no groups.</summary>
    private sealed class Agreements
    {
        private readonly HashSet<int> _keys = [];
        private readonly List<int> _cells = [];
        private readonly List<long> _agrees = [];

        public void Add(int key, int cell, bool agrees)
        {
            if (_keys.Add(key))
            {
                _cells.Add(cell);
                _agrees.Add(agrees ? 1 : 0);
            }
        }

        public UnpairedArm Arm(SliceSets cells) => new()
        {
            Cells = cells.All,
            CellOfRow = [.. _cells],
            Scores = new Dictionary<string, ScoreColumn>(StringComparer.Ordinal) { [PairMetric.Agrees] = ScoreColumn.Single([.. _agrees]) },
        };
    }
}
