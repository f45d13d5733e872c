using System.Runtime.InteropServices;
using EvalGate.Files;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Commands;

/// <summary>Turns the results of one side into an arm that is judged without pairing.</summary>
internal static class ComparedArms
{
    public static UnpairedArm Of(ResultTable table, IReadOnlyList<Metric> metrics, ComparedSlices slices)
    {
        var cells = new List<IReadOnlyList<Slice>>();
        var cellOf = new SliceCells(table.Slices, slices, cells);
        var scores = new CaseScores(table);
        int[] cases = [.. Enumerable.Range(0, table.Ids.Count)];
        return new()
        {
            Cells = cells,
            CellOfRow = ImmutableCollectionsMarshal.AsImmutableArray(Array.ConvertAll(cases, cellOf.Of)),
            Scores = metrics.Index().ToDictionary(m => m.Item.Name, m => scores.Column(m.Index, m.Item, cases), StringComparer.Ordinal),
        };
    }
}
