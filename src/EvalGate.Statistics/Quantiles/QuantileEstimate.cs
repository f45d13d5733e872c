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
        return Of(WeightedSample.Of(values), probability, confidence, designEffect);
    }

    /// <summary>Estimates a quantile of single results where cases were repeated: every case weighs 1, and its results share that.</summary>
    /// <remarks>The interval takes the variance of one result a case, which repetitions can only lessen. With one result a case it is the same as without repetitions.</remarks>
    /// <param name="cases">The results of every case; at least one each.</param>
    /// <param name="probability">The quantile's probability in (0, 1), 0.95 for p95.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <param name="designEffect">Variance inflation by groups, at least 1; see <see cref="DesignEffect"/>.</param>
    /// <returns>The estimate.</returns>
    public static QuantileEstimate OfCases(IReadOnlyList<IReadOnlyList<double>> cases, double probability, double confidence, double designEffect = 1)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return Of(WeightedSample.OfCases(cases), probability, confidence, designEffect);
    }

    internal static QuantileEstimate Of(WeightedSample sample, double probability, double confidence, double designEffect)
    {
        Guard.InsideUnit(probability, nameof(probability));
        Guard.InsideUnit(confidence, nameof(confidence));
        ArgumentOutOfRangeException.ThrowIfLessThan(designEffect, 1);
        if (sample.Size == 0)
            return new(double.NaN, new(double.NegativeInfinity, double.PositiveInfinity, confidence));
        var middle = sample.Size * probability;
        var half = NormalCurve.Quantile((1 + confidence) / 2) * Math.Sqrt(middle * (1 - probability) * designEffect);
        double lower = Math.Floor(middle - half), upper = Math.Ceiling(middle + half) + 1;
        return new(
            sample.At(middle),
            new(
                lower < 1 ? double.NegativeInfinity : sample.At(lower),
                upper > sample.Size ? double.PositiveInfinity : sample.At(upper),
                confidence));
    }
}
