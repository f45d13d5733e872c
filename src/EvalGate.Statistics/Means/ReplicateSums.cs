namespace EvalGate.Statistics;

/// <summary>Sums of a Poisson bootstrap: an interval for a mean or a ratio of which no single value is kept.</summary>
/// <remarks>
/// Every unit counts in replicate r as often as <see cref="HashedReplicates.PoissonWeight"/> says, in whole numbers: accumulators of parts merge in any order to the same
/// sums, and units of several slices count alike in each. Memory grows with the replicates, not with the units. Assumes independent units (groups, where cases come in
/// groups). With rare large losses the interval is too short, as every bootstrap's: verdicts use <see cref="HallT"/>.
/// Source: Chamandy, Muralidharan, Najmi and Naidu 2012; percentiles by linear interpolation (type 7).
/// </remarks>
public sealed class ReplicateSums
{
    private readonly Int128[] _numerators;
    private readonly Int128[] _denominators;

    /// <summary>Nothing yet.</summary>
    /// <param name="replicates">Number of replicates, at least 1; some hundreds are usual.</param>
    public ReplicateSums(int replicates)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(replicates, 1);
        (_numerators, _denominators) = (new Int128[replicates], new Int128[replicates]);
    }

    /// <summary>Number of replicates.</summary>
    public int Replicates => _numerators.Length;

    /// <summary>The weighted sum of numerators, by replicate.</summary>
    public IReadOnlyList<Int128> Numerators => _numerators;

    /// <summary>The weighted sum of denominators, by replicate.</summary>
    public IReadOnlyList<Int128> Denominators => _denominators;

    /// <summary>Adds one unit.</summary>
    /// <param name="key">Key of the unit (<see cref="HashedReplicates.Fnv1A64"/> of its id); different for every unit.</param>
    /// <param name="numerator">Its value in fixed point; the sum over its cases for a group.</param>
    /// <param name="denominator">What it is divided by: 1 for a mean over cases, the number of its cases for a group, another value for a ratio.</param>
    public void Add(ulong key, long numerator, long denominator = 1)
    {
        for (var replicate = 0; replicate < _numerators.Length; replicate++)
        {
            var weight = HashedReplicates.PoissonWeight(key, replicate);
            _numerators[replicate] += (Int128)weight * numerator;
            _denominators[replicate] += (Int128)weight * denominator;
        }
    }

    /// <summary>Adds what another accumulator holds.</summary>
    /// <param name="other">Other units, as many replicates; stays as it is.</param>
    public void Add(ReplicateSums other)
    {
        ArgumentNullException.ThrowIfNull(other);
        CheckPairs(other);
        for (var replicate = 0; replicate < _numerators.Length; replicate++)
        {
            _numerators[replicate] += other._numerators[replicate];
            _denominators[replicate] += other._denominators[replicate];
        }
    }

    /// <summary>Percentile interval of Σ numerator / Σ denominator.</summary>
    /// <remarks>
    /// Where a replicate has nothing to divide by it is (−∞, +∞): always without units, and with fewer than some ten, as a replicate may draw none of them.
    /// When all units are equal both ends are that value.
    /// </remarks>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    public ConfidenceInterval Interval(double confidence) => Percentiles([.. Enumerable.Range(0, Replicates).Select(Quotient)], confidence);

    /// <summary>Percentile interval of this quotient minus that of the same units in another arm.</summary>
    /// <remarks>(−∞, +∞) where either arm has nothing to divide by in a replicate. Both arms draw the same units, which keeps the pairs together.</remarks>
    /// <param name="baseline">The other arm, as many replicates.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    public ConfidenceInterval ChangeFrom(ReplicateSums baseline, double confidence)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        CheckPairs(baseline);
        return Percentiles([.. Enumerable.Range(0, Replicates).Select(replicate => Quotient(replicate) - baseline.Quotient(replicate))], confidence);
    }

    private double Quotient(int replicate) => _denominators[replicate] == 0 ? double.NaN : (double)_numerators[replicate] / (double)_denominators[replicate];

    private void CheckPairs(ReplicateSums other)
    {
        if (other.Replicates != Replicates)
            throw new ArgumentException($"{other.Replicates} replicates do not pair with {Replicates}.", nameof(other));
    }

    private static ConfidenceInterval Percentiles(double[] quotients, double confidence)
    {
        Guard.InsideUnit(confidence, nameof(confidence));
        if (quotients.Any(double.IsNaN))
            return new(double.NegativeInfinity, double.PositiveInfinity, confidence);
        Array.Sort(quotients);
        return new(SortedQuantile.Interpolated(quotients, (1 - confidence) / 2), SortedQuantile.Interpolated(quotients, (1 + confidence) / 2), confidence);
    }
}
