namespace EvalGate.Statistics;

// One part of a unit under hashed replicates: the unit's sign, or which slots are the candidate's.
internal sealed class HashedDraw(DifferingUnit unit, UnitPart part)
{
    private readonly ulong[] _slotKeys = unit.FlipsSign
        ? []
        : [.. Enumerable.Range(0, part.Pattern.Slots).Select(slot => HashedReplicates.Hash(unit.Key, slot))];

    // Choosing the smaller arm is shorter: the largest draws are the baseline's just as the smallest are the candidate's.
    private readonly bool _choosesBaseline = part.Pattern.Baseline < part.Pattern.Candidate;

    public void AddTo(Span<long> sums, int firstReplicate)
    {
        if (unit.FlipsSign)
            AddFlips(sums, firstReplicate);
        else
            AddShuffles(sums, firstReplicate);
    }

    private void AddFlips(Span<long> sums, int firstReplicate)
    {
        var key = unit.Key;
        var difference = part.Observed;
        for (var index = 0; index < sums.Length; index++)
        {
            // 0 for plus (top bit set) and −1 for minus: x XOR m − m negates without a branch.
            var minus = (long)(HashedReplicates.Hash(key, firstReplicate + index) >> 63) - 1;
            sums[index] += (difference ^ minus) - minus;
        }
    }

    private void AddShuffles(Span<long> sums, int firstReplicate)
    {
        var draws = new ulong[_slotKeys.Length];
        var invert = _choosesBaseline ? ulong.MaxValue : 0;
        var chosen = Math.Min(part.Pattern.Baseline, part.Pattern.Candidate);
        for (var index = 0; index < sums.Length; index++)
        {
            for (var slot = 0; slot < draws.Length; slot++)
                draws[slot] = HashedReplicates.Hash(_slotKeys[slot], firstReplicate + index) ^ invert;
            var sum = SumOfSmallest(draws, chosen);
            sums[index] += part.Weight * (_choosesBaseline ? part.Total - sum : sum) - part.Offset;
        }
    }

    private long SumOfSmallest(Span<ulong> draws, int count)
    {
        long sum = 0;
        for (var taken = 0; taken < count; taken++)
        {
            var smallest = 0;
            for (var slot = 1; slot < draws.Length; slot++)
            {
                if (draws[slot] < draws[smallest])
                    smallest = slot;
            }

            sum += part.Slots[smallest];
            draws[smallest] = ulong.MaxValue;
        }

        return sum;
    }
}
