using EvalGate.Slicing;

namespace EvalGate.Gating;

/// <summary>Adds the paired cases of one metric up by slice: ungrouped cases once per set of slices, then set by set; groups as a whole.</summary>
internal sealed class StatisticsBySlice
{
    private readonly MetricSample _sample;
    private readonly PairedTable _table;
    private readonly Slice[] _slices;
    private readonly int[][] _slicesOfCell;
    private readonly SliceStatistics?[] _cells;
    private readonly SliceStatistics[] _sums;
    private readonly WorstCases[] _worst;

    private StatisticsBySlice(MetricSample sample, PairedTable table, IEnumerable<Slice> covered)
    {
        (_sample, _table) = (sample, table);
        _slices = [.. covered];
        var indices = _slices.Index().ToDictionary(s => s.Item, s => s.Index);
        _slicesOfCell = [.. table.Cells.Select(cell => cell.Where(indices.ContainsKey).Select(s => indices[s]).ToArray())];
        _cells = new SliceStatistics?[table.Cells.Count];
        _sums = [.. _slices.Select(_ => new SliceStatistics())];
        _worst = [.. _slices.Select(_ => new WorstCases())];
    }

    /// <summary>One sample per covered slice that has paired cases.</summary>
    public static Dictionary<Slice, SliceSample> Of(MetricSample sample, PairedTable table, IReadOnlySet<Slice> covered)
    {
        var sums = new StatisticsBySlice(sample, table, covered);
        sums.AddGroups(sums.AddPairs());
        sums.AddCells();
        return sums._slices.Index().Where(s => sums._sums[s.Index].Cases > 0)
            .ToDictionary(s => s.Item, s => new SliceSample(sample.Measured, sums._sums[s.Index], sums._worst[s.Index].Ids()));
    }

    /// <summary>Adds what has no group to its cell, and returns the rest by group.</summary>
    private SortedDictionary<int, List<PairedRow>> AddPairs()
    {
        var groups = new SortedDictionary<int, List<PairedRow>>();
        foreach (var pair in _sample.Pairs())
        {
            var cell = _table.CellOfRow[pair.Row];
            if (pair.Difference < 0)
            {
                Remember(pair, _slicesOfCell[cell]);
            }

            if (_table.GroupOf(pair.Row) is var group && group < 0)
            {
                (_cells[cell] ??= new()).Add(pair, _sample.LosableBits(pair.Row));
            }
            else if (groups.TryGetValue(group, out var pairs))
            {
                pairs.Add(pair);
            }
            else
            {
                groups[group] = [pair];
            }
        }

        return groups;
    }

    private void AddCells()
    {
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            foreach (var slice in _cells[cell] is null ? [] : _slicesOfCell[cell])
            {
                _sums[slice].Add(_cells[cell]!);
            }
        }
    }

    private void AddGroups(SortedDictionary<int, List<PairedRow>> groups)
    {
        foreach (var pairs in groups.Values)
        {
            foreach (var slice in pairs.SelectMany(p => _slicesOfCell[_table.CellOfRow[p.Row]].Select(s => (Slice: s, Pair: p))).GroupBy(p => p.Slice, p => p.Pair))
            {
                // The cases of a group move together, so the group is worth what its least telling losable case is.
                var bits = slice.Select(p => _sample.LosableBits(p.Row)).Where(b => b > 0).DefaultIfEmpty(0).Min();
                _sums[slice.Key].AddGroup([.. slice], bits);
            }
        }
    }

    private void Remember(PairedRow pair, int[] slices)
    {
        foreach (var slice in slices)
        {
            if (_worst[slice].Wants(pair.Difference))
            {
                _worst[slice].Add(pair.Difference, _table.Ids[pair.Row]);
            }
        }
    }
}
