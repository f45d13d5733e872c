namespace EvalGate.Statistics;

// −p of the exact McNemar test, looked up by the number of losses.
internal sealed class FlipEvidence : SliceEvidence
{
    private readonly double[] _pValues;
    private readonly long _unit;

    private FlipEvidence(int slice, int flips, long unit, long observed) : base(slice)
    {
        _pValues = McNemar.PValuesWorse(flips);
        _unit = unit;
        PValue = _pValues[Losses(observed)];
    }

    public override double PValue { get; }

    public override double Observed => -PValue;

    public static FlipEvidence? Of(PermutationFamily family, SumTable sums, int slice)
    {
        UnitPart[] flips =
            [.. family.Units.Select(unit => unit.Parts[0]).Where(part => family.Cells.SlicesOf(part.Cell).Contains(slice))];
        return flips.Length == 0 ? null : new(slice, flips.Length, Math.Abs(flips[0].Observed), sums.Observed[slice]);
    }

    public override void Fill(ReadOnlySpan<long> sums, Span<double> evidence)
    {
        for (var column = 0; column < sums.Length; column++)
            evidence[column] = -_pValues[Losses(sums[column])];
    }

    private int Losses(long sum) => (int)((_pValues.Length - 1 - sum / _unit) / 2);
}
