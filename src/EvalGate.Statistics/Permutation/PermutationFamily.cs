namespace EvalGate.Statistics;

// The differing units of all slices, over one common denominator.
internal sealed record PermutationFamily(int SliceCount, SliceCells Cells, IReadOnlyList<DifferingUnit> Units)
{
    private static readonly RepetitionPattern Flip = new(1, 1);

    public static PermutationFamily Of(IReadOnlyList<PermutationUnit> units, int sliceCount)
    {
        var denominator = CommonDenominator.Of(units);
        var cells = new SliceCells(sliceCount);
        var keys = new HashSet<ulong>();
        var differing = new List<DifferingUnit>();
        foreach (var unit in units)
        {
            if (!keys.Add(unit.Key))
                throw new ArgumentException($"Two units have the key {unit.Key:x16}; they would always flip together.", nameof(units));
            var flipsSign = unit.Cases.All(item => item.Baseline.Count == item.Candidate.Count);
            UnitPart[] parts = [.. Parts(unit, flipsSign, denominator, cells).Where(part => !part.IsInert)];
            if (parts.Length > 0)
                differing.Add(new(unit.Key, flipsSign, parts));
        }

        return new(sliceCount, cells, differing);
    }

    public long[] Observed()
    {
        var observed = new long[SliceCount];
        foreach (var part in Units.SelectMany(unit => unit.Parts))
        {
            foreach (var slice in Cells.SlicesOf(part.Cell))
                observed[slice] += part.Observed;
        }

        return observed;
    }

    private static IEnumerable<UnitPart> Parts(PermutationUnit unit, bool flipsSign, long denominator, SliceCells cells) =>
        unit.Cases
            .Where(item => item.Slices.Count > 0)
            .Select(item => (Case: item, Cell: cells.IndexOf(item.Slices), Pattern: flipsSign ? Flip : PatternOf(item)))
            .GroupBy(entry => (entry.Cell, entry.Pattern), entry => flipsSign ? FlipSlots(entry.Case, denominator) : Slots(entry.Case))
            .Select(group => new UnitPart(group.Key.Cell, group.Key.Pattern, flipsSign ? 1 : denominator, SumPerSlot(group)));

    private static RepetitionPattern PatternOf(PermutationCase item) => new(item.Baseline.Count, item.Candidate.Count);

    // Measured from the smallest result, which leaves every difference as it is and keeps the sums small.
    private static long[] Slots(PermutationCase item)
    {
        var smallest = Math.Min(item.Baseline.Min(), item.Candidate.Min());
        return [.. item.Baseline.Concat(item.Candidate).Select(score => score - smallest)];
    }

    private static long[] FlipSlots(PermutationCase item, long denominator)
    {
        var slots = Slots(item);
        var repetitions = item.Baseline.Count;
        var gained = slots.Skip(repetitions).Sum() - slots.Take(repetitions).Sum();
        return [0, denominator / repetitions * gained];
    }

    private static long[] SumPerSlot(IEnumerable<long[]> slots) =>
        slots.Aggregate((sums, next) => [.. sums.Zip(next, (sum, slot) => sum + slot)]);
}
