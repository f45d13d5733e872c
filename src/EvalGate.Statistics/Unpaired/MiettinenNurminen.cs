namespace EvalGate.Statistics;

/// <summary>Miettinen and Nurminen's score test and interval for the difference of two independent pass rates.</summary>
/// <remarks>
/// Formula: Z(D) = (p̂_C − p̂_B − D) / √((p̃_C(1 − p̃_C)/n_C + p̃_B(1 − p̃_B)/n_B)·N/(N − 1)), p̃ the maximum-likelihood rates under p_C − p_B = D.
/// Assumes independent cases within and between the arms; not for the same cases in both arms: use <see cref="TangoScore"/>.
/// An empty arm shows nothing: p-values are 1 and the interval is [−1, 1]. Source: Miettinen and Nurminen 1985, Stat Med 4:213.
/// </remarks>
public static class MiettinenNurminen
{
    /// <summary>p-value of θ ≥ <paramref name="difference"/>; small means that the candidate is below it.</summary>
    /// <remarks>At difference 0 and all cases alike in both arms it is 1.</remarks>
    /// <param name="table">Passes and cases of both arms.</param>
    /// <param name="difference">Difference under the null hypothesis, in (−1, 1); 0 for "not worse".</param>
    /// <returns>The one-sided p-value.</returns>
    public static double PValueBelow(UnpairedCounts table, double difference)
    {
        Check(table, difference);
        return table.HasEmptyArm ? 1 : NormalCurve.Below(-Score(Mirrored(table), -difference));
    }

    /// <summary>p-value of θ ≤ <paramref name="difference"/>, the non-inferiority test when it is −δ; small means that the candidate is above it.</summary>
    /// <remarks>At difference 0 and all cases alike in both arms it is 1.</remarks>
    /// <param name="table">Passes and cases of both arms.</param>
    /// <param name="difference">Difference under the null hypothesis, in (−1, 1).</param>
    /// <returns>The one-sided p-value.</returns>
    public static double PValueAbove(UnpairedCounts table, double difference)
    {
        Check(table, difference);
        return table.HasEmptyArm ? 1 : NormalCurve.Below(-Score(table, difference));
    }

    /// <summary>Two-sided interval for candidate minus baseline: all D with |Z(D)| below the normal quantile.</summary>
    /// <remarks>When every case changed sides its end is exactly −1 or 1; with all cases alike in both arms it shrinks with the arms.</remarks>
    /// <param name="table">Passes and cases of both arms.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <returns>The interval, inside [−1, 1].</returns>
    public static ConfidenceInterval Interval(UnpairedCounts table, double confidence)
    {
        Check(table, 0);
        Guard.InsideUnit(confidence, nameof(confidence));
        if (table.HasEmptyArm)
            return new(-1, 1, confidence);
        var z = NormalCurve.Quantile((1 + confidence) / 2);
        var estimate = table.Difference;
        return new(
            estimate == -1 ? -1 : Bisection.FirstTrue(-1, estimate, difference => Score(table, difference) <= z),
            estimate == 1 ? 1 : Bisection.FirstTrue(estimate, 1, difference => Score(table, difference) <= -z),
            confidence);
    }

    internal static double Score(UnpairedCounts table, double difference)
    {
        double before = table.BaselineCases, after = table.CandidateCases;
        var baseline = ConstrainedBaselineRate(table, difference);
        var candidate = baseline + difference;
        var variance = (candidate * (1 - candidate) / after + baseline * (1 - baseline) / before) * (before + after) / (before + after - 1);
        var distance = table.Difference - difference;
        return variance > 0 ? distance / Math.Sqrt(variance)
            : distance > 0 ? double.PositiveInfinity
            : double.NegativeInfinity;
    }

    // The root of the likelihood's cubic, in the trigonometric form of Miettinen and Nurminen's appendix.
    internal static double ConstrainedBaselineRate(UnpairedCounts table, double difference)
    {
        double before = table.BaselineCases, after = table.CandidateCases, all = before + after;
        double passed = table.BaselinePasses, d = difference, passedInAll = passed + table.CandidatePasses;
        var quadratic = ((after + 2 * before) * d - all - passedInAll) / (3 * all);
        var linear = ((before * d - all - 2 * passed) * d + passedInAll) / all;
        var constant = passed * d * (1 - d) / all;
        var q = quadratic * quadratic * quadratic - quadratic * linear / 2 + constant / 2;
        var p = Math.CopySign(Math.Sqrt(Math.Max(0, quadratic * quadratic - linear / 3)), q);
        var angle = p == 0 ? 0 : (Math.PI + Math.Acos(Math.Clamp(q / (p * p * p), -1, 1))) / 3;
        return Math.Clamp(2 * p * Math.Cos(angle) - quadratic, Math.Max(0, -d), Math.Min(1, 1 - d));
    }

    private static UnpairedCounts Mirrored(UnpairedCounts table) =>
        new(table.CandidatePasses, table.CandidateCases, table.BaselinePasses, table.BaselineCases);

    private static void Check(UnpairedCounts table, double difference)
    {
        table.RequireCounts();
        if (!(difference is > -1 and < 1))
            throw new ArgumentOutOfRangeException(nameof(difference), difference, "A difference of rates lies in (−1, 1).");
    }
}
