namespace EvalGate.Statistics;

// How strongly a sum of differences speaks for "worse" on one slice; larger is stronger, comparable across slices.
internal abstract class SliceEvidence(int slice)
{
    public int Slice => slice;

    public abstract double PValue { get; }

    public abstract double Observed { get; }

    public abstract void Fill(ReadOnlySpan<long> sums, Span<double> evidence);

    // Null where nothing differs, so nothing can be evidence.
    public static SliceEvidence? Of(FamilyStatistic statistic, PermutationFamily family, SumTable sums, int slice) =>
        statistic == FamilyStatistic.MinP ? FlipEvidence.Of(family, sums, slice) : DropEvidence.Of(family, sums, slice);
}
