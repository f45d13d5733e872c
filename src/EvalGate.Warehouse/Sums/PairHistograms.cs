using EvalGate.Gating;
using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Warehouse;

/// <summary>The histograms of the metrics whose quantile is shown, from one engine or from several.</summary>
internal sealed class PairHistograms(PairMap map)
{
    private readonly Dictionary<(int Metric, Slice Slice), (LogHistogram Baseline, LogHistogram Candidate)> _histograms = [];

    /// <summary>Adds the counts of one engine.</summary>
    public void Add(PairStore store, string rows)
    {
        foreach (var (number, _) in map.Metrics.Index().Where(m => m.Item.Shown is not null))
        {
            foreach (var row in store.Run(new HistogramQuery(map, number).Text(rows)))
            {
                Add(number, row, store.Name);
            }
        }
    }

    /// <summary>The quantiles, metric by metric, overall first.</summary>
    public IReadOnlyList<PairQuantile> Quantiles() =>
    [
        .. _histograms.OrderBy(h => h.Key.Metric).ThenBy(h => h.Key.Slice).Select(h => (Paired: map.Metrics[h.Key.Metric], h.Key.Slice, Both: h.Value))
            .Select(h => new PairQuantile(h.Paired.Metric, h.Slice, h.Paired.Shown!.Value, h.Both.Baseline.Quantile((double)h.Paired.Shown.Value), h.Both.Candidate.Quantile((double)h.Paired.Shown.Value))),
    ];

    private void Add(int metric, IReadOnlyList<string?> row, string source)
    {
        var column = (int)PairCells.Number(row[0], source);
        var slice = column < 0 ? Slice.Overall : new Slice([new(map.Slices[column], row[1] ?? "")]);
        if (!_histograms.TryGetValue((metric, slice), out var both))
        {
            _histograms[(metric, slice)] = both = (new(), new());
        }

        (row[2] == "a" ? both.Baseline : both.Candidate).Add((int)PairCells.Number(row[3], source), (long)PairCells.Number(row[4], source));
    }
}
