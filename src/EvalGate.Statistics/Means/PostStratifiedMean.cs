namespace EvalGate.Statistics;

/// <summary>The mean over the production mix instead of over the cases as they happen to be collected.</summary>
/// <remarks>
/// Formula: Σ W_k·x̄_k with SE² = Σ W_k²·s_k²/n_k, W the shares divided by their sum, and Satterthwaite's degrees of freedom;
/// effective cases (Kish) 1/Σ(W_k²/n_k). Assumes independent cases that represent their stratum, and shares known without error.
/// Collapse strata of fewer than two cases first, and warn when fewer than half of the cases are effective.
/// Source: Cochran 1977, Sampling Techniques, section 5A; Kish 1965; Satterthwaite 1946.
/// </remarks>
public sealed record PostStratifiedMean
{
    private PostStratifiedMean() { }

    /// <summary>The reweighted mean with its standard error.</summary>
    public required StudentEstimate Estimate { get; init; }

    /// <summary>The plain mean over the cases of strata that have a share.</summary>
    public required double UnweightedMean { get; init; }

    /// <summary>Number of cases in strata that have a share.</summary>
    public required long Cases { get; init; }

    /// <summary>Kish's effective number of cases; 0 when a stratum with a share has none.</summary>
    public required double EffectiveCases { get; init; }

    /// <summary>What the weights cost: cases over effective cases, at least 1; +∞ when a stratum with a share has no cases.</summary>
    public double DesignEffect => Cases / EffectiveCases;

    /// <summary>Reweights strata.</summary>
    /// <remarks>
    /// Strata without share are ignored. A stratum with a share and no cases makes the mean NaN; one case leaves the standard error infinite.
    /// All values equal give a standard error of 0, with which nothing can be shown.
    /// </remarks>
    /// <param name="strata">The strata, at least one with a share.</param>
    /// <returns>The mean.</returns>
    public static PostStratifiedMean Of(IReadOnlyList<Stratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        foreach (var stratum in strata)
            Guard.NotNegative(stratum.Share, nameof(strata));
        var sum = strata.Sum(stratum => stratum.Share);
        Guard.Positive(sum, nameof(strata));
        (double Weight, Moments Values)[] parts = [.. strata.Where(stratum => stratum.Share > 0).Select(stratum => (stratum.Share / sum, stratum.Values))];
        var cases = parts.Sum(part => part.Values.Count);
        return new()
        {
            Estimate = EstimateOf(parts),
            UnweightedMean = parts.Where(part => part.Values.Count > 0).Sum(part => part.Values.Mean * part.Values.Count) / cases,
            Cases = cases,
            EffectiveCases = 1 / parts.Sum(part => part.Weight * part.Weight / part.Values.Count),
        };
    }

    private static StudentEstimate EstimateOf((double Weight, Moments Values)[] parts)
    {
        var mean = parts.Sum(part => part.Weight * part.Values.Mean);
        if (parts.Any(part => part.Values.Count < 2))
            return new(mean, double.PositiveInfinity, 0);
        double[] variances = [.. parts.Select(part => part.Weight * part.Weight * part.Values.Variance / part.Values.Count)];
        var variance = variances.Sum();
        var freedom = variance * variance / parts.Zip(variances, (part, own) => own * own / (part.Values.Count - 1)).Sum();
        return new(mean, Math.Sqrt(variance), variance > 0 ? freedom : 0);
    }
}
