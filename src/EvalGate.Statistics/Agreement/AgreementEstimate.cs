namespace EvalGate.Statistics;

/// <summary>An agreement coefficient of two raters: 1 is perfect, 0 is what chance gives.</summary>
/// <remarks>Both numbers are NaN when chance alone explains everything, as when both raters used one category throughout: agreement is then unknown, not perfect.</remarks>
/// <param name="Value">The coefficient, at most 1.</param>
/// <param name="StandardError">Its large-sample standard error; 0 with perfect agreement.</param>
public readonly record struct AgreementEstimate(double Value, double StandardError)
{
    /// <summary>Two-sided normal interval, cut off at −1 and 1.</summary>
    /// <remarks>
    /// Needs some fifty items. With perfect agreement it has no width, however few the items. An unknown coefficient has the interval [−1, 1].
    /// </remarks>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <returns>The interval.</returns>
    public ConfidenceInterval Interval(double confidence)
    {
        Guard.InsideUnit(confidence, nameof(confidence));
        if (double.IsNaN(StandardError))
            return new(-1, 1, confidence);
        var half = NormalCurve.Quantile((1 + confidence) / 2) * StandardError;
        return new(Math.Max(-1, Value - half), Math.Min(1, Value + half), confidence);
    }
}
