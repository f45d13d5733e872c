namespace EvalGate.Statistics;

/// <summary>Newcombe's closed-form interval for the difference of two paired pass rates (his method 10).</summary>
public static class NewcombePaired
{
    /// <summary>Two-sided interval for candidate minus baseline.</summary>
    /// <remarks>
    /// Formula: square-and-add of the two Wilson intervals with the correlation φ of the table, whose numerator a·e − b·c, if positive, becomes
    /// max(a·e − b·c − n/2, 0); φ is 0 when a margin is empty. Assumes independent cases with one repetition per arm. Second choice after
    /// <see cref="TangoScore"/>, which holds its level better when flips are rare; this one needs no search, so SQL can compute it.
    /// With no cases it is [−1, 1]; one case and tables of one kind only give wide intervals inside [−1, 1].
    /// Source: Newcombe 1998, Stat Med 17:2635.
    /// </remarks>
    /// <param name="table">The four counts, not negative.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <returns>The interval, inside [−1, 1].</returns>
    public static ConfidenceInterval Interval(PairedCounts table, double confidence)
    {
        table.RequireCounts();
        Guard.InsideUnit(confidence, nameof(confidence));
        return table.Cases == 0
            ? new(-1, 1, confidence)
            : SquareAndAdd.Difference(
                Rate(table.BothPass + table.Gains, table.Cases, confidence),
                Rate(table.BothPass + table.Losses, table.Cases, confidence),
                table.Correlation(continuity: table.Cases / 2.0));
    }

    private static SquareAndAdd.Estimate Rate(long passes, long cases, double confidence) =>
        new((double)passes / cases, Wilson.Interval(passes, cases, confidence));
}
