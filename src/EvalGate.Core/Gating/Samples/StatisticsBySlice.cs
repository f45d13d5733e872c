using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Adds the paired cases of one metric up by slice: ungrouped cases once per set of slices, then set by set; groups as a whole.</summary>
internal sealed class StatisticsBySlice
{
    private readonly MetricSample _sample;
    private readonly PairedTable _table;
    private readonly Slice[][] _slicesOfCell;
    private readonly SliceStatistics?[] _cells;
    private readonly SortedDictionary<int, List<PairedRow>> _groups = [];
    private readonly Dictionary<Slice, SliceStatistics> _slices = [];
    private readonly Dictionary<Slice, WorstCases> _worst = [];

    private StatisticsBySlice(MetricSample sample, PairedTable table, IReadOnlySet<Slice> covered)
    {
        (_sample, _table) = (sample, table);
        _slicesOfCell = [.. table.Cells.Select(cell => cell.Where(covered.Contains).ToArray())];
        _cells = new SliceStatistics?[table.Cells.Count];
    }

    /// <summary>One sample per covered slice that has paired cases.</summary>
    public static Dictionary<Slice, SliceSample> Of(MetricSample sample, PairedTable table, IReadOnlySet<Slice> covered)
    {
        var sums = new StatisticsBySlice(sample, table, covered);
        sums.AddPairs();
        sums.AddCellsToSlices();
        sums.AddGroupsToSlices();
        return sums._slices.ToDictionary(
            s => s.Key,
            s => new SliceSample(sample, s.Value, sums._worst.TryGetValue(s.Key, out var worst) ? worst.Ids() : []));
    }

    private void AddPairs()
    {
        foreach (var pair in _sample.Pairs())
        {
            var cell = _table.CellOfRow[pair.Row];
            if (_table.GroupOf(pair.Row) is >= 0 and var group)
            {
                AddTo(group, pair);
            }
            else
            {
                (_cells[cell] ??= new()).Add(pair, _sample.LosableBits(pair.Row));
            }

            if (pair.Difference < 0)
            {
                Remember(pair, _slicesOfCell[cell]);
            }
        }
    }

    private void AddTo(int group, PairedRow pair)
    {
        if (!_groups.TryGetValue(group, out var pairs))
        {
            _groups[group] = pairs = [];
        }

        pairs.Add(pair);
    }

    private void AddCellsToSlices()
    {
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            foreach (var slice in _cells[cell] is null ? [] : _slicesOfCell[cell])
            {
                Of(slice).Add(_cells[cell]!);
            }
        }
    }

    private void AddGroupsToSlices()
    {
        foreach (var pairs in _groups.Values)
        {
            var bySlice = pairs.SelectMany(p => _slicesOfCell[_table.CellOfRow[p.Row]].Select(s => (Slice: s, Pair: p))).GroupBy(p => p.Slice, p => p.Pair);
            foreach (var slice in bySlice)
            {
                // The cases of a group move together, so the group is worth what its least telling losable case is.
                var bits = slice.Select(p => _sample.LosableBits(p.Row)).Where(b => b > 0).DefaultIfEmpty(0).Min();
                Of(slice.Key).AddGroup([.. slice], bits);
            }
        }
    }

    private void Remember(PairedRow pair, Slice[] slices)
    {
        foreach (var slice in slices)
        {
            if (!_worst.TryGetValue(slice, out var worst))
            {
                _worst[slice] = worst = new();
            }

            if (worst.Wants(pair.Difference))
            {
                worst.Add(pair.Difference, _table.Ids[pair.Row]);
            }
        }
    }

    private SliceStatistics Of(Slice slice) => _slices.TryGetValue(slice, out var sums) ? sums : _slices[slice] = new();
}
