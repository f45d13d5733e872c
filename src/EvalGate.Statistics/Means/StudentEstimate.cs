namespace EvalGate.Statistics;

/// <summary>An estimated mean or mean difference whose error follows Student's t: two one-sided tests and an interval.</summary>
/// <remarks>
/// Formula: (mean − μ)/standard error against Student's t. Without a standard error (0, infinite or NaN) nothing can be said:
/// p-values are 1 and the interval is (−∞, +∞). Source: Student 1908.
/// </remarks>
/// <param name="Mean">The estimate, in the metric's own unit.</param>
/// <param name="StandardError">Its standard error, not negative.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of the standard error, not necessarily whole.</param>
public sealed record StudentEstimate(double Mean, double StandardError, double DegreesOfFreedom)
{
    private bool HasSpread => StandardError > 0 && double.IsFinite(StandardError) && DegreesOfFreedom > 0;

    /// <summary>p-value of θ ≤ <paramref name="mean"/>, the non-inferiority test when it is −δ; small means above.</summary>
    /// <remarks>1 without a standard error.</remarks>
    /// <param name="mean">The mean under the null hypothesis.</param>
    /// <returns>The one-sided p-value.</returns>
    public double PValueAbove(double mean) => HasSpread ? StudentCurve.Below((mean - Mean) / StandardError, DegreesOfFreedom) : 1;

    /// <summary>p-value of θ ≥ <paramref name="mean"/>; small means below.</summary>
    /// <remarks>1 without a standard error.</remarks>
    /// <param name="mean">The mean under the null hypothesis.</param>
    /// <returns>The one-sided p-value.</returns>
    public double PValueBelow(double mean) => HasSpread ? StudentCurve.Below((Mean - mean) / StandardError, DegreesOfFreedom) : 1;

    /// <summary>Two-sided interval: mean ± Student quantile × standard error.</summary>
    /// <remarks>(−∞, +∞) without a standard error.</remarks>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <returns>The interval.</returns>
    public ConfidenceInterval Interval(double confidence)
    {
        Guard.InsideUnit(confidence, nameof(confidence));
        if (!HasSpread)
            return new(double.NegativeInfinity, double.PositiveInfinity, confidence);
        var half = StudentCurve.Quantile((1 + confidence) / 2, DegreesOfFreedom) * StandardError;
        return new(Mean - half, Mean + half, confidence);
    }
}
