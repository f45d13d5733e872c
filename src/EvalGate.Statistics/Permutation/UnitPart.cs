namespace EvalGate.Statistics;

// The sum, over a unit's cases of one cell and one pattern, of the results in each slot.
// Its difference for a choice of candidate slots is Weight·Σ(chosen) − Offset, over the family's common denominator.
internal sealed class UnitPart
{
    public UnitPart(int cell, RepetitionPattern pattern, long denominator, long[] slots)
    {
        Cell = cell;
        Pattern = pattern;
        Slots = slots;
        Total = slots.Sum();
        Weight = denominator / pattern.Candidate + denominator / pattern.Baseline;
        Offset = denominator / pattern.Baseline * Total;
    }

    public int Cell { get; }

    public RepetitionPattern Pattern { get; }

    public long[] Slots { get; }

    public long Total { get; }

    public long Weight { get; }

    public long Offset { get; }

    public bool IsInert => Array.TrueForAll(Slots, slot => slot == Slots[0]);

    // The candidate's slots come last.
    public long Observed => Weight * Slots.Skip(Pattern.Baseline).Sum() - Offset;

    public long Difference(IEnumerable<int> chosen) => Weight * chosen.Sum(slot => Slots[slot]) - Offset;
}
