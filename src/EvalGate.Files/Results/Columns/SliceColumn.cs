using System.Globalization;
using System.Text;
using EvalGate.Slicing;

namespace EvalGate.Files;

/// <summary>A column whose values name slices: one value a row, several where the file has a list, none where it has nothing.</summary>
internal sealed class SliceColumn(string name, bool isOptional) : ResultColumn(name)
{
    /// <summary>A column with more values is a text or a number, not a slice.</summary>
    private const int MostValues = 1000;

    private static readonly byte[] None = Encoding.UTF8.GetBytes(Slice.None);

    private readonly NameTable _values = new();
    private readonly List<IReadOnlyList<string>> _sets = [[]];
    private readonly Dictionary<string, int> _numbersOfSets = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<int> _numbersOfSingles = [];
    private readonly List<int> _numbers = [];
    private readonly List<int> _taken = [];
    private bool _isRefused;

    public override bool TakesLists => true;

    public override bool IsOptional => isOptional;

    /// <summary>The column; without rows when no file has it.</summary>
    public SliceValues Values => new(Name, _sets, _numbers);

    public override string? Take(in Cell cell)
    {
        if (_isRefused || cell.Text.IsEmpty || cell.Text.SequenceEqual(None))
        {
            return null;
        }

        if (cell.Text.Length > FieldReader.LongestName || cell.Text.IndexOfAnyInRange((byte)0, (byte)0x1F) >= 0)
        {
            return $"'{Name}' is {cell.Shown}: a slice value is at most {FieldReader.LongestName.ToString(CultureInfo.InvariantCulture)} bytes without control characters.";
        }

        if (_values.Count == MostValues && _values.Find(cell.Text) < 0)
        {
            _isRefused = true;
            return $"'{Name}' has more than {MostValues.ToString(CultureInfo.InvariantCulture)} different values: it is no slice. Slice by a column of few values, such as bins.";
        }

        _taken.Add(_values.Add(cell.Text));
        return null;
    }

    /// <summary>Keeps the values taken as those of the next case.</summary>
    public void Keep() => _numbers.Add(SetTaken());

    /// <summary>Whether the row says the same as the row that was kept for a case.</summary>
    public bool Agrees(int caseNumber) => _numbers[caseNumber] == SetTaken();

    public override void Clear() => _taken.Clear();

    private int SetTaken() => _taken switch
    {
        [] => 0,
        [var single] => Single(single),
        _ => Set([.. _taken.Select(_values.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]),
    };

    private int Single(int value)
    {
        while (_numbersOfSingles.Count <= value)
        {
            _numbersOfSingles.Add(-1);
        }

        return _numbersOfSingles[value] >= 0 ? _numbersOfSingles[value] : _numbersOfSingles[value] = Set([_values.Text(value)]);
    }

    private int Set(string[] values)
    {
        var key = string.Join('\u001f', values);
        if (!_numbersOfSets.TryGetValue(key, out var number))
        {
            number = _sets.Count;
            _sets.Add(values);
            _numbersOfSets[key] = number;
        }

        return number;
    }
}
