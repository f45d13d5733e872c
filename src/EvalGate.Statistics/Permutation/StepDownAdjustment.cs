namespace EvalGate.Statistics;

internal static class StepDownAdjustment
{
    // Slices whose statistics are equal on paper may differ in the last bits.
    private const double Tolerance = 1e-12;

    public static IReadOnlyList<SliceTest> Apply(SumTable sums, IReadOnlyList<SliceEvidence?> evidence)
    {
        SliceEvidence[] strongestFirst =
            [.. evidence.OfType<SliceEvidence>().OrderByDescending(item => item.Observed).ThenBy(item => item.Slice)];
        var single = SharesThatReach(sums, strongestFirst);
        SliceTest[] tests = [.. evidence.Select(_ => new SliceTest(1, 1))];
        double adjusted = 0;
        for (var rank = 0; rank < strongestFirst.Length; rank++)
        {
            var item = strongestFirst[rank];
            adjusted = Math.Max(adjusted, Math.Max(single[rank], item.PValue));
            tests[item.Slice] = new(item.PValue, adjusted);
        }

        return tests;
    }

    // For each rank, how often the strongest evidence among this and all weaker slices reaches what was observed.
    private static double[] SharesThatReach(SumTable sums, SliceEvidence[] strongestFirst)
    {
        var shares = new double[strongestFirst.Length];
        var strongest = new double[sums.Columns];
        Array.Fill(strongest, double.NegativeInfinity);
        var row = new double[sums.Columns];
        for (var rank = strongestFirst.Length - 1; rank >= 0; rank--)
        {
            var item = strongestFirst[rank];
            item.Fill(sums.Row(item.Slice), row);
            var threshold = item.Observed - Tolerance * Math.Abs(item.Observed);
            var hits = 0;
            for (var column = 0; column < row.Length; column++)
            {
                strongest[column] = Math.Max(strongest[column], row[column]);
                hits += strongest[column] >= threshold ? 1 : 0;
            }

            shares[rank] = sums.PValue(hits);
        }

        return shares;
    }
}
