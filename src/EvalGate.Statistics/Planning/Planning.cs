namespace EvalGate.Statistics;

/// <summary>Advice that reports print beside a verdict: what could be seen, and how many cases would settle it.</summary>
/// <remarks>
/// A comparison is red when its test reaches the level and the observed drop is strictly above the margin, so at a true drop equal to the margin
/// it is red about half the time at best. A slice is held at 5 %, one-sided, and after the rare-loss guard. Assumes independent cases.
/// </remarks>
public static class Planning
{
    private const double HeldLevel = 0.05;

    private const int LargestEnumeration = 200;

    /// <summary>The smallest true drop, at least the margin, that would be red with the wanted power.</summary>
    /// <remarks>
    /// Model: losses occur at rate (π + θ)/2, gains at (π − θ)/2, π = max(flip rate, θ). Up to 200 cases the exact power of
    /// McNemar's test with the margin rule, by enumeration; above, Φ((θ − c)·√n/√(π − θ²)) with c = max(δ, z₁₋α·√(π/n)) (Connor 1987).
    /// Null when not even losing every case would be red, as with no cases.
    /// </remarks>
    /// <param name="plan">The comparison.</param>
    /// <returns>The drop in [margin, 1], or null.</returns>
    public static double? SmallestDetectableDrop(PassFailPlan plan)
    {
        Check(plan);
        var power = plan.Cases <= LargestEnumeration ? McNemarPower.Exact(plan) : McNemarPower.Approximate(plan);
        if (power(1) < plan.Power)
            return null;
        return power(plan.Margin) >= plan.Power
            ? plan.Margin
            : Bisection.FirstTrue(plan.Margin, 1, drop => power(drop) >= plan.Power, precision: 1e-6);
    }

    /// <summary>The smallest true drop, at least the margin, that would be red with the wanted power.</summary>
    /// <remarks>
    /// Formula: θ = max(δ, z₁₋α·σ/√n) + z_power·σ/√n. Without spread it is the margin. Null when so few cases are given that the sign-flip test,
    /// whose smallest p is 2⁻ⁿ, cannot reach the level.
    /// </remarks>
    /// <param name="plan">The comparison.</param>
    /// <returns>The drop, at least the margin, or null.</returns>
    public static double? SmallestDetectableDrop(MeanPlan plan)
    {
        Check(plan);
        if (Math.ScaleB(1, (int)-Math.Min(plan.Cases, 1074)) > plan.Level)
            return null;
        var error = plan.StandardDeviation / Math.Sqrt(plan.Cases);
        var critical = Math.Max(plan.Margin, SampleSize.NullQuantile(plan.Level) * error);
        return Math.Max(plan.Margin, critical + SampleSize.PowerQuantile(plan.Power) * error);
    }

    /// <summary>All cases needed to be held with the wanted power if nothing changed.</summary>
    /// <remarks>
    /// Formula: n = (z₀.₉₅·√V₀ + z_power·√π)²/δ², V₀ the variance of one difference under θ = −δ as Tango's test estimates it
    /// (Liu, Hsueh, Hsieh and Chen 2002), and no fewer than <see cref="RareLoss.MinimumCases"/>. Null when the margin is 0. Ignores the plan's cases and level.
    /// </remarks>
    /// <param name="plan">The comparison.</param>
    /// <returns>The total number of cases, or null.</returns>
    public static long? CasesForHeld(PassFailPlan plan)
    {
        Check(plan);
        if (plan.Margin == 0)
            return null;
        var minimum = RareLoss.MinimumCases(plan.Margin, 1, HeldLevel);
        if (plan.Margin >= 1)
            return minimum;
        var nullDeviation = Math.Sqrt(TangoScore.NullVariance(plan.FlipRate / 2, plan.FlipRate / 2, -plan.Margin));
        var root = SampleSize.NullQuantile(HeldLevel) * nullDeviation + SampleSize.PowerQuantile(plan.Power) * Math.Sqrt(plan.FlipRate);
        return Math.Max(minimum, SampleSize.RoundedUp(root * root / (plan.Margin * plan.Margin)));
    }

