namespace EvalGate.Statistics;

/// <summary>The typical factor between two arms measured alternately on the same cases, such as latency in an interleaved A/B session.</summary>
/// <remarks>
/// Formula: exp of the mean of ln(candidate/baseline), tested with <see cref="HallT"/> on the logarithms. Assumes independent cases (average the logarithms of
/// a case's repetitions first) and arms run alternately on one machine: against figures from elsewhere the factor of the machine is part of the result.
/// Source: Fleming and Wallace 1986, CACM 29:218, for the geometric mean of ratios.
/// </remarks>
public sealed record GeometricMeanRatio
{
    // Ratios equal on paper differ by some 1e-16.
    private const double RoundingVariance = 1e-28;

    private readonly Moments _logarithms;

    private GeometricMeanRatio(Moments logarithms) => _logarithms = logarithms;

    /// <summary>Number of pairs.</summary>
    public long Cases => _logarithms.Count;

    /// <summary>Geometric mean of candidate/baseline; 1.1 is ten percent more, NaN without pairs.</summary>
    public double Value => Math.Exp(_logarithms.Mean);

    /// <summary>Takes the ratios of paired measurements.</summary>
    /// <remarks>No pairs give a NaN value. One pair, or all ratios equal, have no spread: nothing can be shown.</remarks>
    /// <param name="baseline">One positive, finite measurement per case.</param>
    /// <param name="candidate">One positive, finite measurement per case, in the same order.</param>
    /// <returns>The ratio.</returns>
    public static GeometricMeanRatio Of(IReadOnlyList<double> baseline, IReadOnlyList<double> candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        if (baseline.Count != candidate.Count)
            throw new ArgumentException("Every case needs a measurement in both arms.", nameof(candidate));
        if (baseline.Concat(candidate).Any(value => !(value > 0 && double.IsFinite(value))))
            throw new ArgumentException("Ratios need positive, finite measurements.", nameof(candidate));
        var logarithms = Moments.Of([.. baseline.Zip(candidate, (before, after) => Math.Log(after / before))]);
        return new(logarithms.Variance <= RoundingVariance ? logarithms with { Variance = 0, Skewness = 0 } : logarithms);
    }

    /// <summary>p-value of "the true ratio is at most <paramref name="ratio"/>"; small means that the candidate takes more.</summary>
    /// <remarks>1 without spread.</remarks>
    /// <param name="ratio">The ratio under the null hypothesis, positive; 1 for "no more", 1.1 for "no more than ten percent more".</param>
    /// <returns>The one-sided p-value.</returns>
    public double PValueAbove(double ratio) => HallT.PValueAbove(_logarithms, LogarithmOf(ratio));

    /// <summary>p-value of "the true ratio is at least <paramref name="ratio"/>"; small means that the candidate takes less than that.</summary>
    /// <remarks>1 without spread.</remarks>
    /// <param name="ratio">The ratio under the null hypothesis, positive; 1.1 shows "less than ten percent more".</param>
    /// <returns>The one-sided p-value.</returns>
    public double PValueBelow(double ratio) => HallT.PValueBelow(_logarithms, LogarithmOf(ratio));

    /// <summary>Two-sided interval for the true ratio.</summary>
    /// <remarks>(0, +∞) without spread.</remarks>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <returns>The interval.</returns>
    public ConfidenceInterval Interval(double confidence)
    {
        var logarithms = HallT.Interval(_logarithms, confidence);
        return new(Math.Exp(logarithms.Lower), Math.Exp(logarithms.Upper), confidence);
    }

    private static double LogarithmOf(double ratio)
    {
        Guard.Positive(ratio, nameof(ratio));
        return Math.Log(ratio);
    }
}
