using System.Numerics;
using System.Runtime.InteropServices;

namespace EvalGate.Statistics;

// The sum of differences of every slice under every assignment: one row per slice.
internal sealed class SumTable
{
    // A block of replicates of all slices stays in the second-level cache.
    private const int Block = 1024;

    private readonly long[][] _rows;

    private SumTable(PermutationFamily family, int columns, bool isExact)
    {
        _rows = [.. Enumerable.Range(0, family.SliceCount).Select(_ => new long[columns])];
        Observed = family.Observed();
        Columns = columns;
        IsExact = isExact;
    }

    public IReadOnlyList<long> Observed { get; }

    public int Columns { get; }

    public bool IsExact { get; }

    public ReadOnlySpan<long> Row(int slice) => _rows[slice];

    // The share of assignments with that many hits; the observed one is among the enumerated, and added to the drawn.
    public double PValue(int hits) => IsExact ? (double)hits / Columns : (1.0 + hits) / (1.0 + Columns);

    public static SumTable? Enumerate(PermutationFamily family, int limit)
    {
        long assignments = 1;
        foreach (var unit in family.Units)
        {
            assignments *= unit.HasOnePattern ? unit.Parts[0].Pattern.Assignments(limit) : limit + 1L;
            if (assignments > limit)
                return null;
        }

        var table = new SumTable(family, (int)assignments, isExact: true);
        var stride = 1;
        foreach (var unit in family.Units)
            stride *= table.AddEveryAssignment(unit, family.Cells, stride);
        return table;
    }

    public static SumTable Draw(PermutationFamily family, int replicates)
    {
        var table = new SumTable(family, replicates, isExact: false);
        var draws = family.Units
            .SelectMany(unit => unit.Parts, (unit, part) => (part.Cell, Draw: new HashedDraw(unit, part)))
            .ToLookup(entry => entry.Cell, entry => entry.Draw);
        var buffer = new long[Math.Min(Block, replicates)];
        for (var first = 0; first < replicates; first += Block)
        {
            var sums = buffer.AsSpan(0, Math.Min(Block, replicates - first));
            foreach (var cell in draws)
            {
                sums.Clear();
                foreach (var draw in cell)
                    draw.AddTo(sums, first);
                foreach (var slice in family.Cells.SlicesOf(cell.Key))
                    Add(table._rows[slice].AsSpan(first, sums.Length), sums);
            }
        }

        return table;
    }

    private int AddEveryAssignment(DifferingUnit unit, SliceCells cells, int stride)
    {
        int[][] assignments = [.. unit.Assignments()];
        foreach (var part in unit.Parts)
        {
            long[] differences = [.. assignments.Select(part.Difference)];
            foreach (var slice in cells.SlicesOf(part.Cell))
                AddInTurn(_rows[slice], differences, stride);
        }

        return assignments.Length;
    }

    // Each difference to as many columns as the stride, one after the other and again.
    private static void AddInTurn(Span<long> row, long[] differences, int stride)
    {
        for (var first = 0; first < row.Length; first += stride)
        {
            var difference = differences[first / stride % differences.Length];
            foreach (ref var sum in row.Slice(first, stride))
                sum += difference;
        }
    }

    private static void Add(Span<long> target, ReadOnlySpan<long> source)
    {
        var wide = MemoryMarshal.Cast<long, Vector<long>>(target);
        var addends = MemoryMarshal.Cast<long, Vector<long>>(source);
        for (var index = 0; index < wide.Length; index++)
            wide[index] += addends[index];
        for (var index = wide.Length * Vector<long>.Count; index < target.Length; index++)
            target[index] += source[index];
    }
}
