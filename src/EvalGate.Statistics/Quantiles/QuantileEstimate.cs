namespace EvalGate.Statistics;

/// <summary>A quantile (p95 latency) of one arm, with an interval whose ends are values that occurred.</summary>
/// <param name="Value">The value of rank ⌈np⌉; NaN without values.</param>
/// <param name="Interval">Order-statistics interval; an end is infinite where its rank lies outside the sample.</param>
public sealed record QuantileEstimate(double Value, ConfidenceInterval Interval)
{
    /// <summary>Estimates a quantile without assuming a distribution.</summary>
    /// <remarks>
    /// Formula: ranks ⌊np − h⌋ and ⌈np + h⌉ + 1 with h = z·√(np(1 − p)·design effect). Assumes independent values, or a design effect that allows for
    /// their groups (Deng, Knoblich and Lu 2018, arXiv 1803.06336). Conservative: 97.5 to 99.8 % at a nominal 95 % for p95. The upper end of p95 is finite
    /// from 110 values on at 95 %. No values give NaN and (−∞, +∞); one value is the estimate with infinite ends; equal values give an interval of length 0
    /// once both ranks exist. Source: Woodruff 1952; David and Nagaraja 2003, section 7.1.
    /// </remarks>
    /// <param name="values">The values, in any order.</param>
    /// <param name="probability">The quantile's probability in (0, 1), 0.95 for p95.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <param name="designEffect">Variance inflation by groups, at least 1; see <see cref="DesignEffect"/>.</param>
    /// <returns>The estimate.</returns>
    public static QuantileEstimate Of(IReadOnlyList<double> values, double probability, double confidence, double designEffect = 1)
    {
        ArgumentNullException.ThrowIfNull(values);
        Guard.InsideUnit(probability, nameof(probability));
        Guard.InsideUnit(confidence, nameof(confidence));
        ArgumentOutOfRangeException.ThrowIfLessThan(designEffect, 1);
        if (values.Count == 0)
            return new(double.NaN, new(double.NegativeInfinity, double.PositiveInfinity, confidence));
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length * probability;
        var half = NormalCurve.Quantile((1 + confidence) / 2) * Math.Sqrt(middle * (1 - probability) * designEffect);
        int lower = (int)Math.Floor(middle - half), upper = (int)Math.Ceiling(middle + half) + 1;
        return new(
            sorted[SortedQuantile.Rank(sorted.Length, probability) - 1],
            new(
                lower < 1 ? double.NegativeInfinity : sorted[lower - 1],
                upper > sorted.Length ? double.PositiveInfinity : sorted[upper - 1],
                confidence));
    }
}
