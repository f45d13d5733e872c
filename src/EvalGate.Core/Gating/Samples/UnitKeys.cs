using EvalGate.Statistics;

namespace EvalGate.Gating;

/// <summary>What the signs of cases and groups are hashed from.</summary>
internal static class UnitKeys
{
    /// <summary>The id of the unit a row belongs to: its case, or its group behind a character that no case's id has.</summary>
    public static string IdOf(PairedTable table, int row) => table.GroupOf(row) is >= 0 and var group ? "\u001f" + table.Groups[group] : table.Ids[row];

    /// <summary>What rows say, by case or group, in the order of the units' ids.</summary>
    public static IEnumerable<IGrouping<string, T>> ByUnit<T>(PairedTable table, IEnumerable<(int Row, T Said)> rows) =>
        rows.GroupBy(r => IdOf(table, r.Row), r => r.Said, StringComparer.Ordinal).OrderBy(unit => unit.Key, StringComparer.Ordinal);

    /// <summary>A figure of each row, by case or group: figures smallest first, so that sums are the same in any order of the rows.</summary>
    public static IReadOnlyList<(string Id, double[] Figures)> Grouped(PairedTable table, IEnumerable<(int Row, double Figure)> figures) =>
        [.. ByUnit(table, figures).Select(unit => (unit.Key, unit.Order().ToArray()))];

    /// <summary>The same figures added up.</summary>
    public static ClusterSum[] Sums(PairedTable table, IEnumerable<(int Row, double Figure)> figures) =>
        [.. Grouped(table, figures).Select(unit => new ClusterSum(unit.Figures.Length, unit.Figures.Sum()))];

    /// <summary>A key per id, all different: ids that were made to collide are told apart by their order, so that they cannot stop the gate.</summary>
    /// <param name="ids">Different ids in ordinal order.</param>
    public static IReadOnlyList<ulong> Of(IReadOnlyList<string> ids)
    {
        var taken = new HashSet<ulong>();
        var keys = new ulong[ids.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = HashedReplicates.Fnv1A64(ids[i]);
            while (!taken.Add(keys[i]))
            {
                keys[i] = HashedReplicates.SplitMix64(keys[i]);
            }
        }

        return keys;
    }
}