    /// <summary>All cases needed to be held with the wanted power if nothing changed.</summary>
    /// <remarks>
    /// Formula: <see cref="SampleSize.NonInferiority"/> at 5 % for an unchanged mean, and no fewer than <see cref="RareLoss.MinimumCases"/>.
    /// Null when the margin is 0 or the worst loss is unbounded. Ignores the plan's cases and level.
    /// </remarks>
    /// <param name="plan">The comparison.</param>
    /// <param name="worstLoss">Largest possible loss of one case, positive; +∞ for an unbounded metric.</param>
    /// <returns>The total number of cases, or null.</returns>
    public static long? CasesForHeld(MeanPlan plan, double worstLoss)
    {
        Check(plan);
        Guard.Positive(worstLoss, nameof(worstLoss));
        if (plan.Margin == 0 || double.IsPositiveInfinity(worstLoss))
            return null;
        var variance = plan.StandardDeviation * plan.StandardDeviation;
        return Math.Max(
            RareLoss.MinimumCases(plan.Margin, worstLoss, HeldLevel),
            SampleSize.MeanDrop(plan.Margin, variance, HeldLevel, plan.Power));
    }

    /// <summary>The smallest margin that the plan's cases would hold with the wanted power if nothing changed.</summary>
    /// <remarks>Inverse of <see cref="CasesForHeld(PassFailPlan)"/>, to a millionth. Null with no cases. Ignores the plan's margin and level.</remarks>
    /// <param name="plan">The comparison.</param>
    /// <returns>The margin, in (0, 1], or null.</returns>
    public static double? SmallestHeldMargin(PassFailPlan plan)
    {
        Check(plan);
        return SmallestMargin(plan.Cases, 1, margin => CasesForHeld(plan with { Margin = margin }));
    }

    /// <summary>The smallest margin that the plan's cases would hold with the wanted power if nothing changed.</summary>
    /// <remarks>
    /// Inverse of <see cref="CasesForHeld(MeanPlan, double)"/>, to a millionth of the worst loss. Null with no cases, with so few that even the worst loss
    /// could not be told from noise, and for an unbounded worst loss. Ignores the plan's margin and level.
    /// </remarks>
    /// <param name="plan">The comparison.</param>
    /// <param name="worstLoss">Largest possible loss of one case, positive; +∞ for an unbounded metric.</param>
    /// <returns>The margin, in (0, worst loss], or null.</returns>
    public static double? SmallestHeldMargin(MeanPlan plan, double worstLoss)
    {
        Check(plan);
        Guard.Positive(worstLoss, nameof(worstLoss));
        return double.IsPositiveInfinity(worstLoss) ? null : SmallestMargin(plan.Cases, worstLoss, margin => CasesForHeld(plan with { Margin = margin }, worstLoss));
    }

    /// <summary>Cases for McNemar's test to notice a true drop of the margin.</summary>
    /// <remarks>
    /// Formula: <see cref="SampleSize.PassFailDrop"/> for θ = δ with π = max(flip rate, δ). It is the test alone that then has the power: the rule
    /// "strictly more than the margin" keeps the chance of red at exactly that drop near one half. Null when the margin is 0. Ignores the plan's cases.
    /// </remarks>
    /// <param name="plan">The comparison.</param>
    /// <returns>The total number of cases, or null.</returns>
    public static long? CasesToCatch(PassFailPlan plan)
    {
        Check(plan);
        return plan.Margin == 0
            ? null
            : SampleSize.PassFailDrop(plan.Margin, Math.Max(plan.FlipRate, plan.Margin), plan.Level, plan.Power);
    }

    private static double? SmallestMargin(long cases, double largest, Func<double, long?> needed) =>
        needed(largest) > cases ? null : Bisection.FirstTrue(largest * 1e-6, largest, margin => needed(margin) <= cases, largest * 1e-6);

    private static void Check(PassFailPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegative(plan.Cases, nameof(plan));
        Guard.UpToOne(plan.FlipRate, nameof(plan));
        Guard.UpToOne(plan.Margin, nameof(plan));
        Guard.InsideUnit(plan.Level, nameof(plan));
        Guard.InsideUnit(plan.Power, nameof(plan));
    }

    private static void Check(MeanPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfNegative(plan.Cases, nameof(plan));
        Guard.NotNegative(plan.StandardDeviation, nameof(plan));
        Guard.NotNegative(plan.Margin, nameof(plan));
        Guard.InsideUnit(plan.Level, nameof(plan));
        Guard.InsideUnit(plan.Power, nameof(plan));
    }
}
