namespace EvalGate.Statistics;

/// <summary>Where the uncertainty of a repeated paired comparison comes from, and whether more repetitions or more cases would reduce it.</summary>
/// <remarks>
/// Formula: Var(d̄ᵢ) = ω² + σ_C²/K_C + σ_B²/K_B, σ² pooled over the cases of an arm and 1/K averaged over them. Assumes independent cases and
/// independent repetitions of equal noise. The case stays the unit: pooling n·K results as if they were cases is an error.
/// Source: Miller 2024, arXiv 2411.00640.
/// </remarks>
public sealed record RepetitionVariance
{
    private RepetitionVariance() { }

    /// <summary>Number of cases.</summary>
    public required int Cases { get; init; }

    /// <summary>Variance of the case differences d̄ᵢ as run, divisor n − 1.</summary>
    public required double OfDifferences { get; init; }

    /// <summary>σ_B², the variance between repetitions of a case in the baseline.</summary>
    public required double WithinBaseline { get; init; }

    /// <summary>σ_C², the variance between repetitions of a case in the candidate.</summary>
    public required double WithinCandidate { get; init; }

    /// <summary>The part of <see cref="OfDifferences"/> that repetitions cause: σ_C²/K_C + σ_B²/K_B.</summary>
    public required double OfRepetitions { get; init; }

    /// <summary>ω² as estimated, the part that only more cases reduce; below 0 when repetition noise exceeds what is seen.</summary>
    public double BetweenCases => OfDifferences - OfRepetitions;

    /// <summary>Whether doubling the repetitions would remove at least a quarter of the variance (doubling the cases always removes half).</summary>
    public bool RepetitionsPay => OfRepetitions > 0 && OfRepetitions >= Math.Max(0, BetweenCases);

    /// <summary>Splits the variance.</summary>
    /// <remarks>Null with fewer than two cases, or when no case of an arm was repeated: the noise is then unknown. All equal: every variance is 0.</remarks>
    /// <param name="cases">The repetitions of every case.</param>
    /// <returns>The split, or null.</returns>
    public static RepetitionVariance? Of(IReadOnlyList<RepeatedCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        if (cases.Any(item => item.Baseline.Count < 1 || item.Candidate.Count < 1))
            throw new ArgumentException("A paired case needs at least one repetition in both arms.", nameof(cases));
        Moments[] before = [.. cases.Select(item => item.Baseline)], after = [.. cases.Select(item => item.Candidate)];
        if (cases.Count < 2 || !before.Any(IsRepeated) || !after.Any(IsRepeated))
            return null;
        double baseline = Pooled(before), candidate = Pooled(after);
        return new()
        {
            Cases = cases.Count,
            OfDifferences = Moments.Of([.. cases.Select(item => item.Candidate.Mean - item.Baseline.Mean)]).Variance,
            WithinBaseline = baseline,
            WithinCandidate = candidate,
            OfRepetitions = candidate * after.Average(item => 1.0 / item.Count) + baseline * before.Average(item => 1.0 / item.Count),
        };
    }

    /// <summary>Standard error of the mean difference with another number of cases and repetitions.</summary>
    /// <remarks>Formula: √((ω² + (σ_C² + σ_B²)/K)/n), ω² not below 0.</remarks>
    /// <param name="cases">Number of cases n, positive.</param>
    /// <param name="repetitions">Repetitions K of every case in both arms, positive.</param>
    /// <returns>The standard error, in the metric's own unit.</returns>
    public double StandardError(long cases, long repetitions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(cases);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(repetitions);
        return Math.Sqrt((Math.Max(0, BetweenCases) + (WithinCandidate + WithinBaseline) / repetitions) / cases);
    }

    /// <summary>Fewest repetitions, in both arms, that reach a standard error with the present cases.</summary>
    /// <remarks>Null when no number does: then only more cases help.</remarks>
    /// <param name="standardError">The wanted standard error, positive.</param>
    /// <returns>The repetitions, or null.</returns>
    public long? RepetitionsFor(double standardError)
    {
        Guard.Positive(standardError, nameof(standardError));
        var room = standardError * standardError * Cases - Math.Max(0, BetweenCases);
        var noise = WithinCandidate + WithinBaseline;
        return noise == 0 && room >= 0 ? 1 : room > 0 ? SampleSize.RoundedUp(noise / room) : null;
    }

    /// <summary>Fewest cases that reach a standard error at the present repetitions.</summary>
    /// <param name="standardError">The wanted standard error, positive.</param>
    /// <returns>The total number of cases, at least 1.</returns>
    public long CasesFor(double standardError)
    {
        Guard.Positive(standardError, nameof(standardError));
        return SampleSize.RoundedUp((Math.Max(0, BetweenCases) + OfRepetitions) / (standardError * standardError));
    }

    private static bool IsRepeated(Moments repetitions) => repetitions.Count > 1;

    private static double Pooled(Moments[] cases) =>
        cases.Sum(item => item.Variance * (item.Count - 1)) / cases.Sum(item => item.Count - 1);
}
