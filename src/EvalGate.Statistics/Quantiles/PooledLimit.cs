namespace EvalGate.Statistics;

/// <summary>A quantile turned into a paired pass/fail metric: does a case stay within the quantile of both arms together?</summary>
/// <param name="Limit">The limit, the pooled quantile; NaN without cases.</param>
/// <param name="Table">Cases by arm at or under the limit: a loss exceeds it only in the candidate.</param>
public sealed record PooledLimit(double Limit, PairedCounts Table)
{
    /// <summary>One-sided p-value of "the candidate exceeds the limit no more often"; small means slower.</summary>
    /// <remarks>
    /// Formula: <see cref="McNemar"/> on <see cref="Table"/>. Exact when the arms of a case are exchangeable, since exchanging them leaves the limit as it is.
    /// No cases, or all values equal: 1. One case: ½ at best.
    /// </remarks>
    public double PValueWorse => McNemar.PValueWorse(Table.Gains, Table.Losses);

    /// <summary>Finds the pooled limit and counts.</summary>
    /// <remarks>
    /// Formula: the value of rank ⌈2np⌉ among all 2n values. For metrics of which less is better, such as durations. Assumes independent cases.
    /// No cases give NaN and an empty table. Source: the median test (Mood 1950) in its paired form.
    /// </remarks>
    /// <param name="baseline">One value per case.</param>
    /// <param name="candidate">One value per case, in the same order.</param>
    /// <param name="probability">The quantile's probability in (0, 1), 0.95 for p95.</param>
    /// <returns>The limit and the counts.</returns>
    public static PooledLimit Of(IReadOnlyList<double> baseline, IReadOnlyList<double> candidate, double probability)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        Guard.InsideUnit(probability, nameof(probability));
        var limit = LimitOf(WeightedSample.Of(baseline.Concat(candidate)), probability);
        return new(limit, TableOf(baseline, limit, candidate, limit));
    }

    /// <summary>The pooled limit of repeated cases, for a test that exchanges the results of a case between the arms.</summary>
    /// <remarks>
    /// All results of a case, of both arms, share its weight; so the limit stays whichever of them are called the candidate's. Where many results are equal to
    /// the quantile, as answers cut at a limit are, none may exceed it: then the limit is the next lower value, if that leaves nearer to 1 − p above. No cases give NaN.
    /// </remarks>
    /// <param name="cases">The cases.</param>
    /// <param name="probability">The quantile's probability in (0, 1), 0.95 for p95.</param>
    /// <returns>The limit.</returns>
    public static double LimitOf(IReadOnlyList<QuantileCase> cases, double probability)
    {
        ArgumentNullException.ThrowIfNull(cases);
        Guard.InsideUnit(probability, nameof(probability));
        var pooled = WeightedSample.OfCases(cases.Select(item => (double[])[.. item.Baseline, .. item.Candidate]));
        var limit = LimitOf(pooled, probability);
        return pooled.Below(limit) is { } lower && Miss(lower) < Miss(limit) ? lower : limit;

        double Miss(double value) => Math.Abs(pooled.UpTo(value) / pooled.Size - probability);
    }

    private static double LimitOf(WeightedSample pooled, double probability) => pooled.Size == 0 ? double.NaN : pooled.At(pooled.Size * probability);

    internal static PairedCounts TableOf(
        IReadOnlyList<double> baseline, double baselineLimit, IReadOnlyList<double> candidate, double candidateLimit)
    {
        if (baseline.Count != candidate.Count)
            throw new ArgumentException("Every case needs a value in both arms.", nameof(candidate));
        var counts = baseline.Zip(candidate)
            .CountBy(pair => (Baseline: pair.First <= baselineLimit, Candidate: pair.Second <= candidateLimit))
            .ToDictionary();
        return new(
            counts.GetValueOrDefault((true, true)), counts.GetValueOrDefault((false, true)),
            counts.GetValueOrDefault((true, false)), counts.GetValueOrDefault((false, false)));
    }
}
