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
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        var before = QuantileEstimate.Of(baseline, probability, confidence, designEffect);
        var after = QuantileEstimate.Of(candidate, probability, confidence, designEffect);
        var correlation = PooledLimit.TableOf(baseline, before.Value, candidate, after.Value).Correlation(continuity: 0);
        return new(before, after, correlation, SquareAndAdd.Difference(new(after.Value, after.Interval), new(before.Value, before.Interval), correlation));
    }

    /// <summary>Estimates the difference of a quantile between paired arms whose cases were repeated.</summary>
    /// <remarks>
    /// A quantile of single results, not of averages, in which every case weighs 1 and its results share that. The interval takes the variance of one result
    /// a case, which repetitions can only lessen, so it stays conservative. With one result a case and arm it is the same as without repetitions.
    /// </remarks>
    /// <param name="cases">The cases.</param>
    /// <param name="probability">The quantile's probability in (0, 1), 0.95 for p95.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <param name="designEffect">Variance inflation by groups, at least 1; see <see cref="DesignEffect"/>.</param>
    /// <returns>The estimate.</returns>
    public static QuantileDifference Of(IReadOnlyList<QuantileCase> cases, double probability, double confidence, double designEffect = 1)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var before = QuantileEstimate.OfCases([.. cases.Select(item => item.Baseline)], probability, confidence, designEffect);
        var after = QuantileEstimate.OfCases([.. cases.Select(item => item.Candidate)], probability, confidence, designEffect);
        var correlation = CorrelationOf([.. cases.Select(item => (Share(item.Baseline, before.Value), Share(item.Candidate, after.Value)))]);
        return new(before, after, correlation, SquareAndAdd.Difference(new(after.Value, after.Interval), new(before.Value, before.Interval), correlation));
    }

    private static double Share(IReadOnlyList<double> results, double limit) => results.Count(value => value <= limit) / (double)results.Count;

    // φ with the variance of one result a case in both arms.
    private static double CorrelationOf((double Before, double After)[] shares)
    {
        if (shares.Length == 0)
            return 0;
        double before = shares.Average(share => share.Before), after = shares.Average(share => share.After);
        var variances = before * (1 - before) * after * (1 - after);
        return variances <= 0 ? 0 : (shares.Average(share => share.Before * share.After) - before * after) / Math.Sqrt(variances);
    }
}
