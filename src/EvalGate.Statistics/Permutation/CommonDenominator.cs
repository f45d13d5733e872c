namespace EvalGate.Statistics;

// All differences of means over one denominator, the least common multiple of the repetition counts, so that sums are exact integers.
internal static class CommonDenominator
{
    private const long LargestSum = long.MaxValue / 4;

    public static long Of(IReadOnlyList<PermutationUnit> units)
    {
        var cases = units.SelectMany(unit => unit.Cases);
        Int128 denominator = 1;
        foreach (var count in cases.SelectMany(Counts).Distinct())
        {
            denominator = denominator / GreatestDivisor((long)denominator, count) * count;
            if (denominator > int.MaxValue)
                throw new ArgumentException("The repetition counts have no common multiple below 2^31; repeat every case equally often.", nameof(units));
        }

        RequireThatSumsFit(cases, denominator);
        return (long)denominator;
    }

    private static IEnumerable<int> Counts(PermutationCase item)
    {
        if (item.Baseline.Count == 0 || item.Candidate.Count == 0)
            throw new ArgumentException("A paired case needs at least one repetition in both arms.", nameof(item));
        return [item.Baseline.Count, item.Candidate.Count];
    }

    private static void RequireThatSumsFit(IEnumerable<PermutationCase> cases, Int128 denominator)
    {
        Int128 bound = 0;
        foreach (var item in cases)
        {
            var range = (Int128)Math.Max(item.Baseline.Max(), item.Candidate.Max()) - Math.Min(item.Baseline.Min(), item.Candidate.Min());
            bound += range * denominator * (item.Baseline.Count + item.Candidate.Count);
            if (bound > LargestSum)
                throw new ArgumentException("The scores are too large to add exactly in 64 bits; use a coarser fixed-point scale.", nameof(cases));
        }
    }

    private static long GreatestDivisor(long a, long b) => b == 0 ? a : GreatestDivisor(b, a % b);
}
