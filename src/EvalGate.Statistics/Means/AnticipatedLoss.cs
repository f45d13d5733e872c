namespace EvalGate.Statistics;

/// <summary>A bounded mean as it would stand if the next case were lost entirely: the estimate behind "held".</summary>
/// <remarks>
/// Formula: the ordinary t test on the differences and one more, −R, the worst that can happen; groups get one more group, of average size. A spread estimated
/// from a sample that holds no rare large loss is too small, and no correction for skewness sees what is not there: where a small drop everywhere and a rare total
/// loss make up the margin together, Hall's t assures wrongly ten times as often as it should (see CALIBRATION.md); this keeps its 5 % in every shape tried there.
/// Assumes independent cases (groups) and a bounded metric. Source: measured; the idea of adding imagined observations is that of
/// Agresti and Caffo 2000, Am Stat 54:280.
/// </remarks>
public static class AnticipatedLoss
{
    /// <summary>The mean difference over the cases and one that is lost entirely.</summary>
    /// <remarks>
    /// No differences leave the standard error infinite. All equal still have a spread, that of the anticipated loss: with every difference 0 a loss of
    /// 5 % of R is ruled out at 5 % from 53 cases on.
    /// </remarks>
    /// <param name="differences">Moments of candidate − baseline, oriented so that higher is better.</param>
    /// <param name="worstLoss">Largest possible loss R of one case, positive and finite.</param>
    /// <returns>The estimate; <see cref="StudentEstimate.PValueAbove"/> of −δ is the non-inferiority test.</returns>
    public static StudentEstimate Of(Moments differences, double worstLoss)
    {
        ArgumentNullException.ThrowIfNull(differences);
        Check(worstLoss);
        return PairedT.Of(differences.Including(-worstLoss));
    }

    /// <summary>The mean difference over the clusters and one of average size that is lost entirely.</summary>
    /// <remarks>No clusters leave the standard error infinite. All equal still have a spread, that of the anticipated loss.</remarks>
    /// <param name="sizes">Sums of candidate − baseline per cluster size, oriented so that higher is better.</param>
    /// <param name="scale">Steps per unit, positive.</param>
    /// <param name="worstLoss">Largest possible loss R of one case, positive and finite.</param>
    /// <returns>The estimate; <see cref="ClusterRobustMean.PValueAbove"/> of −δ is the non-inferiority test.</returns>
    public static ClusterRobustMean Of(IReadOnlyList<ClusterSizeSum> sizes, double scale, double worstLoss)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        Check(worstLoss);
        var clusters = Math.Max(1, sizes.Sum(entry => entry.Clusters));
        var size = Math.Max(1, (sizes.Sum(entry => entry.Size * entry.Clusters) + clusters - 1) / clusters);
        var lost = -(Int128)Math.Round(size * worstLoss * scale);
        return ClusterRobustMean.Of([.. sizes, new(size, 1, lost, lost * lost)], scale);
    }

    private static void Check(double worstLoss)
    {
        Guard.Positive(worstLoss, nameof(worstLoss));
        ArgumentOutOfRangeException.ThrowIfEqual(worstLoss, double.PositiveInfinity);
    }
}
