namespace EvalGate.Statistics;

/// <summary>The four counts of a paired pass/fail metric, one case each.</summary>
/// <param name="BothPass">Cases that both arms pass.</param>
/// <param name="Gains">Cases that only the candidate passes.</param>
/// <param name="Losses">Cases that only the baseline passes.</param>
/// <param name="BothFail">Cases that neither arm passes.</param>
public readonly record struct PairedCounts(long BothPass, long Gains, long Losses, long BothFail)
{
    /// <summary>All paired cases.</summary>
    public long Cases => checked(BothPass + Gains + Losses + BothFail);

    /// <summary>Candidate's pass rate minus the baseline's; NaN without cases.</summary>
    public double Difference => (double)(Gains - Losses) / Cases;

    // φ of the arms' results, a positive numerator shrunk by the continuity correction; 0 where an arm never varies.
    internal double Correlation(double continuity)
    {
        double a = BothPass, b = Gains, c = Losses, e = BothFail;
        var margins = (a + b) * (c + e) * (a + c) * (b + e);
        var numerator = a * e - b * c;
        return margins == 0 ? 0 : (numerator > 0 ? Math.Max(0, numerator - continuity) : numerator) / Math.Sqrt(margins);
    }

    internal void RequireCounts()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(BothPass);
        ArgumentOutOfRangeException.ThrowIfNegative(Gains);
        ArgumentOutOfRangeException.ThrowIfNegative(Losses);
        ArgumentOutOfRangeException.ThrowIfNegative(BothFail);
    }
}
