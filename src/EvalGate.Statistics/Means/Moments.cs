using System.Numerics;

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

    /// <summary>Moments from exact fixed-point sums about the origin, which add across shards in any order.</summary>
    /// <remarks>
    /// The central moments are whole numbers before the only divisions, so nothing cancels however large the mean is against the spread.
    /// No values give a NaN mean; one value, and equal ones, give variance and skewness of exactly 0.
    /// </remarks>
    /// <param name="count">Number of values n.</param>
    /// <param name="sum">Σx of the fixed-point values.</param>
    /// <param name="sumOfSquares">Σx².</param>
    /// <param name="sumOfCubes">Σx³.</param>
    /// <param name="scale">Steps per unit, positive: 1,000,000 for six decimals.</param>
    /// <returns>The moments, in units.</returns>
    public static Moments FromSums(long count, Int128 sum, Int128 sumOfSquares, BigInteger sumOfCubes, double scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Guard.Positive(scale, nameof(scale));
        if (count == 0)
            return FromCentral(0, double.NaN, 0, 0);
        BigInteger n = count, total = sum;
        // n·Σ(x − x̄)² and n²·Σ(x − x̄)³.
        var squares = n * sumOfSquares - total * total;
        var cubes = n * n * sumOfCubes - 3 * n * total * sumOfSquares + 2 * total * total * total;
        if (squares < 0)
            throw new ArgumentException("No values have these sums: Σx² is less than (Σx)²/n.", nameof(sumOfSquares));
        return FromCentral(
            count, (double)sum / count / scale, (double)squares / count / scale / scale, (double)cubes / count / count / scale / scale / scale);
    }

    // The moments with one more value: Chan, Golub and LeVeque 1979.
    internal Moments Including(double value)
    {
        if (Count == 0)
            return FromCentral(1, value, 0, 0);
        double n = Count, deviation = value - Mean;
        var squares = Variance * (n - 1);
        var cubes = Skewness * n * Variance * Math.Sqrt(Variance);
        return FromCentral(
            Count + 1,
            Mean + deviation / (n + 1),
            squares + deviation * deviation * n / (n + 1),
            cubes + Math.Pow(deviation, 3) * n * (n - 1) / ((n + 1) * (n + 1)) - 3 * deviation * squares / (n + 1));
    }

    private static Moments FromCentral(long count, double mean, double squares, double cubes)
    {
        var variance = count < 2 ? 0 : squares / (count - 1);
        var scale = variance * Math.Sqrt(variance);
        var skewness = scale > 0 ? cubes / count / scale : 0;
        return new(count, mean, variance, skewness);
    }
}
