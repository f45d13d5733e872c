using EvalGate.Slicing;
using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>What chance could have dealt otherwise: the cases that differ, each alone, or with its whole group.</summary>
internal static class PermutationUnits
{
    /// <summary>The units of a sample. Cases that differ nowhere change no sum and are left out, unless their group differs.</summary>
    public static IReadOnlyList<PermutationUnit> Of(MetricSample sample, PairedTable table, IReadOnlyList<Slice> order)
    {
        var index = order.Select((slice, i) => (slice, i)).ToDictionary(p => p.slice, p => p.i);
        int[][] cells = [.. table.Cells.Select(cell => cell.Where(index.ContainsKey).Select(s => index[s]).ToArray())];
        var alone = sample.Differing.Where(row => table.GroupOf(row) < 0).Select(row => (Id: table.Ids[row], Rows: (int[])[row]));
        var units = alone.Concat(Groups(sample, table)).Select(u => (u.Id, Cases: u.Rows.Select(Case).ToArray()));
        return [.. Keyed(units)];

        PermutationCase Case(int row)
        {
            var (baseline, candidate) = sample.Results(row);
            return new(baseline, candidate, cells[table.CellOfRow[row]]);
        }
    }

    /// <summary>Groups in which any case differs, with all their paired cases; their ids stand behind a character that no case's id has.</summary>
    private static IEnumerable<(string Id, int[] Rows)> Groups(MetricSample sample, PairedTable table)
    {
        var differing = sample.Differing.Select(table.GroupOf).Where(g => g >= 0).ToHashSet();
        return differing.Count == 0
            ? []
            : sample.Pairs().Where(p => differing.Contains(table.GroupOf(p.Row))).GroupBy(p => table.GroupOf(p.Row), p => p.Row)
                .Select(g => ("\u001f" + table.Groups[g.Key], g.ToArray()));
    }

    /// <summary>Signs are hashed from ids. Ids that were made to collide are told apart by their order, so that they cannot stop the gate.</summary>
    private static IEnumerable<PermutationUnit> Keyed(IEnumerable<(string Id, PermutationCase[] Cases)> units)
    {
        var keys = new HashSet<ulong>();
        foreach (var (id, cases) in units.OrderBy(u => u.Id, StringComparer.Ordinal))
        {
            var key = HashedReplicates.Fnv1A64(id);
            while (!keys.Add(key))
            {
                key = HashedReplicates.SplitMix64(key);
            }

            yield return new(key, cases);
        }
    }
}
