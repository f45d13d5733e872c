namespace EvalGate.Statistics;

/// <summary>Newcombe's closed-form hybrid score interval for the difference of two independent pass rates.</summary>
public static class NewcombeUnpaired
{
    /// <summary>Two-sided interval for candidate minus baseline.</summary>
    /// <remarks>
    /// Formula: square-and-add of the two Wilson intervals. Assumes independent cases within and between the arms; not for the same cases in both arms:
    /// use <see cref="TangoScore"/>. Second choice after <see cref="MiettinenNurminen"/>. An empty arm gives [−1, 1].
    /// Source: Newcombe 1998, Stat Med 17:873, method 10.
    /// </remarks>
    /// <param name="table">Passes and cases of both arms.</param>
    /// <param name="confidence">Nominal coverage in (0, 1).</param>
    /// <returns>The interval, inside [−1, 1].</returns>
    public static ConfidenceInterval Interval(UnpairedCounts table, double confidence)
    {
        table.RequireCounts();
        Guard.InsideUnit(confidence, nameof(confidence));
        return table.HasEmptyArm
            ? new(-1, 1, confidence)
            : SquareAndAdd.Difference(
                new(table.CandidateRate, Wilson.Interval(table.CandidatePasses, table.CandidateCases, confidence)),
                new(table.BaselineRate, Wilson.Interval(table.BaselinePasses, table.BaselineCases, confidence)),
                correlation: 0);
    }
}
