namespace EvalGate.Statistics;

// Krippendorff's coincidence matrix: how often two values met in one unit, each unit's pairs weighing 1/(ratings − 1).
internal sealed class Coincidences
{
    private readonly double[] _values;
    private readonly AgreementLevel _level;
    private readonly (int Place, double Weight)[][] _units;
    private readonly double[] _matrix;
    private readonly double[] _totals;

    public Coincidences(IReadOnlyList<IReadOnlyList<double>> units, AgreementLevel level)
    {
        _level = level;
        IReadOnlyList<double>[] paired = [.. units.Where(unit => unit.Count > 1)];
        _values = [.. paired.SelectMany(unit => unit).Distinct().Order()];
        _units = [.. paired.Select(Pairs)];
        _matrix = new double[_values.Length * _values.Length];
        _totals = new double[_values.Length];
    }

    public int Units => _units.Length;

    // Alpha of the chosen units, which may repeat; NaN when all their values are equal.
    public double Alpha(IEnumerable<int> chosen)
    {
        Array.Clear(_matrix);
        foreach (var unit in chosen)
        {
            foreach (var (place, weight) in _units[unit])
                _matrix[place] += weight;
        }

        var size = _values.Length;
        for (var value = 0; value < size; value++)
            _totals[value] = _matrix.AsSpan(value * size, size).ToArray().Sum();
        double all = _totals.Sum(), observed = 0, expected = 0;
        for (var place = 0; place < _matrix.Length; place++)
        {
            var (low, high) = (place / size, place % size);
            if (low >= high)
                continue;
            var distance = Distance(low, high);
            observed += _matrix[place] * distance;
            expected += _totals[low] * _totals[high] * distance;
        }

        return expected > 0 ? 1 - (all - 1) * observed / expected : double.NaN;
    }

    private (int Place, double Weight)[] Pairs(IReadOnlyList<double> unit)
    {
        int[] places = [.. unit.Select(value => Array.BinarySearch(_values, value))];
        return
        [
            .. from first in Enumerable.Range(0, places.Length)
               from second in Enumerable.Range(0, places.Length)
               where first != second
               group 1.0 / (places.Length - 1) by places[first] * _values.Length + places[second] into cell
               select (cell.Key, cell.Sum()),
        ];
    }

    private double Distance(int low, int high) => _level switch
    {
        AgreementLevel.Nominal => 1,
        AgreementLevel.Ordinal => Math.Pow(_totals.AsSpan(low, high - low + 1).ToArray().Sum() - (_totals[low] + _totals[high]) / 2, 2),
        AgreementLevel.Interval => Math.Pow(_values[high] - _values[low], 2),
        _ => Math.Pow((_values[high] - _values[low]) / (_values[high] + _values[low]), 2),
    };
}
