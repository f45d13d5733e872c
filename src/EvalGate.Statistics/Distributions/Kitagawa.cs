namespace EvalGate.Statistics;

/// <summary>Why a mean over strata changed: because the strata changed, or because their shares did.</summary>
/// <remarks>
/// Formula: rate = Σ½(v + w)(y − x), mix = Σ½(x + y)(w − v) for shares v, w and means x, y of the two sides; they add up to the change of the total.
/// Shares must add up to 1 on each side; without strata both are 0. Source: Kitagawa 1955, JASA 50:1168.
/// </remarks>
/// <param name="Rate">What the strata's own changes did.</param>
/// <param name="Mix">What the change of their shares did.</param>
/// <param name="IsReversal">Whether every stratum moved one way, or not at all, and the total the other way (Simpson's paradox).</param>
public sealed record Kitagawa(double Rate, double Mix, bool IsReversal)
{
    /// <summary>The change of the total.</summary>
    public double Total => Rate + Mix;

    /// <summary>Whether the shares did more than the strata.</summary>
    public bool IsMixDriven => Math.Abs(Mix) > Math.Abs(Rate);

    /// <summary>Takes a change apart.</summary>
    /// <param name="strata">Share and mean of each stratum, before and after; shares are in [0, 1], means finite.</param>
    /// <returns>Both parts.</returns>
    public static Kitagawa Of(IReadOnlyList<(double ShareBefore, double Before, double ShareAfter, double After)> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        var rate = strata.Sum(s => (s.ShareBefore + s.ShareAfter) / 2 * (s.After - s.Before));
        var mix = strata.Sum(s => (s.Before + s.After) / 2 * (s.ShareAfter - s.ShareBefore));
        var total = rate + mix;
        var isReversal = total != 0 && strata.Any(s => s.After != s.Before) && strata.All(s => s.After == s.Before || Math.Sign(s.After - s.Before) != Math.Sign(total));
        return new(rate, mix, isReversal);
    }
}
