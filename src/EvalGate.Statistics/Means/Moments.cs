namespace EvalGate.Statistics;

/// <summary>Count, mean, variance and skewness of differences: all that <see cref="HallT"/> needs.</summary>
/// <param name="Count">Number of values.</param>
/// <param name="Mean">Arithmetic mean; NaN when there are no values.</param>
/// <param name="Variance">Sum of squared deviations over n − 1; exactly 0 with fewer than two values and when all are equal.</param>
/// <param name="Skewness">Mean cubed deviation (divisor n) over the cube of the standard deviation (divisor n − 1); 0 when the variance is 0.</param>
/// <remarks>Source for the skewness as defined: Hall 1992, JRSS B 54:221.</remarks>
public sealed record Moments(long Count, double Mean, double Variance, double Skewness)
{
    /// <summary>Moments of given values, by deviations from the first value, so that equal values have exactly no variance.</summary>
    /// <remarks>No values give a NaN mean; one value gives variance and skewness 0.</remarks>
    /// <param name="values">The values, finite.</param>
    /// <returns>The moments.</returns>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
            return FromCentral(0, double.NaN, 0, 0);
        var origin = values[0];
        double sum = 0, squares = 0, cubes = 0;
        foreach (var value in values)
            sum += value - origin;
        var shift = sum / values.Length;
        foreach (var value in values)
        {
            var deviation = value - origin - shift;
            squares += deviation * deviation;
            cubes += deviation * deviation * deviation;
        }

        return FromCentral(values.Length, origin + shift, squares, cubes);
    }

    /// <summary>Moments from sums about the origin, which add across shards.</summary>
    /// <remarks>
    /// Subtracts nearly equal numbers when the mean is large against the spread: about 2·log10(|mean|/sd) digits of the variance and
    /// 3·log10(|mean|/sd) of the third moment are lost. Differences around 0 are harmless; a variance within rounding of 0 is returned as 0.
    /// No values give a NaN mean; one value gives variance and skewness 0.
    /// </remarks>
    /// <param name="count">Number of values n.</param>
    /// <param name="sum">Σd.</param>
    /// <param name="sumOfSquares">Σd².</param>
    /// <param name="sumOfCubes">Σd³.</param>
    /// <returns>The moments.</returns>
    public static Moments FromSums(long count, double sum, double sumOfSquares, double sumOfCubes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
            return FromCentral(0, double.NaN, 0, 0);
        var mean = sum / count;
        var squares = sumOfSquares - sum * mean;
        var cubes = sumOfCubes - 3 * mean * sumOfSquares + 2 * sum * mean * mean;
        var rounding = 8 * Math.ScaleB(1, -52) * sumOfSquares;
        return squares <= rounding ? FromCentral(count, mean, 0, 0) : FromCentral(count, mean, squares, cubes);
    }

    private static Moments FromCentral(long count, double mean, double squares, double cubes)
    {
        var variance = count < 2 ? 0 : squares / (count - 1);
        var scale = variance * Math.Sqrt(variance);
        var skewness = scale > 0 ? cubes / count / scale : 0;
        return new(count, mean, variance, skewness);
    }
}
