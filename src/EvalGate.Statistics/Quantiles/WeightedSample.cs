namespace EvalGate.Statistics;

// Sorted values with the weight up to each of them: ranks are counted in cases, and the results of a case share its weight.
internal sealed class WeightedSample
{
    // A rank that is whole on paper may exceed it in the last bits.
    private const double Rounding = 1e-12;

    private readonly double[] _values;
    private readonly double[] _weights;

    private WeightedSample(double[] values, double[] weights) => (_values, _weights) = (values, weights);

    public double Size => _weights.Length == 0 ? 0 : _weights[^1];

    public static WeightedSample Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return new(sorted, [.. Enumerable.Range(1, sorted.Length).Select(rank => (double)rank)]);
    }

    public static WeightedSample OfCases(IEnumerable<IReadOnlyList<double>> cases)
    {
        var sorted = cases.SelectMany(results => results.Select(value => (Value: value, Weight: 1.0 / results.Count))).OrderBy(result => result.Value).ThenBy(result => result.Weight).ToArray();
        var weights = new double[sorted.Length];
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            weights[i] = sum += sorted[i].Weight;
        return new([.. sorted.Select(result => result.Value)], weights);
    }

    // How many cases lie at or below a value of the sample.
    public double UpTo(double value) => _weights[CountUpTo(value) - 1];

    // The next lower value; null for the least, and in an empty sample.
    public double? Below(double value)
    {
        var count = _values.Length == 0 ? 0 : Array.FindIndex(_values, v => v >= value);
        return count > 0 ? _values[count - 1] : null;
    }

    // The least value that so many cases lie at or below; the greatest where rounding leaves none.
    public double At(double rank)
    {
        var index = Array.BinarySearch(_weights, rank * (1 - Rounding));
        return _values[Math.Min(index < 0 ? ~index : index, _values.Length - 1)];
    }

    private int CountUpTo(double value) => Array.FindLastIndex(_values, v => v <= value) + 1;
}
