using MathNet.Numerics;

namespace EvalGate.Statistics;

/// <summary>The rare-loss guard: would a loss pattern that costs the margin on its own probably have been seen?</summary>
/// <remarks>
/// Formula: (1 − δ/R)ⁿ, the chance that n independent cases (groups, where groups exist) show none of the worst losses R when their share is δ/R.
/// It closes the hole of every test that estimates spread from the sample, which holds no rare loss. Source: rule of three, Hanley and Lippman-Hand 1983.
/// </remarks>
public static class RareLoss
{
    /// <summary>Chance that no case shows the worst loss although such losses alone cost <paramref name="margin"/>.</summary>
    /// <remarks>1 with no cases or margin 0; otherwise 0 when the margin reaches the worst loss.</remarks>
    /// <param name="cases">Independent cases.</param>
    /// <param name="margin">Tolerated drop δ, not negative.</param>
    /// <param name="worstLoss">Largest possible loss R of one case, positive; 1 for pass/fail, +∞ for an unbounded metric.</param>
    /// <returns>The chance, in [0, 1].</returns>
    public static double ChanceOfSeeingNone(long cases, double margin, double worstLoss)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        Guard.NotNegative(margin, nameof(margin));
        Guard.Positive(worstLoss, nameof(worstLoss));
        if (cases == 0)
            return 1;
        return margin >= worstLoss ? 0 : Math.Exp(cases * SpecialFunctions.Log1p(-margin / worstLoss));
    }

    /// <summary>Fewest cases whose <see cref="ChanceOfSeeingNone"/> is at most <paramref name="level"/>.</summary>
    /// <remarks>ln(level) / ln(1 − δ/R), rounded up: 149 cases for 2 points, 59 for 5, 29 for 10 at 5 %.</remarks>
    /// <param name="margin">Tolerated drop δ, positive.</param>
    /// <param name="worstLoss">Largest possible loss R of one case, positive and finite.</param>
    /// <param name="level">Accepted chance, in (0, 1).</param>
    /// <returns>The number of cases, at least 1.</returns>
    public static long MinimumCases(double margin, double worstLoss, double level)
    {
        Guard.Positive(margin, nameof(margin));
        Guard.Positive(worstLoss, nameof(worstLoss));
        ArgumentOutOfRangeException.ThrowIfEqual(worstLoss, double.PositiveInfinity);
        Guard.InsideUnit(level, nameof(level));
        if (margin >= worstLoss)
            return 1;
        // The quotient may miss a whole number in its last bits, so the definition decides.
        var cases = Math.Max(1, (long)(Math.Log(level) / SpecialFunctions.Log1p(-margin / worstLoss)) - 1);
        while (!IsRuledOut(cases, margin, worstLoss, level))
            cases++;
        return cases;
    }

    /// <summary>Whether a rare loss of the margin's size is ruled out at <paramref name="level"/>.</summary>
    /// <remarks>Never with no cases, margin 0 or an unbounded loss.</remarks>
    /// <param name="cases">Independent cases.</param>
    /// <param name="margin">Tolerated drop δ, not negative.</param>
    /// <param name="worstLoss">Largest possible loss R of one case, positive.</param>
    /// <param name="level">Accepted chance, in (0, 1).</param>
    /// <returns>True when enough cases were seen.</returns>
    public static bool IsRuledOut(long cases, double margin, double worstLoss, double level)
    {
        Guard.InsideUnit(level, nameof(level));
        return ChanceOfSeeingNone(cases, margin, worstLoss) <= level;
    }
}
