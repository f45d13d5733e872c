using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>What chance could have dealt otherwise: the cases that differ, each alone, or with its whole group.</summary>
internal static class PermutationUnits
{
    /// <summary>The units of a sample. Cases that differ nowhere, unless their group does, and cases in none of the slices change no sum and are left out.</summary>
    public static IReadOnlyList<PermutationUnit> Of(MetricSample sample, PairedTable table, IReadOnlyList<Slice> order)
    {
        var index = order.Index().ToDictionary(p => p.Item, p => p.Index);
        int[][] cells = [.. table.Cells.Select(cell => cell.Where(index.ContainsKey).Select(s => index[s]).ToArray())];
        var rows = sample.Differing.Where(row => table.GroupOf(row) < 0).Concat(Grouped(sample, table));
        return Of(table, rows.Where(row => cells[table.CellOfRow[row]].Length > 0).Select(row => (row, Case(row))));

        PermutationCase Case(int row)
        {
            var (baseline, candidate) = sample.Results(row);
            return new(baseline, candidate, cells[table.CellOfRow[row]]);
        }
    }

    /// <summary>The units of cases, each alone or with its group. A row may have several cases: what it says in one slice, and in another.</summary>
    public static IReadOnlyList<PermutationUnit> Of(PairedTable table, IEnumerable<(int Row, PermutationCase Case)> cases)
    {
        var units = UnitKeys.ByUnit(table, cases).ToArray();
        return [.. units.Zip(UnitKeys.Of([.. units.Select(u => u.Key)]), (unit, key) => new PermutationUnit(key, [.. unit]))];
    }

    /// <summary>The rows of groups in which any case differs, all their paired cases.</summary>
    private static IEnumerable<int> Grouped(MetricSample sample, PairedTable table)
    {
        var differing = sample.Differing.Select(table.GroupOf).Where(g => g >= 0).ToHashSet();
        return differing.Count == 0 ? [] : sample.Pairs().Select(p => p.Row).Where(row => differing.Contains(table.GroupOf(row)));
    }
}
