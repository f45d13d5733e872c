namespace EvalGate.Statistics;

// T = −Σd/√Var.
internal sealed class DropEvidence : SliceEvidence
{
    private readonly double _deviation;

    private DropEvidence(SumTable sums, int slice, double variance) : base(slice)
    {
        _deviation = Math.Sqrt(variance);
        Observed = -sums.Observed[slice] / _deviation;
        PValue = sums.PValue(AtMost(sums.Row(slice), sums.Observed[slice]));
    }

    public override double PValue { get; }

    public override double Observed { get; }

    public static DropEvidence? Of(PermutationFamily family, SumTable sums, int slice)
    {
        var variance = NullVariance.Of(family, slice) ?? NullVariance.MeanSquare(sums, slice);
        return variance > 0 ? new(sums, slice, variance) : null;
    }

    public override void Fill(ReadOnlySpan<long> sums, Span<double> evidence)
    {
        for (var column = 0; column < sums.Length; column++)
            evidence[column] = -sums[column] / _deviation;
    }

    private static int AtMost(ReadOnlySpan<long> sums, long observed)
    {
        var hits = 0;
        foreach (var sum in sums)
            hits += sum <= observed ? 1 : 0;
        return hits;
    }
}
