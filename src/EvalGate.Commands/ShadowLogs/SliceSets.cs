using EvalGate.Slicing;

namespace EvalGate.Commands;

/// <summary>The different sets of slices that pairs are in, numbered: few, however many pairs there are.</summary>
internal sealed class SliceSets
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<Slice>> _all = [];

    public IReadOnlyList<IReadOnlyList<Slice>> All => _all;

    public IReadOnlyList<Slice> this[int number] => _all[number];

    public int NumberOf(IReadOnlyList<Slice> slices)
    {
        var key = string.Join('\u001d', slices.Select(s => string.Join('\u001f', s.Pairs.Select(p => $"{p.Attribute}\u001e{p.Value}"))));
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers[key] = number = _all.Count;
            _all.Add(slices);
        }

        return number;
    }
}

/// <summary>Names, numbered as they come.</summary>
internal sealed class NameNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _all = [];

    public IReadOnlyList<string> All => _all;

    public int NumberOf(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers[name] = number = _all.Count;
            _all.Add(name);
        }

        return number;
    }
}
