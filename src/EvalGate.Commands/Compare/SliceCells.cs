using EvalGate.Files;
using EvalGate.Slicing;

namespace EvalGate.Commands;

/// <summary>The different sets of slices that the cases of one table are in: few, however many cases there are.</summary>
internal sealed class SliceCells
{
    private readonly IReadOnlyList<SliceValues> _columns;
    private readonly ComparedSlices _slices;
    private readonly Dictionary<(int Before, int Set), int>[] _next;
    private readonly List<(int Before, int Set)>[] _reached;
    private readonly Dictionary<int, int> _cells = [];
    private readonly List<IReadOnlyList<Slice>> _all;

    /// <summary>Cells of the cases that these columns are about, added to those that are there already.</summary>
    public SliceCells(IReadOnlyList<SliceValues> columns, ComparedSlices slices, List<IReadOnlyList<Slice>> all)
    {
        _columns = columns;
        _slices = slices;
        _all = all;
        _next = [.. _columns.Select(_ => new Dictionary<(int, int), int>())];
        _reached = [.. _columns.Select(_ => new List<(int, int)>())];
    }

    /// <summary>The cell of a case.</summary>
    public int Of(int caseNumber)
    {
        // Column by column: the values so far and the next column's values lead to one number.
        var at = 0;
        for (var i = 0; i < _columns.Count; i++)
        {
            var step = (at, _columns[i].Numbers.Count == 0 ? 0 : _columns[i].Numbers[caseNumber]);
            if (!_next[i].TryGetValue(step, out at))
            {
                _next[i][step] = at = _reached[i].Count;
                _reached[i].Add(step);
            }
        }

        if (!_cells.TryGetValue(at, out var cell))
        {
            _cells[at] = cell = _all.Count;
            _all.Add(_slices.Of(Values(at)));
        }

        return cell;
    }

    private Dictionary<string, IReadOnlyList<string>> Values(int at)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (var i = _columns.Count - 1; i >= 0; i--)
        {
            var (before, set) = _reached[i][at];
            values[_columns[i].Name] = _columns[i].Sets[set];
            at = before;
        }

        return values;
    }
}
