namespace EvalGate.Statistics;

/// <summary>The difference of a quantile between two arms on the same cases.</summary>
/// <param name="Baseline">The baseline's quantile.</param>
/// <param name="Candidate">The candidate's quantile.</param>
/// <param name="Correlation">φ of the indicators "at most the arm's own quantile"; 0 where an indicator never varies.</param>
/// <param name="Interval">Two-sided interval for candidate minus baseline.</param>
public sealed record QuantileDifference(
    QuantileEstimate Baseline, QuantileEstimate Candidate, double Correlation, ConfidenceInterval Interval)
{
    /// <summary>Candidate minus baseline, in the metric's own unit and direction; NaN without cases.</summary>
    public double Difference => Candidate.Value - Baseline.Value;

    /// <summary>Estimates the difference of a quantile between paired arms.</summary>
    /// <remarks>
    /// Formula: the order-statistics intervals of <see cref="QuantileEstimate"/> combined by square-and-add with φ. Assumes independent cases, or a design
    /// effect that allows for their groups. Conservative; for a verdict use <see cref="PooledLimit"/>. No cases give NaN; an end is infinite where one of
    /// its parts is, as with one case; if all values are equal the interval has length 0 once the ranks exist. Source: Zou and Donner 2008, Stat Med 27:1693.
    /// </remarks>
    /// <param name="baseline">One value per case.</param>
    /// <param name="candidate">One value per case, in the same order.</param>
    /// <param name="probability">The quantile's probability in (0, 1), 0.95 for p95.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <param name="designEffect">Variance inflation by groups, at least 1; see <see cref="DesignEffect"/>.</param>
    /// <returns>The estimate.</returns>
    public static QuantileDifference Of(
        IReadOnlyList<double> baseline, IReadOnlyList<double> candidate, double probability, double confidence, double designEffect = 1)
    {
        var before = QuantileEstimate.Of(baseline, probability, confidence, designEffect);
        var after = QuantileEstimate.Of(candidate, probability, confidence, designEffect);
        var correlation = PooledLimit.TableOf(baseline, before.Value, candidate, after.Value).Correlation(continuity: 0);
        return new(before, after, correlation, SquareAndAdd.Difference(new(after.Value, after.Interval), new(before.Value, before.Interval), correlation));
    }
}
