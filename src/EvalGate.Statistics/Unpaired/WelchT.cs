namespace EvalGate.Statistics;

/// <summary>Welch's t test for the difference of two means over different cases.</summary>
public static class WelchT
{
    /// <summary>Candidate's mean minus the baseline's, with its standard error.</summary>
    /// <remarks>
    /// Formula: √(s_B²/n_B + s_C²/n_C) with the Welch–Satterthwaite degrees of freedom. Assumes independent cases within and between the arms;
    /// on the same cases it throws away what pairing gives: use <see cref="HallT"/>. An empty arm gives a NaN mean; fewer than two cases in an arm, or no
    /// spread in both, give no usable standard error. Source: Welch 1947, Biometrika 34:28.
    /// </remarks>
    /// <param name="baseline">Moments of the baseline's scores.</param>
    /// <param name="candidate">Moments of the candidate's scores.</param>
    /// <returns>The estimate.</returns>
    public static StudentEstimate Difference(Moments baseline, Moments candidate)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        var difference = candidate.Mean - baseline.Mean;
        if (baseline.Count < 2 || candidate.Count < 2)
            return new(difference, double.PositiveInfinity, 0);
        double before = baseline.Variance / baseline.Count, after = candidate.Variance / candidate.Count;
        var freedom = (before + after) * (before + after) / (before * before / (baseline.Count - 1) + after * after / (candidate.Count - 1));
        return new(difference, Math.Sqrt(before + after), before + after > 0 ? freedom : 0);
    }
}
