namespace EvalGate.Statistics;

// Exact variance of a slice's sum under the null; it is the same for every assignment, as a permutation test needs.
internal static class NullVariance
{
    // Null when a unit has several patterns inside the slice: their joint distribution has no short form.
    public static double? Of(PermutationFamily family, int slice)
    {
        var spreads = new SortedDictionary<RepetitionPattern, (Int128 Spread, double Scale)>();
        foreach (var unit in family.Units)
        {
            UnitPart[] parts = [.. unit.Parts.Where(part => family.Cells.SlicesOf(part.Cell).Contains(slice))];
            if (parts.Length == 0)
                continue;
            var first = parts[0];
            if (parts.Any(part => part.Pattern != first.Pattern))
                return null;
            var before = spreads.TryGetValue(first.Pattern, out var found) ? found.Spread : 0;
            spreads[first.Pattern] = (before + Spread(parts), Scale(first));
        }

        return spreads.Values.Sum(entry => (double)entry.Spread * entry.Scale);
    }

    public static double MeanSquare(SumTable sums, int slice)
    {
        double squares = (double)sums.Observed[slice] * sums.Observed[slice];
        foreach (var sum in sums.Row(slice))
            squares += (double)sum * sum;
        return squares / (sums.Columns + 1);
    }

    // K·Σx² − (Σx)² of the slot sums.
    private static Int128 Spread(UnitPart[] parts)
    {
        Int128 sum = 0, squares = 0;
        for (var slot = 0; slot < parts[0].Slots.Length; slot++)
        {
            Int128 value = parts.Sum(part => part.Slots[slot]);
            sum += value;
            squares += value * value;
        }

        return parts[0].Slots.Length * squares - sum * sum;
    }

    // Sampling without replacement: Var(Σ chosen) = K_C·K_B / (K²·(K − 1)) · (K·Σx² − (Σx)²).
    private static double Scale(UnitPart part)
    {
        double slots = part.Pattern.Slots, weight = part.Weight;
        return weight * weight * part.Pattern.Candidate * part.Pattern.Baseline / (slots * slots * (slots - 1));
    }
}
