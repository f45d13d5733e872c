using System.Globalization;

namespace EvalGate.Statistics;

// Cases of one set of slices move together, so sums are kept per set and added to its slices once.
internal sealed class SliceCells(int sliceCount)
{
    private readonly Dictionary<string, int> _indices = [];
    private readonly List<IReadOnlyList<int>> _slices = [];

    public int Count => _slices.Count;

    public IReadOnlyList<int> SlicesOf(int cell) => _slices[cell];

    public int IndexOf(IReadOnlyList<int> slices)
    {
        int[] distinct = [.. slices.Distinct().Order()];
        if (distinct.Length > 0 && (distinct[0] < 0 || distinct[^1] >= sliceCount))
            throw new ArgumentException($"A case names a slice outside 0 to {sliceCount - 1}.", nameof(slices));
        var key = string.Join(',', distinct.Select(slice => slice.ToString(CultureInfo.InvariantCulture)));
        if (!_indices.TryGetValue(key, out var index))
        {
            _indices.Add(key, index = _slices.Count);
            _slices.Add(distinct);
        }

        return index;
    }
}
