namespace EvalGate.Statistics;

/// <summary>Sums that are the same, to the last bit, in whatever order the figures come: they are added smallest first.</summary>
/// <remarks>Figures of one sign lose least in this order (Higham 1993, SIAM J. Sci. Comput. 14:783).</remarks>
public static class StableSum
{
    /// <summary>The sum.</summary>
    /// <param name="figures">The figures, finite. None add up to 0; one is its own sum.</param>
    public static double Of(IEnumerable<double> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return figures.Order().Sum();
    }

    /// <summary>The mean.</summary>
    /// <param name="figures">The figures, finite; at least one. Equal ones may differ from their mean in the last bit.</param>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public static double Mean(IEnumerable<double> figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return figures.Order().Average();
    }
}
