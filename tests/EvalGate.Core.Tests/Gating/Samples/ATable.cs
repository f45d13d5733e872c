using System.Collections.Immutable;
using EvalGate.Gating;
using EvalGate.Model;
using EvalGate.Slicing;

namespace EvalGate.Core.Tests.Gating.Samples;

/// <summary>Paired cases column by column, for families too large to be built case by case.</summary>
internal static class ATable
{
    /// <summary>Rows that were 0.5 under a score.</summary>
    /// <param name="metric">The score.</param>
    /// <param name="cells">Sets of slices.</param>
    /// <param name="rows">For each row the cell that it is in, and by how many hundredths it gained.</param>
    public static PairedTable Of(Metric metric, IReadOnlyList<IReadOnlyList<Slice>> cells, IReadOnlyList<(int Cell, int Gain)> rows) => new()
    {
        Ids = [.. rows.Select((_, i) => $"c{i:00000}")],
        Cells = cells,
        CellOfRow = [.. rows.Select(r => r.Cell)],
        Scores = new Dictionary<string, PairedScores> { [metric.Name] = new(Column(metric, rows.Select(_ => 50)), Column(metric, rows.Select(r => 50 + r.Gain)), ImmutableHashSet<int>.Empty) },
        BaselineCases = rows.Count,
        BaselineCasesBySlice = rows.SelectMany(r => cells[r.Cell]).CountBy(s => s).ToDictionary(),
    };

    private static ScoreColumn Column(Metric metric, IEnumerable<int> hundredths) => ScoreColumn.Single([.. hundredths.Select(h => h * metric.Scale / 100)]);
}
